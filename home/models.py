"""The home page, and the pages that tell what the association is for."""

from home.goals import ActivityAreaIndexPage, ActivityAreaPage, GoalIndexPage, GoalPage
from home.legal import EasyReadPage, PrivacyPolicyPage, SignLanguagePage
from home.pages import ContactPage, HomePage, StandardPage

__all__ = [
    "ActivityAreaIndexPage",
    "ActivityAreaPage",
    "ContactPage",
    "EasyReadPage",
    "GoalIndexPage",
    "GoalPage",
    "HomePage",
    "PrivacyPolicyPage",
    "SignLanguagePage",
    "StandardPage",
]
