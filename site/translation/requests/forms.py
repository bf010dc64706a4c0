"""The forms of requests."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput
from wagtail.models import Page

from accounts.models import User
from editorial.fields import ReasonField
from translation.requests.models import TranslationRequest
from translation.requests.rules import why_nothing_below, why_nothing_to_do

PAGE, SECTION = "page", "section"
CANNOT_TRANSLATE = gettext_lazy("This person may not translate this page. Choose somebody else.")


class AskForm(forms.ModelForm):
    """Asks what is to be translated, of whom, by when, how urgently, and for what else a translator has to know.

    Args:
        source: the Polish page.
        translators: who may translate it.
    """

    scope = forms.ChoiceField(
        label=gettext_lazy("What is to be translated?"),
        choices=[
            (PAGE, gettext_lazy("This page")),
            (
                SECTION,
                gettext_lazy(
                    "This page and all below it that need work, also those that are published there before the "
                    "request ends"
                ),
            ),
        ],
        widget=forms.RadioSelect,
        initial=PAGE,
    )

    class Meta:
        model = TranslationRequest
        fields = ["assignee", "deadline", "priority", "message"]
        widgets = {"deadline": AdminDateInput, "message": AdminAutoHeightTextInput}

    field_order = ["scope", "assignee", "deadline", "priority", "message"]

    def __init__(self, *args: Any, source: Page, translators: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source
        assignee = cast(forms.ModelChoiceField, self.fields["assignee"])
        assignee.queryset = translators
        assignee.empty_label = _("Whoever comes first")
        assignee.error_messages["invalid_choice"] = CANNOT_TRANSLATE
        if source.numchild == 0:
            self.fields.pop("scope")
        elif self.instance.whole_section:
            self.initial["scope"] = SECTION

    def clean_deadline(self) -> Any:
        """Refuse a day that is over.

        Raises:
            ValidationError: it is.
        """
        deadline = self.cleaned_data["deadline"]
        if deadline and "deadline" in self.changed_data and deadline < timezone.localdate():
            raise ValidationError(_("This day is over. Give one that is not."))
        return deadline

    def clean(self) -> dict[str, Any]:
        """Refuse to ask for what is there."""
        data = super().clean() or self.cleaned_data
        is_section = data.get("scope") == SECTION
        if reason := why_nothing_below(self.source) if is_section else why_nothing_to_do(self.source):
            self.add_error("scope" if "scope" in self.fields else None, ValidationError(str(reason)))
        return data

    def asked(self) -> dict[str, Any]:
        """Return what `translation.requests.steps.ask` takes."""
        data = dict(self.cleaned_data)
        is_section = data.pop("scope", PAGE) == SECTION
        return {**data, "whole_section": is_section}


class HandOverForm(forms.Form):
    """Asks for the colleague.

    Args:
        translators: those to choose from.
    """

    colleague = forms.ModelChoiceField(
        label=gettext_lazy("Who translates it instead?"),
        queryset=User.objects.none(),
        error_messages={"invalid_choice": CANNOT_TRANSLATE},
    )

    def __init__(self, *args: Any, translators: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["colleague"]).queryset = translators


class WhyForm(forms.Form):
    """Asks why."""

    reason = ReasonField(label=gettext_lazy("Reason"), help_text=gettext_lazy("Those whom it concerns read it."))
