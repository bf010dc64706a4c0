"""The home page, and the pages that tell what the association is for."""

from home.declaration.page import AccessibilityStatementPage
from home.declaration.reviews import ReviewReminder
from home.declaration.versions import StatementVersion
from home.goals import ActivityAreaIndexPage, ActivityAreaPage, GoalIndexPage, GoalPage
from home.pages import ContactPage, HomePage, StandardPage

__all__ = [
    "AccessibilityStatementPage",
    "ActivityAreaIndexPage",
    "ActivityAreaPage",
    "ContactPage",
    "GoalIndexPage",
    "GoalPage",
    "HomePage",
    "ReviewReminder",
    "StandardPage",
    "StatementVersion",
]
