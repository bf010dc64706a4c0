"""Says that an English page, as readers see it, is true to the Polish text of today."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from editorial.fields import ReasonField
from editorial.refusals import PublishingRefused
from editorial.views.base import PageStepView
from translation.facts.pages import PartDiscrepancy
from translation.log_actions import SAY_TRUE
from translation.memory import following as memory
from translation.segments import Part, Path
from translation.source_panel.rows import SourceText
from translation.source_panel.ways import why_not_say_true
from translation.truth.measuring import parts_of_revision
from translation.truth.models import TranslationState
from translation.truth.parity import accepted, differences
from translation.truth.statements import say_true, state_of


class SayTrueForm(forms.Form):
    """Asks for a reason for each fact in which the two pages differ, and carries which text of each was read."""

    polish_revision = forms.IntegerField(widget=forms.HiddenInput)
    english_revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: list[PartDiscrepancy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, each in enumerate(found):
            self.fields[f"reason_{number}"] = ReasonField(label=each.discrepancy.sentence)

    def reasons(self) -> list[str]:
        """Return the reasons, in the order of the differences."""
        return [value for name, value in self.cleaned_data.items() if name.startswith("reason_")]


class SayTrueView(PageStepView):
    """Records the word of a person, with a reason for each fact that differs."""

    page_title = gettext_lazy("Say that the page is true again")
    header_icon = "check"
    template_name = "translation/say_true.html"
    form_class = SayTrueForm
    submit_label = gettext_lazy("It is true")
    done_message = gettext_lazy("“%(title)s” is true to the Polish text of today.")

    @cached_property
    def state(self) -> TranslationState | None:
        """The state of the English page at this address, or None if it translates no page."""
        return state_of(self.page)

    @cached_property
    def source(self) -> SourceText | None:
        """The Polish text beside it."""
        return SourceText(self.page, self.state) if self.state else None

    def why_not(self) -> str | Promise | None:
        return why_not_say_true(self.user, self.source)

    @cached_property
    def polish_parts(self) -> dict[Path, Part]:
        """The Polish text that readers see."""
        return self.source.parts if self.source else {}

    @cached_property
    def found(self) -> list[PartDiscrepancy]:
        """The facts in which the two differ."""
        live = self.page.live_revision
        return differences(self.polish_parts, parts_of_revision(live)) if live else []

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "found": self.found}

    def get_initial(self) -> dict[str, Any]:
        """Return the revisions that readers of each language see now."""
        live = self.source.live if self.source else None
        return {"polish_revision": live.pk if live else None, "english_revision": self.page.live_revision_id}

    @transaction.atomic
    def carry_out(self, form: Any) -> None:
        live = self.source.live if self.source else None
        was_read = {name: form.cleaned_data[name] for name in self.get_initial()}
        if live is None or self.state is None or was_read != self.get_initial():
            raise PublishingRefused(
                _("One of the two texts has changed since you opened this. Open it again, and read what has changed.")
            )
        now = timezone.now()
        reasons = [
            accepted(each, reason, self.user, now) for each, reason in zip(self.found, form.reasons(), strict=True)
        ]
        say_true(self.state, self.page, self.page.live_revision, live, self.user, accepted=reasons)
        memory.settle(self.page.pk)
        log(instance=self.page, action=SAY_TRUE, user=self.user, data={"reason": " · ".join(form.reasons())})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "source": self.source, "found": self.found}
