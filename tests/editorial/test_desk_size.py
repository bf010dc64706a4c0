"""The desk of a site with ten thousand pages."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState, Workflow, WorkflowState

from editorial.desk.rows import Section
from editorial.desk.sources import piles
from editorial.reviews import ReviewDate
from editorial.tasks import FourEyesTask
from news.models import NewsPage
from translation.truth.progress import add_missing

PAGES, SUBMITTED = 10_000, 2_000


@pytest.fixture
def large_site(structure, people):
    """Ten thousand live Polish pages without English versions, past their review date; many wait for approval."""
    news = structure["pl"].sections["news"]
    kind = ContentType.objects.get_for_model(NewsPage)
    now, first = timezone.now(), Page.objects.order_by("-pk").first().pk + 1
    Page.objects.bulk_create(
        Page(
            pk=first + number,
            title=f"Page {number}",
            draft_title=f"Page {number}",
            slug=f"page-{number}",
            path=Page._get_path(news.path, news.depth + 1, number + 100),
            depth=news.depth + 1,
            url_path=f"{news.url_path}page-{number}/",
            content_type=kind,
            locale=news.locale,
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
            live=True,
        )
        for number in range(PAGES)
    )
    add_missing()
    numbers = range(first, first + PAGES)
    today = timezone.localdate()
    ReviewDate.objects.bulk_create(
        ReviewDate(page_id=number, review_by=today - timedelta(days=number % 9), contact=people["author"])
        for number in numbers
    )
    workflow, task = Workflow.objects.get(), FourEyesTask.objects.get()
    pages = ContentType.objects.get_for_model(Page)
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            object_id=str(number),
            base_content_type=pages,
            content_type=kind,
            workflow=workflow,
            requested_by=people["author"],
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
        for number in numbers[:SUBMITTED]
    )
    tasks = TaskState.objects.bulk_create(
        TaskState(
            workflow_state=state,
            revision=news.latest_revision,
            task=task.task_ptr,
            status=TaskState.STATUS_IN_PROGRESS,
        )
        for state in states
    )
    for state, waiting in zip(states, tasks, strict=True):
        state.current_task_state = waiting
    WorkflowState.objects.bulk_update(states, ["current_task_state"])


@pytest.mark.usefixtures("large_site")
def test_ten_thousand_pages_cost_no_more_queries_and_are_counted_right(client, people):
    for name in ("author", "editor", "translator", "administrator"):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        client.get(reverse("wagtailadmin_home"))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("wagtailadmin_home")).status_code == 200
        assert len(captured) < 15
    counts = {pile.section: pile.total for pile in piles(people["editor"], 10)}
    assert (counts[Section.WAITING], counts[Section.REVIEW]) == (SUBMITTED, PAGES)
    assert piles(people["author"], 10, [Section.SUBMITTED])[0].total == SUBMITTED
    assert piles(people["translator"], 10, [Section.WAITING])[0].total >= PAGES
