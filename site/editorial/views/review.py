"""Review dates: setting one, and saying that a page still holds."""

from typing import Any, cast

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from editorial.access import MayAnswerForPages
from editorial.decisions import why_not_review, why_not_set_review
from editorial.log_actions import REVIEW, REVIEW_DATE
from editorial.reviews import ReviewDate
from editorial.views.base import PageStepView
from editorial.views.exports import PlainTextExport
from editorial.views.paginator import PagePaginator


class ReviewDateForm(forms.ModelForm):
    """Asks by when, and of whom."""

    class Meta:
        model = ReviewDate
        fields = ["review_by", "contact", "contact_name", "contact_email"]
        widgets = {"review_by": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True)
        contact = cast(forms.ModelChoiceField, self.fields["contact"])
        contact.queryset = people.order_by("last_name", "first_name", "username")

    def clean_review_by(self) -> Any:
        """Refuse a day that is over.

        Raises:
            ValidationError: it is.
        """
        day = self.cleaned_data["review_by"]
        if "review_by" in self.changed_data and day <= timezone.localdate():
            raise ValidationError(_("Give a day after today."))
        return day


class ReviewDateView(PageStepView):
    """Sets by when a page has to be read again, and by whom."""

    page_title = gettext_lazy("Review date")
    header_icon = "date"
    form_class = ReviewDateForm
    explanation = gettext_lazy("The person is reminded by e-mail until somebody says that the page still holds.")
    submit_label = gettext_lazy("Save")
    done_message = gettext_lazy("The review date of “%(title)s” is set.")

    def why_not(self) -> str | Promise | None:
        return why_not_set_review(self.user, self.page)

    def get_form_kwargs(self) -> dict[str, Any]:
        known = ReviewDate.objects.filter(page_id=self.page.pk).first()
        return {**super().get_form_kwargs(), "instance": known or ReviewDate(page_id=self.page.pk)}

    def carry_out(self, form: Any) -> None:
        date = form.save()
        said = _("by %(day)s, %(person)s") % {"day": date.review_by.isoformat(), "person": date.contact_label}
        log(instance=self.page, action=REVIEW_DATE, user=self.user, data={"reason": said})


class ReviewForm(forms.Form):
    """Asks for the next day."""

    review_by = forms.DateField(label=gettext_lazy("Read it again by"), widget=AdminDateInput)

    def clean_review_by(self) -> Any:
        """Refuse a day that is over.

        Raises:
            ValidationError: it is.
        """
        if self.cleaned_data["review_by"] <= timezone.localdate():
            raise ValidationError(_("Give a day after today."))
        return self.cleaned_data["review_by"]


class ReviewView(PageStepView):
    """Records that a page was read and still holds."""

    page_title = gettext_lazy("Review")
    header_icon = "success"
    form_class = ReviewForm
    explanation = gettext_lazy(
        "Read the page as readers see it. If something does not hold any more, change it and submit it. If all of it "
        "holds, say so here."
    )
    submit_label = gettext_lazy("It still holds")
    done_message = gettext_lazy("“%(title)s” was reviewed.")

    @cached_property
    def date(self) -> ReviewDate:
        """The review date of the page."""
        return get_object_or_404(ReviewDate, page_id=self.page.pk)

    def why_not(self) -> str | Promise | None:
        return why_not_review(self.user, self.page, self.date)

    def get_initial(self) -> dict[str, Any]:
        today = timezone.localdate()
        return {"review_by": today.replace(year=today.year + 1, day=min(today.day, 28))}

    def carry_out(self, form: Any) -> None:
        self.date.review_by = form.cleaned_data["review_by"]
        self.date.last_reviewed_at = timezone.now()
        self.date.save()
        said = _("again by %(day)s") % {"day": self.date.review_by.isoformat()}
        log(instance=self.page, action=REVIEW, user=self.user, data={"reason": said})


class ReviewsView(MayAnswerForPages, PlainTextExport, ReportView):
    """Lists the pages with a review date, those that are due first."""

    page_title = gettext_lazy("Review dates")
    header_icon = "date"
    index_url_name = "editorial:reviews"
    index_results_url_name = "editorial:reviews_results"
    model = ReviewDate
    paginator_class = PagePaginator
    default_ordering = "review_by"
    list_export = ["page", "page.locale", "review_by", "contact_label", "last_reviewed_at"]
    export_headings = {
        "page": gettext_lazy("Page"),
        "page.locale": gettext_lazy("Language"),
        "review_by": gettext_lazy("Review by"),
        "contact_label": gettext_lazy("Who"),
        "last_reviewed_at": gettext_lazy("Last reviewed"),
    }
    columns = [
        TitleColumn(
            "page", label=gettext_lazy("Page"), get_url=lambda row: reverse("editorial:review", args=[row.page_id])
        ),
        Column("language", label=gettext_lazy("Language"), accessor="page.locale"),
        DateColumn("review_by", label=gettext_lazy("Review by"), sort_key="review_by"),
        Column("contact_label", label=gettext_lazy("Who")),
        DateColumn("last_reviewed_at", label=gettext_lazy("Last reviewed")),
    ]

    def get_base_queryset(self) -> QuerySet[ReviewDate]:
        dates = ReviewDate.objects.filter(page__in=self.pages_answered_for(), page__live=True)
        return dates.select_related("page__locale", "contact")
