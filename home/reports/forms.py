"""What a reader writes into a report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.validators import validate_phone
from home.reports.models import AccessibilityReport


def at_most(characters: int) -> MaxLengthValidator:
    """Return a check that says how long a text may be. A limit in the field itself would cut off what is pasted."""
    return MaxLengthValidator(
        characters, gettext_lazy("Write at most %(limit_value)d characters. There are %(show_value)d now.")
    )


class ReportForm(forms.Form):
    """A report of a problem with accessibility. Either way of contact will do."""

    page_address = forms.CharField(
        label=gettext_lazy("Which page is it about?"),
        help_text=gettext_lazy("Its address or its title. Write “all pages” if that is so."),
        error_messages={"required": gettext_lazy("Write which page it is about.")},
        validators=[at_most(500)],
    )
    problem = forms.CharField(
        label=gettext_lazy("What is wrong?"),
        help_text=gettext_lazy(
            "What you wanted to do and what happened. It helps to know your browser and what you read with, such as a "
            "screen reader. Do not write about your health."
        ),
        error_messages={"required": gettext_lazy("Write what is wrong.")},
        validators=[at_most(5000)],
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    wanted_form = forms.CharField(
        label=gettext_lazy("In what form do you want the content?"),
        help_text=gettext_lazy(
            "If you need it before the page is mended: for example as a text file, read out on the telephone, or in "
            "easy-to-read language."
        ),
        required=False,
        validators=[at_most(1000)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        error_messages={"invalid": gettext_lazy("Write an e-mail address such as name@example.org.")},
        required=False,
        validators=[at_most(254)],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone number"),
        required=False,
        validators=[validate_phone],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    # People do not see this field; programs that fill in every form do not see that.
    extra = forms.CharField(
        label=gettext_lazy("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_extra(self) -> str:
        """Refuse what only a program writes. The field is then shown, for the person whose browser filled it in.

        Raises:
            ValidationError: the field is not empty.
        """
        if self.cleaned_data["extra"]:
            raise ValidationError(_("Clear this field. It is there to hold up programs that send advertisements."))
        return ""

    def clean(self) -> dict[str, Any]:
        """Ask for a way of contact.

        Raises:
            ValidationError: there is none.
        """
        cleaned = super().clean() or self.cleaned_data
        if not {"email", "phone"} & set(self.errors) and not (cleaned.get("email") or cleaned.get("phone")):
            self.add_error("email", _("Write an e-mail address or a telephone number, so that we can answer you."))
        return cleaned

    def save(self, language: str) -> AccessibilityReport:
        """Keep the report of a reader of this language."""
        fields = {name: value for name, value in self.cleaned_data.items() if name != "extra"}
        return AccessibilityReport.objects.create(language=language, **fields)
