"""Addresses of the Polish text beside an English page."""

from django.urls import path

from translation.source_panel.suggestions import AskMachineView, MarkReadView, SuggestionsView
from translation.source_panel.views import SettleView, SourcePanelView

urlpatterns = [
    path("<int:page_id>/source/", SourcePanelView.as_view(), name="source"),
    path("<int:page_id>/source/settle/", SettleView.as_view(), name="settle"),
    path("<int:page_id>/source/suggestions/", SuggestionsView.as_view(), name="suggestions"),
    path("<int:page_id>/source/machine/", AskMachineView.as_view(), name="ask_machine"),
    path("<int:page_id>/source/read/", MarkReadView.as_view(), name="mark_read"),
]
