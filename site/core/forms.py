"""The editing form of every page."""

from typing import Any

from translation.forms import SourceOwnedPageForm


class PageForm(SourceOwnedPageForm):
    """Tells the page while a draft is saved, so that what is checked across fields can wait as single fields do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.instance
        if page.pk and page.latest_revision_id == page.live_revision_id:
            # What is written from here on is another change than the one that readers see.
            self.initial.update(is_major_change=False, change_note="", keeps_meaning=False)

    def defer_required_fields(self) -> None:
        """Prepare to save a draft."""
        super().defer_required_fields()
        self.instance.is_unfinished = True

    def restore_required_fields(self) -> None:
        """Ask for everything again."""
        super().restore_required_fields()
        self.instance.is_unfinished = False
