"""The editing form of every page."""

from translation.forms import SourceOwnedPageForm


class PageForm(SourceOwnedPageForm):
    """Tells the page while a draft is saved, so that what is checked across fields can wait as single fields do."""

    def defer_required_fields(self) -> None:
        """Prepare to save a draft."""
        super().defer_required_fields()
        self.instance.is_unfinished = True

    def restore_required_fields(self) -> None:
        """Ask for everything again."""
        super().restore_required_fields()
        self.instance.is_unfinished = False
