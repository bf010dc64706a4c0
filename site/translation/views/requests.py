"""Asking for the English version of a page or a section, and what those who are asked do with it."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from accounts.models import User
from editorial.views.base import PageStepView
from translation.access import may_see_translations
from translation.locales import source_locale_id
from translation.models import english_in_place
from translation.places import may_publish_english, may_translate, translators_for
from translation.requests.forms import SECTION, AskForm, HandOverForm, WhyForm
from translation.requests.models import TranslationRequest
from translation.requests.rules import (
    may_ask,
    why_not_answer,
    why_not_ask,
    why_not_cancel,
    why_not_take,
)
from translation.requests.steps import ask, close, hand_over, open_request_of, request_that_holds, take

Outcome = TranslationRequest.Outcome


class TranslationStepView(PageStepView):
    """A step about the English version of a Polish page."""

    header_icon = "wagtail-localize-language"

    def way_back(self) -> str:
        """Return where the person goes on: where they came from, the queue, or the Polish page."""
        if came_from := get_valid_next_url_from_request(self.request):
            return came_from
        return reverse("translation:report") if may_see_translations(self.user) else super().way_back()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        if not may_see_translations(self.user):
            return super().get_breadcrumbs_items()
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation:report"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]


class AskView(TranslationStepView):
    """Asks for a page, or changes what was asked."""

    form_class = AskForm

    @property
    def page_title(self) -> str:  # type: ignore[override] # it depends on what was asked before
        """What the form is for."""
        return _("Change the request") if self.open_request else _("Ask for a translation into English")

    @property
    def submit_label(self) -> str:  # type: ignore[override] # it depends on what was asked before
        """What its button says."""
        return _("Change the request") if self.open_request else _("Ask for it")

    @property
    def done_message(self) -> str:  # type: ignore[override] # it depends on what was asked, and before
        """What is said once it is done: of the page, or of the section."""
        if self.was_changed:
            return _("The request for “%(title)s” was changed.")
        if self.is_for_section:
            return _("The translation of “%(title)s” and of what stands below it was asked for.")
        return _("The translation of “%(title)s” was asked for.")

    was_changed = False
    is_for_section = False

    @cached_property
    def open_request(self) -> TranslationRequest | None:
        """What was asked before and has not ended."""
        return open_request_of(self.page)

    @property
    def explanation(self) -> str:  # type: ignore[override] # other steps have one text for every page
        """What was asked before, or what asking does."""
        if self.open_request is not None:
            return _("%(person)s has asked for this already. What you change here holds in its place.") % {
                "person": self.open_request.asked_by
            }
        return _("Whoever is asked is told by e-mail and finds the page in their queue. You are told how it ends.")

    def why_not(self) -> str | Promise | None:
        return why_not_ask(self.user, self.page)

    def get_initial(self) -> dict[str, Any]:
        wants_section = self.request.GET.get("scope") == SECTION
        return {**super().get_initial(), **({"scope": SECTION} if wants_section else {})}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "instance": open_request_of(self.page) or TranslationRequest(page=self.page),
            "source": self.page,
            "translators": translators_for(self.page),
        }

    def carry_out(self, form: AskForm) -> None:
        asked = form.asked()
        self.was_changed, self.is_for_section = self.open_request is not None, asked["whole_section"]
        ask(self.page, self.user, **asked)
        if asked["assignee"] is None and not translators_for(self.page).exists():
            messages.warning(self.request, _("No translator may work on this page yet, so nobody was told."))


class RequestStepView(TranslationStepView):
    """A step of the open request that holds for a page: its own, or that of the section around it."""

    @cached_property
    def asked(self) -> TranslationRequest:
        """The request.

        Raises:
            Http404: none is open, or the person has nothing to do with the page.
        """
        found = request_that_holds(self.page)
        if found is None or not self._is_concerned():
            raise Http404
        return found

    def _is_concerned(self) -> bool:
        if self.page.locale_id != source_locale_id():
            return False
        return may_ask(self.user, self.page) or (
            may_see_translations(self.user)
            and (may_translate(self.user, self.page) or may_publish_english(self.user, self.page))
        )


class RequestView(RequestStepView):
    """Shows what is asked, and what the person may do about it."""

    page_title = gettext_lazy("Request for a translation")
    template_name = "translation/request.html"
    form_class = forms.Form
    http_method_names = ["get", "head", "options"]

    def why_not(self) -> None:
        return None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or say that none is open any more.

        Raises:
            PermissionDenied: the person has nothing to do with the page.
        """
        if not self._is_concerned():
            raise PermissionDenied
        if request_that_holds(self.page) is None:
            messages.warning(request, _("No request for this page is open any more."))
            return redirect(self.way_back())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.asked
        return {
            **super().get_context_data(**kwargs),
            "asked": asked,
            "english": english_in_place(self.page),
            "may_translate": may_translate(self.user, self.page),
            "may_take": why_not_take(self.user, asked) is None,
            "may_answer": why_not_answer(self.user, asked) is None,
            "may_change": why_not_ask(self.user, asked.page) is None,
            "may_cancel": why_not_cancel(self.user, asked) is None,
        }


class TakeView(RequestStepView):
    """Names the person who is signed in."""

    page_title = gettext_lazy("Take the translation")
    form_class = forms.Form
    explanation = gettext_lazy("You say that you translate it. It stays in your queue, and leaves that of the others.")
    submit_label = gettext_lazy("I translate it")
    done_message = gettext_lazy("The translation of “%(title)s” is yours.")

    def why_not(self) -> str | Promise | None:
        return why_not_take(self.user, self.asked)

    def carry_out(self, form: forms.Form) -> None:
        take(self.asked, self.user)


class HandOverView(RequestStepView):
    """Names a colleague."""

    page_title = gettext_lazy("Hand over to a colleague")
    form_class = HandOverForm
    submit_label = gettext_lazy("Hand over")
    done_message = gettext_lazy("The translation of “%(title)s” was handed over.")

    @cached_property
    def colleagues(self) -> QuerySet[User]:
        """Those who may translate it too."""
        return translators_for(self.asked.page).exclude(pk__in=[self.user.pk, self.asked.assignee_id or 0])

    def why_not(self) -> str | Promise | None:
        if reason := why_not_answer(self.user, self.asked):
            return reason
        if not self.colleagues.exists():
            return _("Nobody else may translate this page. You can decline the request, with a reason.")
        return None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "translators": self.colleagues}

    def carry_out(self, form: HandOverForm) -> None:
        hand_over(self.asked, self.user, form.cleaned_data["colleague"])


class DeclineView(RequestStepView):
    """Ends a request because nobody translates it."""

    page_title = gettext_lazy("Decline the translation")
    form_class = WhyForm
    explanation = gettext_lazy("The request ends for everybody, and the person who asked is told why.")
    submit_label = gettext_lazy("Decline")
    done_message = gettext_lazy("The translation of “%(title)s” was declined.")

    def why_not(self) -> str | Promise | None:
        return why_not_answer(self.user, self.asked)

    def carry_out(self, form: WhyForm) -> None:
        close(self.asked, Outcome.DECLINED, self.user, form.cleaned_data["reason"])


class CancelView(RequestStepView):
    """Ends a request because the translation is not needed any more."""

    page_title = gettext_lazy("Cancel the request")
    form_class = WhyForm
    explanation = gettext_lazy("The request ends. Who was named for it is told why. What was translated stays.")
    submit_label = gettext_lazy("Cancel the request")
    done_message = gettext_lazy("The request for “%(title)s” was cancelled.")

    def why_not(self) -> str | Promise | None:
        return why_not_cancel(self.user, self.asked)

    def carry_out(self, form: WhyForm) -> None:
        close(self.asked, Outcome.CANCELLED, self.user, form.cleaned_data["reason"])
