"""Where the home app enters the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from editorial.access import answers_for_pages
from home.dashboard import warnings
from home.declaration.panels import ReviewDuePanel
from home.declaration.reviews import pending_review
from home.reports.admin import ReportViewSet

hooks.register("register_admin_viewset", ReportViewSet)


@hooks.register("construct_homepage_panels")
def add_warnings(request: HttpRequest, panels: list[Component]) -> None:
    """Tell editors and administrators on the dashboard what the law asks of the site and is not done yet."""
    if not answers_for_pages(request.user):
        return
    panels.extend(warnings(request))
    if review := pending_review():
        panels.append(ReviewDuePanel(review))
