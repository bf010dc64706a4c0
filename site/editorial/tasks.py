"""The step of a workflow in which a second person approves."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, TaskState, WorkflowState

from accounts.models import User
from editorial.digest import page_digest
from editorial.refusals import PublishingRefused
from editorial.submission_conditions import NOT_APPROVED_YET, NOT_SUBMITTED, check_submission_conditions
from editorial.validation import check_content


class ReturnForm(forms.Form):
    """Asks what has to be changed."""

    comment = forms.CharField(
        label=gettext_lazy("What has to be changed"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The author reads it. What concerns one field, write as a comment beside that field."),
        error_messages={"required": gettext_lazy("Say what has to be changed, so that the author can change it.")},
    )


class FourEyesTask(AbstractGroupApprovalTask):
    """Approval by a member of its groups who did not change the page since it was last approved."""

    class Meta:
        verbose_name = gettext_lazy("approval by a second person")
        verbose_name_plural = gettext_lazy("approvals by a second person")

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Start the approval of the newest revision, if it is complete and meets every condition.

        Raises:
            PublishingRefused: a field is wrong or missing, or a condition is not met.
        """
        revision = workflow_state.content_object.get_latest_revision()
        if revision is not None:
            page = revision.as_object()
            check_content(page)
            check_submission_conditions(page, NOT_SUBMITTED)
        return super().start(workflow_state, user=user)

    def get_actions(self, obj: Page, user: User | AnonymousUser) -> list[tuple[str, str, bool]]:
        """Return what the person may do: send back always, approve unless they contributed."""
        from editorial.decisions import why_not_approve

        if not super().get_actions(obj, user):
            return []
        actions = [("reject", _("Send back with a comment"), True)]
        if why_not_approve(user, obj) is None:
            actions += [("approve", _("Approve"), False), ("approve", _("Approve with a comment"), True)]
        return actions

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        """Return the form of an action: nothing is sent back without a word."""
        return ReturnForm if action == "reject" else super().get_form_for_action(action)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Carry out an action on the revision that the person has read.

        Raises:
            PublishingRefused: they contributed to it, it has changed since it was submitted or opened, or it does not
                meet a condition any more.
        """
        from editorial.decisions import why_not_approve

        if action_name == "approve":
            page = task_state.workflow_state.content_object.specific
            reason = why_not_approve(user, page)
            if reason is None and not self._waits_for(task_state, page.get_latest_revision()):
                reason = _("The page has changed since it was submitted. Open it, read it, and approve it there.")
            if reason:
                raise PublishingRefused(reason)
            check_submission_conditions(page.get_latest_revision_as_object(), NOT_APPROVED_YET)
        super().on_action(task_state, user, action_name, **kwargs)

    @staticmethod
    def _waits_for(task_state: TaskState, latest: Revision) -> bool:
        """Whether the newest revision says what the waiting one does. Saving a page unchanged makes a new revision."""
        if task_state.revision_id == latest.pk:
            return True
        if task_state.revision is None or (
            page_digest(task_state.revision.as_object()) != page_digest(latest.as_object())
        ):
            return False
        task_state.revision = latest
        task_state.save(update_fields=["revision"])
        return True

    @classmethod
    def get_description(cls) -> str:
        """Describe the task where a workflow is put together."""
        return _("A member of the chosen groups who did not change the page approves it")
