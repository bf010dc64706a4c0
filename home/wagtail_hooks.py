"""What Wagtail asks of the home app."""

from wagtail import hooks

from home.reports.admin import ReportViewSet

hooks.register("register_admin_viewset", ReportViewSet)
