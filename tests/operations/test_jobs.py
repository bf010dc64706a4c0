"""Each job is run when it is due, and sooner than usual after it failed."""

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.db import OperationalError
from django.utils import timezone

from delivery.caching import generation
from operations.jobs import running
from operations.jobs.locks import lock
from operations.jobs.running import run_if_due
from operations.jobs.schedule import JOBS, LANES, Job, jobs_by_name
from operations.jobs.state import JobState
from operations.management.commands import run_jobs

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
OFTEN = Job("often", "A test", LANES[0], every=MINUTE)
DAILY = jobs_by_name()["clearsessions"]


@pytest.fixture
def clock(monkeypatch):
    """Returns a function that sets what time it is."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def calls(monkeypatch):
    """The names of the commands that were called; `calls.fail` is raised by each if it is set."""

    class Calls(list):
        fail: Exception | None = None

    made = Calls()

    def call(name, *_options, **_more):
        made.append(name)
        if made.fail:
            raise made.fail

    monkeypatch.setattr(running, "call_command", call)
    return made


def state(job):
    return JobState.objects.get(name=job.name)


# When it is due


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-29T01:00", "2026-11-29T03:30"),
        ("2026-11-29T03:30", "2026-11-30T03:30"),
        ("2026-03-28T12:00", "2026-03-29T03:30"),  # the night of 23 hours
        ("2026-10-24T12:00", "2026-10-25T03:30"),  # the night of 25
        ("2026-12-31T12:00", "2027-01-01T03:30"),
    ],
)
def test_a_daily_job_is_due_at_its_time_in_warsaw(moment, due):
    in_warsaw = [datetime.fromisoformat(each).replace(tzinfo=ZoneInfo("Europe/Warsaw")) for each in (moment, due)]
    assert DAILY.next_after(in_warsaw[0]) == in_warsaw[1]


def test_every_job_is_a_command_with_one_rhythm_and_a_lane():
    for job in JOBS:
        assert job.name in get_commands()
        assert (job.every is None) != (job.at is None)
        assert job.lane in LANES
    assert len(jobs_by_name()) == len(JOBS)


def test_every_job_is_told_to_operators():
    told = (ROOT / "docs/operators/background.md").read_text(encoding="utf-8")
    assert [job.name for job in JOBS if f"`{job.name}" not in told] == []


def test_every_command_that_says_it_runs_again_and_again_is_a_job():
    """A command says so in its help: `Run it every day.`"""
    ours = [name for name, app in get_commands().items() if (ROOT / "site" / app).is_dir()]
    again = {name for name in ours if "Run it every" in load_command_class(get_commands()[name], name).help}
    assert len(again) >= 4
    assert again <= set(jobs_by_name())


# Running


@pytest.mark.django_db
def test_a_job_is_run_once_until_it_is_due_again(clock, calls):
    assert run_if_due(OFTEN)
    assert not run_if_due(OFTEN)
    assert calls == ["often"]
    assert state(OFTEN).due_at == NOW + MINUTE
    clock(NOW + MINUTE)
    assert run_if_due(OFTEN)
    assert calls == ["often", "often"]


@pytest.mark.django_db
def test_a_daily_job_waits_for_its_time_on_a_new_site(clock, calls):
    assert not run_if_due(DAILY)
    clock(NOW + timedelta(hours=14, minutes=30))
    assert run_if_due(DAILY)
    assert calls == ["clearsessions"]


@pytest.mark.django_db
def test_what_was_missed_while_nothing_ran_is_made_up_for_once(clock, calls):
    run_if_due(OFTEN)
    clock(NOW + timedelta(days=3))
    assert run_if_due(OFTEN)
    assert not run_if_due(OFTEN)


@pytest.mark.parametrize(
    ("error", "kept"),
    [(CommandError("3 could not be purged"), "3 could not be purged"), (OSError("gone"), "OSError: gone")],
)
@pytest.mark.django_db
def test_a_job_that_failed_is_tried_after_longer_and_longer_pauses(clock, calls, caplog, error, kept):
    at = NOW + timedelta(hours=14, minutes=30)
    run_if_due(DAILY)
    calls.fail = error
    for number, pause in enumerate((5, 10, 20), start=1):
        clock(at)
        assert run_if_due(DAILY)
        assert (state(DAILY).failures, state(DAILY).error) == (number, kept)
        assert state(DAILY).due_at == at + pause * MINUTE
        at += pause * MINUTE
    assert [each.getMessage() for each in caplog.records].count(f"The job clearsessions failed: {kept}") == 1
    calls.fail = None
    clock(at)
    assert run_if_due(DAILY)
    assert (state(DAILY).failures, state(DAILY).error) == (0, "")
    assert state(DAILY).due_at == DAILY.next_after(at)


@pytest.mark.django_db
def test_a_pause_is_never_longer_than_the_rhythm(clock, calls):
    calls.fail = CommandError("no")
    run_if_due(OFTEN)
    assert state(OFTEN).due_at == NOW + MINUTE
    JobState.objects.create(name=DAILY.name, due_at=NOW, failures=500)
    run_if_due(DAILY)
    assert state(DAILY).due_at == NOW + running.LONGEST_RETRY


@pytest.mark.django_db
def test_a_job_that_kills_its_process_is_not_begun_again_without_a_pause(clock, calls):
    JobState.objects.create(name=DAILY.name, due_at=NOW)
    calls.fail = SystemExit(137)  # nothing after it is carried out
    with pytest.raises(SystemExit):
        run_if_due(DAILY)
    assert state(DAILY).due_at == NOW + running.FIRST_RETRY


# Only one at a time


@pytest.mark.each_case
@pytest.mark.django_db
def test_nobody_begins_a_job_that_another_runs(clock, calls):
    with lock(OFTEN.name) as ours:
        assert ours
        with lock(OFTEN.name) as theirs, lock("another job") as other:
            assert (theirs, other) == (False, True)
        assert not run_if_due(OFTEN)
    assert calls == []
    assert run_if_due(OFTEN)


@pytest.mark.django_db
def test_who_comes_second_sees_that_it_was_done(clock, calls, monkeypatch):
    """Another one runs the job between our first look and our lock."""
    stale = JobState.objects.create(name=OFTEN.name, due_at=NOW)
    monkeypatch.setattr(running, "state_of", lambda *_args: stale)
    JobState.objects.filter(name=OFTEN.name).update(due_at=NOW + MINUTE)
    assert not run_if_due(OFTEN)
    assert calls == []


@pytest.mark.django_db
def test_jobs_with_nothing_to_do_leave_the_caches_of_pages_as_they_are(
    structure, settings, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE = True
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        ran = [run_if_due(job) for job in JOBS if job.every is not None]
    assert all(ran)
    assert generation.current() == before


# The command


@pytest.mark.django_db
def test_once_runs_what_is_due_and_ends(clock, calls):
    call_command("run_jobs", "--once")
    assert set(calls) == {job.name for job in JOBS if job.every is not None}


@pytest.mark.django_db
def test_a_lane_ends_the_job_that_it_runs_and_no_other_once_it_is_to_stop(monkeypatch):
    stopping, done = Event(), []

    def run(job):
        done.append(job.name)
        stopping.set()

    monkeypatch.setattr(run_jobs, "run_if_due", run)
    monkeypatch.setattr(run_jobs, "seconds_until_due", lambda _jobs: 3600)
    run_jobs.run_lane(list(JOBS), stopping)
    assert done == [JOBS[0].name]


@pytest.mark.django_db
def test_a_lane_outlives_a_database_that_is_away(monkeypatch, caplog):
    stopping, waits = Event(), []

    def fail(_job):
        raise OperationalError("no connection")

    def wait(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            stopping.set()

    monkeypatch.setattr(run_jobs, "run_if_due", fail)
    monkeypatch.setattr(stopping, "wait", wait)
    run_jobs.run_lane(list(JOBS), stopping)
    assert waits == [run_jobs.LONGEST_WAIT] * 2
    assert "Jobs could not be run" in caplog.text


def test_every_job_is_in_a_lane_that_stops_at_a_signal(monkeypatch):
    seen = []

    def lane(jobs, stopping):
        seen.extend(jobs)
        stopping.wait()

    monkeypatch.setattr(run_jobs, "run_lane", lane)
    original = run_jobs.Thread.start

    def start(thread):
        original(thread)
        if thread.name == LANES[-1]:
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(run_jobs.Thread, "start", start)
    call_command("run_jobs")
    assert sorted(job.name for job in seen) == sorted(jobs_by_name())
