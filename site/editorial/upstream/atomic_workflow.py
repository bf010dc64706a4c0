"""Submitting again and taking back are all or nothing, as submitting, approving and sending back are.

Wagtail 8.0 writes the workflow, the log and the next step one after the other, outside a transaction: what fails
between leaves a page that waits for nobody. docs/deviations/atomic-workflow.md says when this can go.
"""

from django.db import transaction
from wagtail.models import WorkflowState


def apply() -> None:
    """Wrap what resumes and cancels an approval in a transaction, once."""
    for name in ("resume", "cancel"):
        if not hasattr(getattr(WorkflowState, name), "__wrapped__"):
            setattr(WorkflowState, name, transaction.atomic(getattr(WorkflowState, name)))
