"""Administrators see how background work is doing; what watches over the site sees whether it is late."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks_db.models import get_date_max

from operations.background.rows import BackgroundTask
from operations.jobs.schedule import JOBS
from operations.jobs.state import JobState

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def make_task(**fields):
    defaults = {
        "task_path": "core.pictures.make_renditions_of_live_page",
        "args_kwargs": {"args": [7], "kwargs": {}},
        "backend_name": "default",
        "run_after": get_date_max(),
        "exception_class_path": "builtins.OSError",
        "traceback": "Traceback …\nOSError: no space left\n",
        "worker_ids": ["w"],
    }
    return BackgroundTask.objects.create(**defaults | fields)


def all_in_time():
    for job in JOBS:
        JobState.objects.create(name=job.name, due_at=timezone.now() + MINUTE, finished_at=timezone.now())


@pytest.fixture
def administrator(client, people):
    client.force_login(people["administrator"], backend="django.contrib.auth.backends.ModelBackend")
    return client


def report(client):
    return client.get(reverse("operations:work"), headers={"accept-language": "en"}).content.decode()


def test_the_report_lists_what_failed_and_what_becomes_of_it(administrator):
    make_task(status=Status.FAILED)
    make_task(run_after=timezone.now() + MINUTE)
    make_task(status=Status.SUCCESSFUL, exception_class_path="", traceback="", task_path="all.is_well")
    html = report(administrator)
    assert html.count("OSError: no space left") == 2
    assert "Given up" in html
    assert "Waits for another attempt" in html
    assert "all.is_well" not in html


def test_the_report_asks_no_more_for_more_tasks(administrator, django_assert_num_queries):
    make_task(status=Status.FAILED)
    report(administrator)
    with CaptureQueriesContext(connection) as few:
        report(administrator)
    for _number in range(5):
        make_task(status=Status.FAILED)
    with django_assert_num_queries(len(few)):
        report(administrator)


def test_the_report_says_how_each_job_is_doing(administrator):
    assert "run_jobs" in report(administrator)
    all_in_time()
    JobState.objects.filter(name="clearsessions").update(error="<no disk>")
    JobState.objects.filter(name="purge_recycle_bin").update(due_at=timezone.now() - 11 * MINUTE)
    html = report(administrator)
    assert html.count("In order") == len(JOBS) - 2
    assert "&lt;no disk&gt;" in html
    assert html.count("run_jobs") == 1


def test_one_button_has_all_that_was_given_up_begun_again(administrator):
    make_task(status=Status.FAILED)
    assert administrator.post(reverse("operations:retry")).status_code == 302
    assert BackgroundTask.objects.get().status == Status.READY


@pytest.mark.parametrize("name", ["author", "editor", "translator", "member_editor"])
def test_nobody_else_sees_it(client, people, name):
    make_task(status=Status.FAILED)
    client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("operations:work"))
    client.post(reverse("operations:retry"))
    assert BackgroundTask.objects.get().status == Status.FAILED
    assert "no space left" not in report(client)


# The probe


def test_work_that_is_done_in_time_is_well(client, django_assert_num_queries):
    all_in_time()
    make_task(status=Status.FAILED)  # a person sees to it, no restart does
    with django_assert_num_queries(2):
        response = client.get("/health/work/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def no_scheduler():
    JobState.objects.all().delete()


def a_late_job():
    JobState.objects.filter(name=JOBS[0].name).update(due_at=timezone.now() - 11 * MINUTE)


def a_late_task():
    task = make_task(exception_class_path="")
    task.enqueued_at = timezone.now() - 11 * MINUTE
    task.save()


def a_late_retry():
    make_task(run_after=timezone.now() - 11 * MINUTE)


@pytest.mark.parametrize("trouble", [no_scheduler, a_late_job, a_late_task, a_late_retry])
def test_work_that_is_late_is_told_and_which_only_in_the_log(client, caplog, trouble):
    all_in_time()
    trouble()
    response = client.get("/health/work/")
    assert (response.status_code, response.content) == (503, b"late\n")
    assert "run_jobs and db_worker" in caplog.text


def test_the_site_is_ready_all_the_same(client):
    assert client.get("/health/ready/").status_code == 200
