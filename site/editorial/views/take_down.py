"""Taking a page down in one of three ways, and lifting a withdrawal."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser
from wagtail.models import Page

from editorial.decisions import why_not_reinstate, why_not_take_down
from editorial.take_downs import TakeDown
from editorial.taking_down import live_companions, reinstate, take_down
from editorial.views.base import PageStepView

LONGEST_TEXT = 1000  # characters that readers are shown in place of a page, or above it
WAYS = (
    (TakeDown.Kind.WITHDRAWN, _("It held once, and does not any more: it stays readable with a dated notice")),
    (TakeDown.Kind.CONSOLIDATED, _("Another page says it now: readers are led there")),
    (TakeDown.Kind.ERROR, _("It was published in error: readers find a short text in its place")),
)


class TakeDownForm(forms.Form):
    """Asks which way, what readers are told in each language, and where they are led."""

    kind = forms.ChoiceField(label=_("Why does it come down?"), choices=WAYS, widget=forms.RadioSelect)
    target_page = forms.ModelChoiceField(
        label=_("Page that says it now"),
        queryset=Page.objects.filter(live=True, depth__gt=1),
        required=False,
        widget=AdminPageChooser,
        help_text=_("Fill in this or the next field, and only if another page says it now."),
        error_messages={"invalid_choice": _("Readers do not see that page. Choose one that is live.")},
    )
    target_url = forms.URLField(
        label=_("or its address elsewhere"), required=False, max_length=500, assume_scheme="https"
    )

    def __init__(self, *args: Any, page: Page, companions: list[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.companions = companions
        for each in (page, *companions):
            self.fields[self.name_of_text(each)] = forms.CharField(
                label=_("Text for readers"),
                required=False,
                max_length=LONGEST_TEXT,
                widget=AdminAutoHeightTextInput(attrs={"lang": each.locale.language_code}),
                help_text=_("In the language of the page: %(language)s. Say why, and what readers can do instead.")
                % {"language": each.locale.get_display_name()},
            )
        if companions:
            self.fields["with_companions"] = forms.BooleanField(
                label=_("The version in the other language comes down too"), required=False, initial=True
            )
        self.order_fields(["kind", *map(self.name_of_text, (page, *companions)), "target_page", "target_url"])

    @staticmethod
    def name_of_text(page: Page) -> str:
        """Return the name of the field for the text in the language of a page."""
        return f"text_{page.locale.language_code}"

    @property
    def texts(self) -> dict[str, str]:
        """What readers are told, by language code."""
        return {
            each.locale.language_code: self.cleaned_data.get(self.name_of_text(each), "")
            for each in (self.page, *self.companions)
        }

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen way needs.

        Raises:
            ValidationError: on the field that lacks it.
        """
        data = super().clean() or {}
        if data.get("kind") == TakeDown.Kind.CONSOLIDATED:
            self._check_target(data)
        elif data.get("kind"):
            together = self.companions if data.get("with_companions") else []
            for each in (self.page, *together):
                name = self.name_of_text(each)
                if name not in self.errors and not data.get(name):
                    self.add_error(name, ValidationError(_("Readers need a sentence here.")))
        return data

    def _check_target(self, data: dict[str, Any]) -> None:
        if {"target_page", "target_url"} & self.errors.keys():
            return
        if bool(data["target_page"]) == bool(data["target_url"]):
            self.add_error("target_page", ValidationError(_("Choose the page that says it now, or give one address.")))
        elif data["target_page"] and data["target_page"].translation_key == self.page.translation_key:
            self.add_error("target_page", ValidationError(_("This is the page that comes down. Choose another.")))


class TakeDownView(PageStepView):
    """Takes a page down, or marks it as withdrawn."""

    page_title = _("Take down")
    header_icon = "download"
    form_class = TakeDownForm
    submit_label = _("Take down")
    done_message = _("Readers find “%(title)s” as you have chosen.")

    @cached_property
    def companions(self) -> list[Page]:
        """The live versions in other languages."""
        return list(live_companions(self.page))

    def why_not(self) -> str | Promise | None:
        return why_not_take_down(self.user, self.page)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "page": self.page, "companions": self.companions}

    def carry_out(self, form: Any) -> None:
        data = form.cleaned_data
        take_down(
            self.page,
            self.user,
            TakeDown.Kind(data["kind"]),
            texts=form.texts,
            target_page=data["target_page"],
            target_url=data["target_url"],
            with_companions=bool(data.get("with_companions", True)),
        )


class ReinstateView(PageStepView):
    """Lifts the mark that a page is withdrawn."""

    page_title = _("Lift the withdrawal")
    header_icon = "rotate"
    form_class = forms.Form
    explanation = _("The page stands in lists and search again, without the notice, in both languages.")
    submit_label = _("Lift the withdrawal")
    done_message = _("“%(title)s” holds again.")

    def why_not(self) -> str | Promise | None:
        return why_not_reinstate(self.user, self.page)

    def carry_out(self, form: Any) -> None:
        reinstate(self.page, self.user)
