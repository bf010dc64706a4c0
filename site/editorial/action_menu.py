"""Buttons at the foot of the editor, in the words of the publishing rules. Each asks the rules whether it is there."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
)
from wagtail.models import Page, WorkflowState

from accounts.models import User
from editorial.decisions import (
    why_not_hand_over,
    why_not_publish_in_emergency,
    why_not_reinstate,
    why_not_take_back,
    why_not_take_down,
)


class SubmitForApprovalMenuItem(SubmitForModerationMenuItem):
    """Submits a page. Wagtail's label joins "Submit to" and the workflow's name, which Polish would inflect."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        returned = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Submit for approval again") if returned else _("Submit for approval")
        return context


class StepMenuItem(ActionMenuItem):
    """Leads to the form of one step, if the rules let the person take it."""

    def why_not(self, user: User, page: Page) -> str | Promise | None:
        """Say why the person may not."""
        raise NotImplementedError

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit" and self.why_not(context["request"].user, context["page"]) is None

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse(f"editorial:{self.name}", args=[parent_context["page"].pk])


class EmergencyMenuItem(StepMenuItem):
    """Publishes without a second person."""

    name = "emergency"
    label = gettext_lazy("Publish in an emergency")
    icon_name = "warning"

    def why_not(self, user: User, page: Page) -> str | Promise | None:
        return why_not_publish_in_emergency(user, page)


class TakeDownMenuItem(StepMenuItem):
    """Takes a page down."""

    name = "take_down"
    label = gettext_lazy("Take down")
    icon_name = "download"

    def why_not(self, user: User, page: Page) -> str | Promise | None:
        return why_not_take_down(user, page)


class ReinstateMenuItem(StepMenuItem):
    """Lifts a withdrawal."""

    name = "reinstate"
    label = gettext_lazy("Lift the withdrawal")
    icon_name = "rotate"

    def why_not(self, user: User, page: Page) -> str | Promise | None:
        return why_not_reinstate(user, page)


class WaitingMenuItem(StepMenuItem):
    """A step of a page that waits for approval."""

    def why_not_now(self, user: User, state: WorkflowState) -> str | Promise | None:
        """Say why the person may not, in this approval."""
        raise NotImplementedError

    def is_shown(self, context: dict[str, Any]) -> bool:
        state = context["page"].current_workflow_state if context["view"] == "edit" else None
        return state is not None and self.why_not_now(context["request"].user, state) is None


class SubmissionMenuItem(WaitingMenuItem):
    """Sets the deadline, the priority and the approver."""

    name = "submission"
    label = gettext_lazy("Deadline, priority and approver")
    icon_name = "calendar-alt"

    def why_not_now(self, user: User, state: WorkflowState) -> str | Promise | None:
        return why_not_hand_over(user, state)


class TakeBackMenuItem(WaitingMenuItem):
    """Takes a submission back."""

    name = "take_back"
    label = gettext_lazy("Take back")
    icon_name = "rotate"

    def why_not_now(self, user: User, state: WorkflowState) -> str | Promise | None:
        return why_not_take_back(user, state)


OURS_INSTEAD: dict[type[ActionMenuItem], type[ActionMenuItem] | None] = {
    SubmitForModerationMenuItem: SubmitForApprovalMenuItem,
    UnpublishMenuItem: TakeDownMenuItem,
    CancelWorkflowMenuItem: TakeBackMenuItem,
    RestartWorkflowMenuItem: None,  # who takes a submission back can submit again
}
BESIDE = (SubmissionMenuItem, EmergencyMenuItem, ReinstateMenuItem)


def replace_items(items: list[ActionMenuItem], context: dict[str, Any]) -> None:
    """Put our buttons in place of Wagtail's, and beside them those that Wagtail does not know."""
    stock = {type(item): item for item in items}
    items[:] = [item for item in items if type(item) not in OURS_INSTEAD]
    for kind, ours in OURS_INSTEAD.items():
        if ours is SubmitForApprovalMenuItem:
            if kind in stock:
                items.append(ours(order=stock[kind].order))
        elif ours is not None and (item := ours(order=200)).is_shown(context):
            items.append(item)
    items.extend(item for each in BESIDE if (item := each(order=300)).is_shown(context))
    items.sort(key=lambda item: item.order)
