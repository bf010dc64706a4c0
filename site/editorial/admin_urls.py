"""The addresses of what staff do to a page beside editing it."""

from django.urls import path

from editorial.views.desk import DeskView
from editorial.views.emergency import ConfirmView, EmergencyView, UnconfirmedView
from editorial.views.history import AuditLogView
from editorial.views.review import ReviewDateView, ReviewsView, ReviewView
from editorial.views.schedules import ScheduledView
from editorial.views.submission import SubmissionView, TakeBackView
from editorial.views.take_down import ReinstateView, TakeDownView

app_name = "editorial"

urlpatterns = [
    path("audit-log/", AuditLogView.as_view(), name="audit_log"),
    path("audit-log/results/", AuditLogView.as_view(results_only=True), name="audit_log_results"),
    path("desk/<slug:section>/", DeskView.as_view(), name="desk"),
    path("emergency/", UnconfirmedView.as_view(), name="unconfirmed"),
    path("emergency/results/", UnconfirmedView.as_view(results_only=True), name="unconfirmed_results"),
    path("emergency/<int:approval_id>/confirm/", ConfirmView.as_view(), name="confirm"),
    path("reviews/", ReviewsView.as_view(), name="reviews"),
    path("reviews/results/", ReviewsView.as_view(results_only=True), name="reviews_results"),
    path("schedules/", ScheduledView.as_view(), name="schedules"),
    path("schedules/results/", ScheduledView.as_view(results_only=True), name="schedules_results"),
    path("<int:page_id>/emergency/", EmergencyView.as_view(), name="emergency"),
    path("<int:page_id>/take-down/", TakeDownView.as_view(), name="take_down"),
    path("<int:page_id>/reinstate/", ReinstateView.as_view(), name="reinstate"),
    path("<int:page_id>/submission/", SubmissionView.as_view(), name="submission"),
    path("<int:page_id>/take-back/", TakeBackView.as_view(), name="take_back"),
    path("<int:page_id>/review-date/", ReviewDateView.as_view(), name="review_date"),
    path("<int:page_id>/review/", ReviewView.as_view(), name="review"),
]
