"""Leaving a page untranslated on purpose, and having it translated after all."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from editorial.fields import ReasonField
from translation.requests.forms import WhyForm
from translation.views.requests import TranslationStepView
from translation.withholding import lift, why_not_lift, why_not_withhold, withhold


class WithholdView(TranslationStepView):
    """Leaves a page untranslated."""

    page_title = gettext_lazy("Leave untranslated on purpose")
    form_class = WhyForm
    explanation = gettext_lazy(
        "The page leaves the queue and the desks of translators, and does not count as untranslated. A request that "
        "was made for it is cancelled. The filter of the queue still finds it, and it can be translated after all."
    )
    submit_label = gettext_lazy("Leave untranslated")
    done_message = gettext_lazy("“%(title)s” is left untranslated.")

    def why_not(self) -> str | Promise | None:
        return why_not_withhold(self.user, self.page)

    def carry_out(self, form: WhyForm) -> None:
        withhold(self.page, self.user, form.cleaned_data["reason"])


class LiftForm(forms.Form):
    """Asks why, for the record."""

    reason = ReasonField(label=gettext_lazy("Reason"), required=False, help_text=gettext_lazy("For the record."))


class LiftView(TranslationStepView):
    """Has a page translated after all."""

    page_title = gettext_lazy("Translate after all")
    form_class = LiftForm
    explanation = gettext_lazy("The page stands in the queue of translators again.")
    submit_label = gettext_lazy("Translate after all")
    done_message = gettext_lazy("“%(title)s” waits for a translator again.")

    def why_not(self) -> str | Promise | None:
        return why_not_lift(self.user, self.page)

    def carry_out(self, form: LiftForm) -> None:
        lift(self.page, self.user, form.cleaned_data["reason"])
