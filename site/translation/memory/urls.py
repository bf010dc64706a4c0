"""The addresses of the translation memory, below those of translation."""

from django.urls import path

from translation.memory.views import MemoryFileView, MemoryReportView

urlpatterns = [
    path("memory/units/", MemoryReportView.as_view(), name="memory_report"),
    path("memory/units/results/", MemoryReportView.as_view(results_only=True), name="memory_report_results"),
    path("memory/units/tmx/", MemoryFileView.as_view(), name="memory_tmx"),
]
