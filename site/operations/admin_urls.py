"""The addresses of what administrators see of background work."""

from django.urls import path

from operations.views import BackgroundWorkView, retry_view

app_name = "operations"

urlpatterns = [
    path("", BackgroundWorkView.as_view(), name="work"),
    path("results/", BackgroundWorkView.as_view(results_only=True), name="work_results"),
    path("retry/", retry_view, name="retry"),
]
