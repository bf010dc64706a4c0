"""Buttons at the foot of the editor, in the words of the publishing rules."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.models import WorkflowState


class SubmitForApprovalMenuItem(SubmitForModerationMenuItem):
    """Submits a page. Wagtail's label joins "Submit to" and the workflow's name, which Polish would inflect."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        returned = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Submit for approval again") if returned else _("Submit for approval")
        return context
