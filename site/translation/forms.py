"""The editing form of a page that may be a translation."""

from typing import Any

from django import forms
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import Page

from translation.merging.keeping import keep_what_was_not_read
from translation.truth.statements import live_text, state_of, worked_from


class SourceOwnedPageForm(WagtailAdminPageForm):
    """Leaves out of a translation's form what the source page owns; the panels of those fields then hide.

    It carries which Polish text stood beside it, so that a translator answers for the text that they have seen, not
    for one that was published meanwhile. What somebody else has written meanwhile is not lost with what it saves.
    """

    polish_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.instance.fields_outside_approval():
            self.fields.pop(name, None)
        self.state = state_of(self.instance) if self.instance.pk and self.instance.is_translation else None
        text = live_text(self.state) if self.state else None
        if text is None:
            self.fields.pop("polish_revision")
        else:
            self.fields["polish_revision"].initial = text.revision_id

    def save(self, commit: bool = True) -> Page:
        page = super().save(commit=commit)
        if self.state is not None:
            keep_what_was_not_read(page, self.data, self.for_user)
        revision_id = self.cleaned_data.get("polish_revision")
        # Whoever approves it sends the form too, but who submitted it answers for it.
        if self.state is not None and revision_id and not page.workflow_in_progress:
            worked_from(self.state, revision_id)
        return page
