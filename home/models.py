"""The home page, the pages that tell what the association is for, and what readers report."""

from home.goals import ActivityAreaIndexPage, ActivityAreaPage, GoalIndexPage, GoalPage
from home.pages import ContactPage, HomePage, StandardPage
from home.reports.models import AccessibilityReport

__all__ = [
    "AccessibilityReport",
    "ActivityAreaIndexPage",
    "ActivityAreaPage",
    "ContactPage",
    "GoalIndexPage",
    "GoalPage",
    "HomePage",
    "StandardPage",
]
