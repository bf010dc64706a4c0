"""The home page, the pages that tell what the association is for, and what readers report."""

from home.declaration.page import AccessibilityStatementPage
from home.declaration.reviews import ReviewReminder
from home.declaration.versions import StatementVersion
from home.goals import ActivityAreaIndexPage, ActivityAreaPage, GoalIndexPage, GoalPage
from home.legal import EasyReadPage, PrivacyPolicyPage, SignLanguagePage
from home.pages import ContactPage, HomePage, StandardPage
from home.reports.models import AccessibilityReport

__all__ = [
    "AccessibilityReport",
    "AccessibilityStatementPage",
    "ActivityAreaIndexPage",
    "ActivityAreaPage",
    "ContactPage",
    "EasyReadPage",
    "GoalIndexPage",
    "GoalPage",
    "HomePage",
    "PrivacyPolicyPage",
    "ReviewReminder",
    "SignLanguagePage",
    "StandardPage",
    "StatementVersion",
]
