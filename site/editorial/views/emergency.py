"""Publishing in an emergency, and confirming what was published so."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from editorial.access import MayAnswerForPages
from editorial.decisions import why_not_confirm, why_not_publish_in_emergency
from editorial.emergency import confirm, publish_in_emergency, unconfirmed
from editorial.fields import ReasonField
from editorial.records import Approval
from editorial.views.base import PageStepView
from editorial.views.exports import PlainTextExport
from editorial.views.paginator import PagePaginator


class EmergencyForm(forms.Form):
    """Asks why there is no time for a second person."""

    reason = ReasonField(
        label=_("Reason"),
        help_text=_("Why it cannot wait for a second person. It stays in the record and is shown to who confirms it."),
    )


class EmergencyView(PageStepView):
    """Publishes the newest version of a page on one person's word."""

    page_title = _("Publish in an emergency")
    header_icon = "warning"
    form_class = EmergencyForm
    explanation = _(
        "The newest saved version goes live at once, without a second person. Another person has to confirm it "
        "afterwards; until then it is listed on everybody's desk who may."
    )
    submit_label = _("Publish now")
    done_message = _("“%(title)s” is live. Another person has to confirm it.")

    def why_not(self) -> str | Promise | None:
        return why_not_publish_in_emergency(self.user, self.page)

    def carry_out(self, form: Any) -> None:
        publish_in_emergency(self.page, self.user, form.cleaned_data["reason"])


class ConfirmView(PageStepView):
    """Confirms an emergency publication."""

    page_title = _("Confirm an emergency publication")
    header_icon = "success"
    form_class = forms.Form
    template_name = "editorial/confirm.html"
    submit_label = _("I have read it and confirm it")
    done_message = _("You confirmed “%(title)s”.")

    @cached_property
    def approval(self) -> Approval:
        """The emergency publication at this address."""
        numbers = Approval.objects.filter(pk=self.kwargs["approval_id"], kind=Approval.Kind.EMERGENCY)
        return get_object_or_404(numbers.select_related("user", "page"))

    @cached_property
    def page(self) -> Page:
        """The page that was published."""
        return get_object_or_404(Page, pk=self.approval.page_id).specific

    def why_not(self) -> str | Promise | None:
        return why_not_confirm(self.user, self.approval)

    def carry_out(self, form: Any) -> None:
        confirm(self.approval, self.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        former = Approval.objects.filter(page_id=self.page.pk, pk__lt=self.approval.pk).last()
        compare = [self.page.pk, former.revision_id, self.approval.revision_id] if former else None
        may_edit = self.page.permissions_for_user(self.user).can_edit()
        return {
            **super().get_context_data(**kwargs),
            "approval": self.approval,
            "compare_url": reverse("wagtailadmin_pages:revisions_compare", args=compare)
            if compare and may_edit
            else None,
        }


class UnconfirmedView(MayAnswerForPages, PlainTextExport, ReportView):
    """Lists the emergency publications that nobody has confirmed yet."""

    page_title = _("Emergency publications to be confirmed")
    header_icon = "warning"
    index_url_name = "editorial:unconfirmed"
    index_results_url_name = "editorial:unconfirmed_results"
    model = Approval
    paginator_class = PagePaginator
    list_export = ["page", "page.locale", "user", "reason", "created_at"]
    export_headings = {
        "page": _("Page"),
        "page.locale": _("Language"),
        "user": _("Published by"),
        "reason": _("Reason"),
        "created_at": _("When"),
    }
    columns = [
        TitleColumn("page", label=_("Page"), get_url=lambda row: reverse("editorial:confirm", args=[row.pk])),
        Column("page.locale", label=_("Language"), accessor="page.locale"),
        Column("user", label=_("Published by")),
        Column("reason", label=_("Reason")),
        DateColumn("created_at", label=_("When")),
    ]

    def get_base_queryset(self) -> QuerySet[Approval]:
        return unconfirmed().filter(page__in=self.pages_answered_for())
