"""Deleting one page, or several at once: both go to the recycle bin."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.forms import BaseForm, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.models import Page, ReferenceIndex

from accounts.models import User
from editorial.refusals import PublishingRefused
from editorial.views.base import PageStepView
from recycle_bin.companions import companions_of
from recycle_bin.decisions import why_not_bin
from recycle_bin.deleting import move_to_bin
from recycle_bin.models import kept
from recycle_bin.places import is_in_bin


class DeletePageView(PageStepView):
    """Stands at the address of Wagtail's own view. It says what goes along and until when it can be restored."""

    page_title = gettext_lazy("Delete")
    header_icon = "bin"
    template_name = "recycle_bin/delete.html"
    form_class = Form
    submit_label = gettext_lazy("Move to the recycle bin")

    @cached_property
    def parent_id(self) -> int:
        """The page that it stands below, before it goes."""
        return self.page.get_parent().pk

    def why_not(self) -> str | Promise | None:
        return why_not_bin(self.user, self.page)

    def way_back(self) -> str:
        came_from = get_valid_next_url_from_request(self.request)
        return came_from or reverse("wagtailadmin_explore", args=[self.parent_id])

    def form_valid(self, form: BaseForm) -> HttpResponse:
        way_back = self.way_back()
        try:
            binned = move_to_bin(self.page, self.user)
        except PublishingRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("“%(title)s” is in the recycle bin. It can be restored until %(day)s.")
            % {"title": self.page.get_admin_display_title(), "day": binned.last_day},
            buttons=[messages.button(reverse("recycle_bin:restore", args=[self.page.pk]), _("Restore"))],
        )
        return redirect(way_back)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, _last = super().get_breadcrumbs_items()
        return [*above, {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        companions = companions_of(self.page)
        return {
            **super().get_context_data(**kwargs),
            "days": settings.RECYCLE_BIN_DAYS,
            "until": timezone.localtime(timezone.now() + kept()),
            "below": self.page.get_descendants(),
            "companions": companions,
            "usage_count": ReferenceIndex.get_references_to(self.page).group_by_source_object().count(),
            "usage_url": reverse("wagtailadmin_pages:usage", args=[self.page.pk]),
        }


class DeletePagesBulkAction(DeleteBulkAction):
    """Moves several pages to the recycle bin. Its place is that of Wagtail's own action."""

    template_name = "recycle_bin/bulk_delete.html"

    def check_perm(self, page: Page) -> bool:
        return why_not_bin(self.request.user, page) is None

    def post(self, request: HttpRequest) -> HttpResponse:
        """Carry it out without asking for the name of the site: it can be undone."""
        return self.form_valid(self.get_form())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for refused in context["items_with_no_access"]:
            refused["reason"] = why_not_bin(self.request.user, refused["item"])
        return {
            **context,
            "type_to_confirm_before_delete": False,
            "days": settings.RECYCLE_BIN_DAYS,
            "until": timezone.localtime(timezone.now() + kept()),
        }

    def object_context(self, page: Page) -> dict[str, Any]:
        return {**super().object_context(page), "companions": companions_of(page)}

    @classmethod
    def execute_action(cls, objects: Iterable[Page], *, user: User, **kwargs: Any) -> tuple[int, int]:
        """Move the pages, and return how many were chosen and how many went along below them."""
        chosen = below = 0
        for page in objects:
            fresh = Page.objects.get(pk=page.pk)
            if is_in_bin(fresh):  # it went along with a page above it that was chosen too
                continue
            chosen += 1
            below += fresh.get_descendant_count()
            move_to_bin(fresh, user)
        return chosen, below

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d page is in the recycle bin.", "%(count)d pages are in the recycle bin.", num_parent_objects
        ) % {"count": num_parent_objects}
