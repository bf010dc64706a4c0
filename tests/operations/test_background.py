"""Tasks wait in the database for a worker; those that failed by outside causes are tried again."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks import task
from django_tasks_db.models import get_date_max

from operations.background import retrying
from operations.background.rows import BackgroundTask

pytestmark = pytest.mark.django_db
CAUSES: list[BaseException] = []  # what the task below fails with, one attempt after the other
DONE: list[int] = []


class ForeignError(ConnectionError):
    """Stands for the error of a library."""


@task()
def a_task(number: int) -> None:
    if CAUSES:
        raise CAUSES.pop(0)
    DONE.append(number)


@pytest.fixture(autouse=True)
def _tasks_in_the_database(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    CAUSES.clear()
    DONE.clear()


def work():
    """Have a worker do all that is ready."""
    call_command("db_worker", "--batch", "--interval", "0", "--no-reload", verbosity=0)


@pytest.fixture(autouse=True)
def _worker_in_this_process(monkeypatch):
    """The worker leaves the signals and the connection of the tests alone."""
    worker = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{worker}.Worker.configure_signals", lambda _self: None)
    monkeypatch.setattr(f"{worker}.close_old_connections", lambda: None)
    monkeypatch.setattr(f"{worker}.exclusive_transaction", lambda using=None: transaction.atomic())


def only_row():
    return BackgroundTask.objects.get()


def test_a_task_waits_until_a_worker_comes():
    a_task.enqueue(7)
    assert DONE == []
    work()
    assert DONE == [7]
    assert only_row().status == Status.SUCCESSFUL, only_row().traceback
    assert not BackgroundTask.objects.troubled().exists()


def test_a_task_that_was_asked_for_in_a_transaction_that_fails_is_not_done():
    with transaction.atomic():
        a_task.enqueue(7)
        transaction.set_rollback(True)
    work()
    assert DONE == []


@pytest.mark.parametrize("cause", [OSError("disk"), ForeignError("network"), TimeoutError()])
def test_an_outside_cause_has_it_tried_again_after_a_pause(cause, monkeypatch):
    CAUSES.append(cause)
    a_task.enqueue(7)
    began = timezone.now()
    work()
    row = only_row()
    assert (row.status, row.attempts, row.finished_at) == (Status.READY, 1, None)
    assert timedelta(seconds=59) < row.run_after - began < timedelta(seconds=90)
    assert row.last_error.startswith(type(cause).__qualname__ if cause.args == ("disk",) else "")
    work()
    assert DONE == []  # the pause is not over
    monkeypatch.setattr(timezone, "now", lambda: row.run_after)
    work()
    assert DONE == [7]
    assert only_row().status == Status.SUCCESSFUL


@pytest.mark.parametrize("cause", [ValueError("a mistake of ours"), FileNotFoundError("no such file")])
def test_what_waiting_does_not_mend_is_given_up_at_once(cause):
    CAUSES.append(cause)
    a_task.enqueue(7)
    work()
    assert (only_row().status, only_row().attempts) == (Status.FAILED, 1)
    assert str(cause) in only_row().last_error


def test_pauses_grow_until_the_last_attempt(monkeypatch):
    a_task.enqueue(7)
    pauses, now = [], timezone.now()
    for _attempt in range(retrying.ATTEMPTS):
        CAUSES.append(OSError("still away"))
        monkeypatch.setattr(timezone, "now", lambda moment=now: moment)
        work()
        row = only_row()
        if row.status == Status.READY:
            pauses.append(int((row.run_after - now).total_seconds() / 60))
            now = row.run_after
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]
    assert (row.status, row.attempts) == (Status.FAILED, retrying.ATTEMPTS)


@pytest.mark.parametrize(
    ("path", "outside"),
    [
        ("django.db.utils.OperationalError", True),
        ("django.db.utils.IntegrityError", False),
        ("botocore.exceptions.EndpointConnectionError", True),
        ("redis.exceptions.ConnectionError", True),
        ("builtins.TimeoutError", True),
        ("nowhere.Error", False),
        ("os.path", False),
    ],
)
def test_which_causes_are_outside(path, outside):
    assert retrying.has_outside_cause(path) is outside


def lose(**fields):
    a_task.enqueue(7)
    row = only_row()
    row.claim("a worker that was killed")
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row


def test_the_task_of_a_killed_worker_is_begun_again():
    now = timezone.now()
    lose(started_at=now - timedelta(minutes=61))
    call_command("tidy_tasks", verbosity=0)
    assert only_row().last_error == "The worker was gone before the task had ended."
    work()
    assert DONE == [7]


def test_a_task_that_runs_is_left_alone():
    lose(started_at=timezone.now() - timedelta(minutes=59))
    call_command("tidy_tasks", verbosity=0)
    assert only_row().status == Status.RUNNING


def test_a_task_that_kills_its_workers_is_given_up():
    lose(started_at=timezone.now() - timedelta(minutes=61), worker_ids=["w"] * retrying.ATTEMPTS)
    call_command("tidy_tasks", verbosity=0)
    assert only_row().status == Status.FAILED


@pytest.mark.parametrize(
    ("status", "days", "left"),
    [(Status.SUCCESSFUL, 6, 1), (Status.SUCCESSFUL, 8, 0), (Status.FAILED, 29, 1), (Status.FAILED, 31, 0)],
)
def test_rows_of_old_tasks_are_deleted(status, days, left):
    lose(status=status, finished_at=timezone.now() - timedelta(days=days))
    call_command("tidy_tasks", verbosity=0)
    assert BackgroundTask.objects.count() == left


def test_what_was_given_up_is_begun_again_with_all_attempts():
    lose(status=Status.FAILED, finished_at=timezone.now())
    assert retrying.try_given_up_again() == 1
    assert (only_row().status, only_row().attempts, only_row().run_after) == (Status.READY, 0, get_date_max())
    work()
    assert DONE == [7]


@pytest.mark.each_case
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no rows apart for a lock")
def test_it_is_a_query_that_postgresql_takes():
    assert retrying.recover_lost(timezone.now()) == 0
    assert retrying.try_given_up_again() == 0
