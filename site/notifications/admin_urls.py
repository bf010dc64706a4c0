"""The addresses of what administrators see of notifications."""

from django.urls import path

from notifications.views import UnsentView, retry_view

app_name = "notifications"

urlpatterns = [
    path("", UnsentView.as_view(), name="unsent"),
    path("results/", UnsentView.as_view(results_only=True), name="unsent_results"),
    path("retry/", retry_view, name="retry"),
]
