"""The home page, and the pages that tell what the association is for."""

from home.goals import ActivityAreaIndexPage, ActivityAreaPage, GoalIndexPage, GoalPage
from home.pages import ContactPage, HomePage, StandardPage

__all__ = [
    "ActivityAreaIndexPage",
    "ActivityAreaPage",
    "ContactPage",
    "GoalIndexPage",
    "GoalPage",
    "HomePage",
    "StandardPage",
]
