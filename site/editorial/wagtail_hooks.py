"""Where the publishing rules meet Wagtail's admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page

from editorial.action_menu import SubmitForApprovalMenuItem
from editorial.approvals import why_not_approve
from editorial.contributions import carry_over
from editorial.refusals import PublishingRefused
from editorial.tasks import FourEyesTask


@hooks.register("before_edit_page")
def approve_what_was_read(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Bind an approval in the editor to the revision that the approver has on the screen.

    Wagtail approves whatever is newest. Here a page that somebody changed meanwhile has to be read again.
    """
    task_state = page.current_workflow_task_state
    if task_state is None or not isinstance(task_state.task.specific, FourEyesTask):
        return None
    if request.method == "GET":
        _explain_missing_approval(request, page, task_state.task.specific)
    elif request.POST.get("action-workflow-action") and request.POST.get("workflow-action-name") == "approve":
        latest = page.get_latest_revision()
        seen = request.POST.get("overwrite_revision_id") or request.POST.get("loaded_revision_id")
        if seen != str(latest.pk) or _was_overwritten(request, latest.created_at.isoformat()):
            raise PublishingRefused(
                _("The page has changed since you opened it. Read it again, then approve it. Nothing was published.")
            )
        if task_state.revision_id != latest.pk:
            task_state.revision = latest
            task_state.save(update_fields=["revision"])
    return None


def _was_overwritten(request: HttpRequest, created_at: str) -> bool:
    """Whether autosave rewrote the revision after it was loaded. The editor's own autosaves name the revision."""
    if request.POST.get("overwrite_revision_id"):
        return False
    return request.POST.get("loaded_revision_created_at") != created_at


def _explain_missing_approval(request: HttpRequest, page: Page, task: FourEyesTask) -> None:
    """Tell an approver who may not approve this page why the button is not there."""
    actions = {name for name, _label, _modal in task.get_actions(page, request.user)}
    if actions and "approve" not in actions and (reason := why_not_approve(request.user, page)):
        messages.info(request, reason)


@hooks.register("construct_page_action_menu")
def submit_for_approval(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put our words for submitting in place of Wagtail's."""
    for number, item in enumerate(items):
        if type(item) is SubmitForModerationMenuItem:
            items[number] = SubmitForApprovalMenuItem(order=item.order)


@hooks.register("after_copy_page")
def keep_contributors(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Let the authors of a page count as authors of its copy too, subpages included."""
    copies = {copy.url_path.removeprefix(new_page.url_path): copy for copy in new_page.get_descendants(inclusive=True)}
    for original in page.get_descendants(inclusive=True).exclude(pk__in=[copy.pk for copy in copies.values()]):
        if copy := copies.get(original.url_path.removeprefix(page.url_path)):
            carry_over(original, copy)


class ReadOnlyPagesAPI(PagesAdminAPIViewSet):
    """The admin's own API without its actions: publishing, copying and converting go through the admin's views."""

    actions: dict[str, type] = {}


@hooks.register("construct_admin_api")
def read_only_admin_api(router: WagtailAPIRouter) -> None:
    """Put the read-only endpoint in place of Wagtail's."""
    router.register_endpoint("pages", ReadOnlyPagesAPI)
