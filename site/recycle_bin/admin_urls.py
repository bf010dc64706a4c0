"""The addresses of the recycle bin in the admin."""

from django.urls import path

from recycle_bin.views.contents import ContentsView
from recycle_bin.views.restore import DraftView, RestoreView

app_name = "recycle_bin"

urlpatterns = [
    path("", ContentsView.as_view(), name="list"),
    path("results/", ContentsView.as_view(results_only=True), name="list_results"),
    path("<int:page_id>/restore/", RestoreView.as_view(), name="restore"),
    path("<int:page_id>/draft/", DraftView.as_view(), name="draft"),
]
