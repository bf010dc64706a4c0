"""Where the home app enters the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from home.declaration.panels import ReviewDuePanel
from home.declaration.reviews import is_reminded, pending_review
from home.reports.admin import ReportViewSet

hooks.register("register_admin_viewset", ReportViewSet)


@hooks.register("construct_homepage_panels")
def add_review_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Tell editors and administrators on the dashboard that the accessibility statement has to be reviewed."""
    if is_reminded(request.user) and (review := pending_review()):
        panels.append(ReviewDuePanel(review))
