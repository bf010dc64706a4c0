"""Who is concerned by what happens to a page."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from accounts.models import User
from editorial.decisions import contributor_ids
from editorial.records import Approval, Contribution
from editorial.submissions import Submission


def people(ids: Iterable[int | None]) -> QuerySet[User]:
    """Return the people with these numbers."""
    return get_user_model().objects.filter(pk__in={pk for pk in ids if pk is not None})


def approvers(task_state: TaskState) -> list[User]:
    """Return those who may approve what waits in a step: its groups, without those who contributed."""
    task = task_state.task.specific
    if not isinstance(task, AbstractGroupApprovalTask):
        return []
    asked = get_user_model().objects.filter(is_active=True, groups__in=task.groups.all()).distinct()
    return list(asked.exclude(pk__in=contributor_ids(task_state.workflow_state.content_object)))


def asked_for(state: WorkflowState) -> tuple[User | None, Submission | None]:
    """Return who is named to approve a submission, and what it asks; a person whose account is closed is not named."""
    submission = Submission.objects.select_related("assigned_to").filter(workflow_state=state).first()
    person = submission.assigned_to if submission else None
    return (person if person and person.is_active else None), submission


def writers_now(page: Page, state: WorkflowState | None = None) -> QuerySet[User]:
    """Return who changed a page since it was last approved, and who submitted it."""
    ids = set(Contribution.since_approval(page).values_list("user_id", flat=True))
    return people(ids | {state.requested_by_id if state else None})


def writers_of(page: Page) -> QuerySet[User]:
    """Return who changed what was last approved of a page, or has changed it since, and who submitted it last."""
    approval = Approval.objects.filter(page_id=page.pk).last()
    rows = [Contribution.since_approval(page)] + ([approval.contributions()] if approval else [])
    ids = {user_id for each in rows for user_id in each.values_list("user_id", flat=True)}
    state = page.workflow_states.order_by("-pk").first()
    return people(ids | {state.requested_by_id if state else None})


def confirmers(approval: Approval) -> QuerySet[User]:
    """Return who may confirm an emergency publication: by their role, and without a part in it.

    A superuser is told only with a role beside, as of submissions.
    """
    policy = policy_registry.get_by_type(Page)
    may_publish = policy.users_with_permission_for_instance("publish", approval.page, include_superusers=False)
    wrote = approval.contributions().exclude(user=None).values_list("user_id", flat=True)
    return may_publish.exclude(pk__in=[approval.user_id, *wrote])
