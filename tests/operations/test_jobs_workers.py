"""Two schedulers at once, as processes: a job that is due is run by one of them, and a killed one frees its lock."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from django.utils import timezone

from operations.jobs.locks import lock
from operations.jobs.schedule import JOBS
from operations.jobs.state import JobState
from tests.own_database import copy_of_database

pytestmark = [pytest.mark.django_db, pytest.mark.each_case]
ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60  # more than any of them needs

# A scheduler whose only job says that it runs, and ends when a line comes in.
SCHEDULER = """
import sys, django
django.setup()
from operations.jobs import running
from operations.jobs.schedule import JOBS
def call(*args, **options):
    print("runs", flush=True)
    sys.stdin.readline()
running.call_command = call
print("free", flush=True)
print(running.run_if_due(JOBS[0]), flush=True)
"""


@pytest.fixture
def committed(django_db_setup, django_db_blocker, tmp_path) -> Iterator[str]:
    with copy_of_database(django_db_blocker, tmp_path) as address:
        yield address


@pytest.fixture
def _django_db_helper(committed: str) -> None:
    """Stands in for pytest-django's, which keeps a test in one transaction that other processes do not see."""


@pytest.fixture
def start(committed):
    """Returns a function that starts a program on the same database. None outlives the test."""
    started = []

    def run(*arguments):
        env = {**os.environ, "DATABASE_URL": committed, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
        env["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"
        pipe = subprocess.PIPE
        command = [sys.executable, *arguments]
        process = subprocess.Popen(command, cwd=ROOT, env=env, text=True, stdin=pipe, stdout=pipe, stderr=pipe)
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def test_a_job_is_run_by_one_of_two_and_the_death_of_that_one_frees_it(start):
    first = start("-c", SCHEDULER)
    assert [first.stdout.readline() for _line in range(2)] == ["free\n", "runs\n"]
    JobState.objects.update(due_at=timezone.now())  # it is due again, and still runs
    assert start("-c", SCHEDULER).communicate(timeout=SECONDS)[0] == "free\nFalse\n"
    first.send_signal(signal.SIGKILL)
    assert first.wait(SECONDS) == -signal.SIGKILL
    third = start("-c", SCHEDULER)
    output, errors = third.communicate("\n", timeout=SECONDS)
    assert output == "free\nruns\nTrue\n", errors


def test_the_scheduler_runs_what_is_due_and_stops_when_it_is_told(start):
    scheduler = start("manage.py", "run_jobs")
    often = [job for job in JOBS if job.every is not None]
    done = JobState.objects.filter(name__in=[job.name for job in often], finished_at__isnull=False)
    deadline = timezone.now() + timedelta(seconds=SECONDS)
    while done.count() < len(often) and timezone.now() < deadline:
        Event().wait(0.1)
    assert done.count() == len(often)
    assert set(done.values_list("error", flat=True)) == {""}
    scheduler.send_signal(signal.SIGTERM)
    output, errors = scheduler.communicate(timeout=SECONDS)
    assert (scheduler.returncode, output) == (0, ""), errors
    with lock(often[0].name) as free:
        assert free
