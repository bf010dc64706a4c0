"""Where the checks meet Wagtail's admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page

from checks.findings import newest_version, results_for
from editorial.tasks import FourEyesTask


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give our views their addresses."""
    return [path("checks/", include("checks.admin_urls"))]


@hooks.register("insert_editor_js")
def script() -> SafeString:
    """Add the script that leads from a finding to its field and renews the list after a save."""
    return format_html('<script src="{}"></script>', static("checks/checks.js"))


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Add the styles of the list."""
    return format_html('<link rel="stylesheet" href="{}">', static("checks/checks.css"))


@hooks.register("before_edit_page")
def tell_the_approver(request: HttpRequest, page: Page) -> None:
    """Tell who may approve a page of the reasons that were given: approving it accepts them."""
    task_state = page.current_workflow_task_state if request.method == "GET" else None
    if task_state is None or not isinstance(task := task_state.task.specific, FourEyesTask):
        return
    actions: list[tuple[Any, ...]] = task.get_actions(page, request.user)
    if not any(name == "approve" for name, *_rest in actions):
        return
    count = sum(result.override is not None for result in results_for(newest_version(page)))
    if count:
        said = ngettext(
            "A check found something, and somebody said why it may stay. Read the reason among the checks at the side "
            "(the glasses): approving the page accepts it.",
            "Checks found %(count)d things, and somebody said why they may stay. Read the reasons among the checks at "
            "the side (the glasses): approving the page accepts them.",
            count,
        )
        messages.info(request, said % {"count": count})
