"""What the admin says of a review that is due: on the dashboard, and in the editor of the statement."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel
from wagtail.admin.ui.components import Component

if TYPE_CHECKING:
    from home.declaration.reviews import Review


class ReviewPanel(Panel):
    """Stands at the top of the form of the Polish statement while its review is due."""

    class BoundPanel(Panel.BoundPanel):
        """The note on one page."""

        template_name = "home/panels/review.html"

        @cached_property
        def review(self) -> "Review | None":
            """The review that the live page needs now."""
            from home.declaration.reviews import pending_review

            pending = pending_review()
            return pending if pending and pending.page.pk == self.instance.pk else None

        def is_shown(self) -> bool:
            return super().is_shown() and self.review is not None

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "review": self.review}


class ReviewDuePanel(Component):
    """Tells editors on the dashboard that the statement's review is due."""

    name = "accessibility_statement_review"
    template_name = "home/panels/review_on_dashboard.html"
    order = 110

    def __init__(self, review: "Review") -> None:
        self.review = review

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "review": self.review}
