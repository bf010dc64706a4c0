"""The form and its confirmation, at an address in each language."""

from django.urls import path

from home.reports.views import report_problem, report_received

urlpatterns = [
    path("zglos-problem/", report_problem, name="report_problem_pl"),
    path("zglos-problem/przyjete/<slug:reference>/", report_received, name="report_received_pl"),
    path("en/report-a-problem/", report_problem, name="report_problem_en"),
    path("en/report-a-problem/received/<slug:reference>/", report_received, name="report_received_en"),
]
