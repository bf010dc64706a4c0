"""A schedule is carried out once by several workers, whole or not at all by one that is killed.

The workers are processes of their own, so each test has a database of its own that they can open.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from accounts.models import User
from content.factories import make_news
from editorial.approvals import record_approval
from editorial.models import Approval
from editorial.schedules import PUBLISHED, TAKEN_DOWN
from news.models import NewsPage
from tests.own_database import copy_of_database

pytestmark = [pytest.mark.django_db, pytest.mark.each_case]
ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60  # more than any worker needs, so that a test that hangs fails


@pytest.fixture
def address(django_db_setup, django_db_blocker, tmp_path) -> Iterator[str]:
    """The address of a copy of the test database, which this process uses too while the test runs."""
    with copy_of_database(django_db_blocker, tmp_path) as at:
        yield at


@pytest.fixture
def _django_db_helper(address: str) -> None:
    """Stands in for pytest-django's, which keeps a test in one transaction that other processes do not see."""


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(address) -> Iterator[Start]:
    """Returns a function that starts a worker, or another command on the same database. None outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def run(*arguments: str, module: str = "tests.editorial.scheduled_worker") -> "subprocess.Popen[str]":
        env = {
            **os.environ,
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        }
        command = [sys.executable, "-m", module, *arguments]
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def paused(worker: "subprocess.Popen[str]") -> "subprocess.Popen[str]":
    """Wait until a worker stands where it was told to stop."""
    assert worker.stdout is not None
    said = worker.stdout.readline()
    assert said == "paused\n", f"{said}{worker.communicate()}"
    return worker


def let_go(worker: "subprocess.Popen[str]") -> None:
    assert worker.stdin is not None
    worker.stdin.write("\n")
    worker.stdin.flush()


def done(worker: "subprocess.Popen[str]") -> dict[str, Any]:
    """Wait for the end of a worker and return what it did."""
    output, errors = worker.communicate(timeout=SECONDS)
    assert worker.returncode == 0, errors
    return json.loads(output.splitlines()[-1])


def make_due(page: NewsPage, author: User, editor: User) -> Revision:
    """Approve a new version of a page for a moment that has passed since."""
    at = timezone.now() + timedelta(hours=1)
    page.lead, page.go_live_at = "The new version.", at
    revision = page.save_revision(user=author)
    record_approval(revision, kind=Approval.Kind.WORKFLOW, user=editor)
    revision.publish()
    passed = timezone.now() - timedelta(seconds=1)
    content = {**revision.content, "go_live_at": passed.isoformat()}
    Revision.objects.filter(pk=revision.pk).update(content=content, approved_go_live_at=passed)
    # An approval covers the moment too, so what was approved has to say the moment that has passed.
    revision.refresh_from_db()
    record_approval(revision, kind=Approval.Kind.WORKFLOW, user=editor)
    return revision


@pytest.fixture
def live(structure) -> NewsPage:
    """A live page."""
    return make_news(
        structure["pl"].sections["news"], title="Nowa ścieżka", slug="nowa-sciezka", lead="The old version."
    )


@pytest.fixture
def due(live, people) -> Revision:
    """A new version of a live page that should be live by now."""
    return make_due(live, people["author"], people["editor"])


def log_of(page_id: int, action: str) -> list[PageLogEntry]:
    return list(PageLogEntry.objects.filter(page=page_id, action=action))


def assert_old(revision: Revision) -> None:
    page = NewsPage.objects.get(pk=revision.object_id)
    assert (page.live, page.lead) == (True, "The old version.")
    assert page.live_revision_id != revision.pk
    assert Revision.objects.get(pk=revision.pk).approved_go_live_at == revision.approved_go_live_at
    assert log_of(page.pk, PUBLISHED) == []


def assert_new(revision: Revision) -> None:
    page = NewsPage.objects.get(pk=revision.object_id)
    assert (page.live, page.lead) == (True, "The new version.")
    assert page.live_revision_id == revision.pk
    assert not page.has_unpublished_changes
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert [entry.revision_id for entry in log_of(page.pk, PUBLISHED)] == [revision.pk]


def test_two_workers_that_begin_at_the_same_moment_publish_once(start, due):
    workers = [start("listed"), start("listed")]
    for worker in workers:
        paused(worker)
    assert_old(due)
    for worker in workers:
        let_go(worker)
    outcomes = [done(worker) for worker in workers]
    assert sorted(each["published"] for each in outcomes) == [0, 1]
    assert sorted(each["signals"] for each in outcomes) == [0, 1]
    assert not any(each["failed"] or each["refused"] for each in outcomes)
    assert_new(due)


def test_a_worker_that_comes_while_another_is_at_it_leaves_it_alone(start, due):
    first = paused(start("published"))
    second = start()
    if connection.vendor == "postgresql":  # SQLite lets one write at a time, so there the second one waits
        assert done(second)["published"] == 0
    assert_old(due)
    let_go(first)
    assert done(first)["published"] == 1
    if connection.vendor != "postgresql":
        assert done(second)["published"] == 0
    assert_new(due)


def test_a_worker_that_knew_of_it_before_another_has_done_it_does_nothing(start, due):
    late = paused(start("listed"))
    assert done(start())["published"] == 1
    let_go(late)
    assert done(late) == {"published": 0, "taken_down": 0, "refused": 0, "failed": 0, "news": False, "signals": 0}
    assert_new(due)


def let_the_database_notice(page_id: int) -> None:
    """Wait until the lock of a process that was killed is gone."""
    with transaction.atomic():
        Page.objects.select_for_update().get(pk=page_id)


def kill(worker: "subprocess.Popen[str]") -> None:
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(SECONDS) == -signal.SIGKILL


def test_a_worker_that_is_killed_while_it_publishes_leaves_the_old_page_and_the_next_one_completes_it(start, due):
    kill(paused(start("published")))
    let_the_database_notice(int(due.object_id))
    assert_old(due)
    assert done(start())["published"] == 1
    assert_new(due)
    assert done(start())["signals"] == 0
    assert_new(due)


def test_the_same_for_one_that_takes_a_page_down(start, live):
    page = NewsPage.objects.get(pk=live.pk)
    page.expire_at = timezone.now() - timedelta(seconds=1)
    revision = page.save_revision()
    record_approval(revision, kind=Approval.Kind.CONTENT, reason="A test")
    revision.publish()
    kill(paused(start("taken_down")))
    let_the_database_notice(page.pk)
    page.refresh_from_db()
    assert (page.live, page.expired) == (True, False)
    assert log_of(page.pk, TAKEN_DOWN) == []
    assert done(start())["taken_down"] == 1
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    assert len(log_of(page.pk, TAKEN_DOWN)) == 1


def test_the_loop_carries_out_what_becomes_due_and_stops_when_it_is_told(start, live, people):
    loop = start("publish_scheduled", "--every", "0.2", module="manage")
    revision = make_due(live, people["author"], people["editor"])
    assert loop.stdout is not None
    assert loop.stdout.readline() == "1 published, 0 taken down\n"
    assert_new(revision)
    loop.send_signal(signal.SIGTERM)
    output, errors = loop.communicate(timeout=SECONDS)
    assert (loop.returncode, output, errors) == (0, "", "")
