"""What the editor asks about a change of a page that readers know."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class ChangePanel(MultiFieldPanel):
    """Whether a change is a major one, and its note, once readers have seen the page."""

    def __init__(self, **options: object) -> None:
        options.setdefault("heading", _("This change"))
        options.setdefault("children", [FieldPanel("is_major_change"), FieldPanel("change_note")])
        super().__init__(**options)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel on one page."""

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.first_published_at is not None
