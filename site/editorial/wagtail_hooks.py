"""Where the publishing rules meet Wagtail's admin."""

from collections.abc import Iterator
from typing import Any, cast

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page, WorkflowState

from accounts.models import User
from editorial.access import answers_for_pages
from editorial.action_menu import replace_items
from editorial.contributions import carry_over
from editorial.decisions import has_publish_right, why_not_approve, why_not_set_review
from editorial.desk.panel import TOLD_BY_THE_DESK, DeskPanel
from editorial.moments import notes_on_moments
from editorial.refusals import PublishingRefused
from editorial.side_by_side import note_version_not_read, tell_of_version_not_read
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


@hooks.register("before_edit_page")
def tell_what_has_to_be_changed(request: HttpRequest, page: Page) -> None:
    """Tell who opens a page that was sent back what the approver wrote about it as a whole."""
    state = page.current_workflow_state
    if request.method != "GET" or state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    answer = state.current_task_state
    if answer is not None and answer.comment:
        person = answer.finished_by or _("somebody")
        messages.warning(
            request, _("Sent back by %(person)s: %(comment)s") % {"person": person, "comment": answer.comment}
        )


def _was_overwritten(request: HttpRequest, created_at: str) -> bool:
    """Whether autosave rewrote the revision after it was loaded. The editor's own autosaves name the revision."""
    if request.POST.get("overwrite_revision_id"):
        return False
    return request.POST.get("loaded_revision_created_at") != created_at


def _explain_missing_approval(request: HttpRequest, page: Page, task: FourEyesTask) -> None:
    """Tell an approver who may not approve this page why the button is not there."""
    actions = {name for name, _label, _modal in task.get_actions(page, request.user)}
    if actions and "approve" not in actions and (reason := why_not_approve(request.user, page)):
        messages.info(request, str(reason))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
@hooks.register("after_edit_setting")
def tell_which_of_two_moments(request: HttpRequest, saved: Model) -> None:
    """Tell who saved a moment that comes twice which of the two it was taken as. Autosave has nowhere to tell it."""
    if request.accepts("text/html"):
        for note in notes_on_moments(saved, request.POST):
            messages.info(request, note)


@hooks.register("before_edit_page")
def watch_for_others(request: HttpRequest, page: Page) -> None:
    """Notice that somebody else has saved the page since it was opened. Autosave refuses that by itself."""
    if request.method == "POST" and request.accepts("text/html"):
        note_version_not_read(request, page)


@hooks.register("after_edit_page")
def tell_of_others(request: HttpRequest, page: Page) -> None:
    """Tell who saved a page that somebody else has saved meanwhile."""
    tell_of_version_not_read(request, page)


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Let links in a refusal be seen."""
    return format_html('<link rel="stylesheet" href="{}">', static("editorial/refusals.css"))


@hooks.register("construct_page_action_menu")
def our_buttons(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put our buttons in place of Wagtail's."""
    replace_items(items, context)


@hooks.register("construct_homepage_panels")
def put_the_desk_first(request: HttpRequest, panels: list[Component]) -> None:
    """Show the desk in place of Wagtail's lists, each of which tells a part of it."""
    panels[:] = [
        DeskPanel(cast(User, request.user)),
        *(panel for panel in panels if not isinstance(panel, TOLD_BY_THE_DESK)),
    ]


@hooks.register("construct_homepage_summary_items", order=1000)
def drop_the_summary(request: HttpRequest, items: list[Component]) -> None:
    """Leave out how many pages and files there are: nobody acts on that, and it costs five queries."""
    items.clear()


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give our views their addresses."""
    return [path("publishing/", include("editorial.admin_urls"))]


@hooks.register("register_reports_menu_item")
def register_emergency_report() -> MenuItem:
    """Put the emergency publications among the reports."""
    return AnsweringMenuItem(
        gettext_lazy("Emergency publications"),
        reverse("editorial:unconfirmed"),
        name="emergency",
        icon_name="warning",
        order=100,
    )


@hooks.register("register_reports_menu_item")
def register_reviews_report() -> MenuItem:
    """Put the review dates among the reports."""
    return AnsweringMenuItem(
        gettext_lazy("Review dates"), reverse("editorial:reviews"), name="reviews", icon_name="date", order=110
    )


@hooks.register("register_reports_menu_item")
def register_audit_log() -> MenuItem:
    """Put the audit log among the reports."""
    return AnsweringMenuItem(
        gettext_lazy("Audit log"), reverse("editorial:audit_log"), name="audit-log", icon_name="history", order=1000
    )


@hooks.register("construct_reports_menu")
def drop_site_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out Wagtail's list of the same entries, which has no reasons."""
    items[:] = [item for item in items if item.name != "site-history"]


@hooks.register("register_reports_menu_item")
def register_schedules_report() -> MenuItem:
    """Put what waits for its time among the reports."""
    return AnsweringMenuItem(
        gettext_lazy("Scheduled publications"),
        reverse("editorial:schedules"),
        name="schedules",
        icon_name="calendar-check",
        order=120,
    )


class AnsweringMenuItem(MenuItem):
    """An entry for those who may publish pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return answers_for_pages(request.user)


@hooks.register("register_page_listing_more_buttons")
def take_down_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer to take a page down in its row of the explorer."""
    if page.live and has_publish_right(user, page):
        yield Button(_("Take down"), reverse("editorial:take_down", args=[page.pk]), icon_name="download", priority=30)


@hooks.register("register_page_header_buttons")
def review_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer the review date in the header of a live page."""
    if why_not_set_review(user, page) is None:
        url = reverse("editorial:review_date", args=[page.pk])
        yield Button(_("Review date"), url, icon_name="date", priority=70)


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
