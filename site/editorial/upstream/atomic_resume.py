"""Submitting a returned page again is all or nothing.

Wagtail 8.0 starts a workflow in a transaction, but resumes one outside of any: a submission that is refused would leave
a page that is under approval and waits for nobody. docs/deviations/atomic-resume.md says when this can go.
"""

from django.db import transaction
from wagtail.models import WorkflowState


def apply() -> None:
    """Wrap the resuming of a workflow in a transaction, once."""
    if not hasattr(WorkflowState.resume, "__wrapped__"):
        WorkflowState.resume = transaction.atomic(WorkflowState.resume)
