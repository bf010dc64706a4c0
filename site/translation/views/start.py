"""Where a translator starts an English page."""

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from accounts.models import User
from editorial.bin import is_in_bin
from translation.models import english_of
from translation.places import may_translate
from translation.starting import start_translation, why_not_start


class StartForm(forms.Form):
    """Asks for what an English page cannot take from the Polish one."""

    title = forms.CharField(
        label=gettext_lazy("English title"),
        max_length=255,
        help_text=gettext_lazy("It also gives the page its address. You can change both until the page is approved."),
        widget=forms.TextInput(attrs={"lang": "en", "autofocus": True}),
    )


class StartTranslationView(WagtailAdminTemplateMixin, FormView):
    """Makes the English draft of one Polish page and opens it in the ordinary editor.

    It stands at the address of wagtail-localize's own view, which starts whole trees and makes alias pages on the way.
    """

    page_title = gettext_lazy("Translate to English")
    header_icon = "wagtail-localize-language"
    template_name = "translation/start.html"
    form_class = StartForm

    @cached_property
    def page(self) -> Page:
        """The page to be translated."""
        return get_object_or_404(Page.objects.filter(depth__gt=1), pk=self.kwargs["page_id"]).specific

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or send the person to where they can go on.

        Raises:
            PermissionDenied: the person may not write the English version of this page. They do not learn its title.
        """
        if not may_translate(request.user, self.page):
            raise PermissionDenied
        english = english_of(self.page)
        if english is not None:
            return self._open(english)
        obstacle = why_not_start(self.page)
        if obstacle is not None:
            buttons = [messages.button(obstacle.url, obstacle.label)] if obstacle.url else []
            messages.warning(request, obstacle.reason, buttons=buttons)
            return redirect("translation:report")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: StartForm) -> HttpResponse:
        try:
            english = start_translation(self.page, form.cleaned_data["title"], cast(User, self.request.user))
        except ValidationError as error:
            for message in error.messages:
                form.add_error("title", message)
            return self.form_invalid(form)
        except IntegrityError:
            english = english_of(self.page)
            if english is None:
                raise
            return self._open(english)
        messages.success(
            self.request,
            _(
                "The English version of “%(title)s” was started. It still holds the Polish text: translate it, then "
                "submit it for approval."
            )
            % {"title": self.page.title},
        )
        return redirect("wagtailadmin_pages:edit", english.pk)

    def _open(self, english: Page) -> HttpResponse:
        if is_in_bin(english):
            messages.info(
                self.request,
                _("The English version of “%(title)s” is in the recycle bin. Restore it to go on with it.")
                % {"title": self.page.title},
            )
            return redirect("recycle_bin:restore", english.pk)
        messages.info(
            self.request, _("“%(title)s” has an English version already. Here it is.") % {"title": self.page.title}
        )
        return redirect("wagtailadmin_pages:edit", english.pk)

    def get_page_subtitle(self) -> str:
        return self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation:report"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "page": self.page}
