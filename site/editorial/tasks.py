"""The step of a workflow in which a second person approves."""

from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from accounts.models import User
from editorial.refusals import PublishingRefused


class FourEyesTask(AbstractGroupApprovalTask):
    """Approval by a member of its groups who did not change the page since it was last approved."""

    class Meta:
        verbose_name = gettext_lazy("approval by a second person")
        verbose_name_plural = gettext_lazy("approvals by a second person")

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, str, bool]]:
        """Return what the person may do: send back always, approve unless they contributed."""
        from editorial.approvals import why_not_approve

        actions = super().get_actions(obj, user)
        if actions and why_not_approve(user, obj):
            return [action for action in actions if action[0] != "approve"]
        return actions

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Carry out an action on the revision that the person has read.

        Raises:
            PublishingRefused: they contributed to it, or it has changed since it was submitted or opened.
        """
        from editorial.approvals import why_not_approve

        if action_name == "approve":
            page = task_state.workflow_state.content_object.specific
            reason: str | Promise | None = why_not_approve(user, page)
            if reason is None and task_state.revision_id != page.latest_revision_id:
                reason = _("The page has changed since it was submitted. Open it, read it, and approve it there.")
            if reason:
                raise PublishingRefused(reason)
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        """Describe the task where a workflow is put together."""
        return _("A member of the chosen groups who did not change the page approves it")
