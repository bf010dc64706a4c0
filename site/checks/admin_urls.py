"""The addresses of what the checks say about a page."""

from django.urls import path

from checks.views import ChecksPanelView, ChecksView

app_name = "checks"

urlpatterns = [
    path("<int:page_id>/", ChecksView.as_view(), name="page"),
    path("<int:page_id>/panel/", ChecksPanelView.as_view(), name="panel"),
]
