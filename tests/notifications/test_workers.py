"""Two workers at once, on PostgreSQL: what they write and send is written and sent once. SQLite has one writer anyway.

Each worker is a thread with a connection of its own, so that what it commits is there for the others; what a test has
committed it takes away again.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier, Event
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from notifications.kinds import Kind
from notifications.models import Notification, NotificationPreference
from notifications.posting import post
from notifications.sending import claim_at_once, claim_digests, send_due

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.each_case,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]

SECONDS = 20  # until a test gives up
PEOPLE = 12


@pytest.fixture
def worker():
    """Returns a function that runs another in a thread of its own, with a connection of its own."""
    pool = ThreadPoolExecutor(max_workers=4)

    def start(work: Callable[..., Any], *args: Any) -> Future[Any]:
        def run() -> Any:
            try:
                return work(*args)
            finally:
                connection.close()

        return pool.submit(run)

    yield start
    pool.shutdown()


@pytest.fixture
def readers(worker, structure):
    """People who are there for every worker, and whom the test takes away again."""

    def make() -> list[User]:
        return [
            User.objects.create(username=f"worker-{each}", email=f"worker-{each}@example.org", is_superuser=True)
            for each in range(PEOPLE)
        ]

    def remove() -> None:
        Notification.objects.filter(recipient__username__startswith="worker-").delete()
        NotificationPreference.objects.filter(user__username__startswith="worker-").delete()
        User.objects.filter(username__startswith="worker-").delete()

    yield worker(make).result(SECONDS)
    worker(remove).result(SECONDS)


def fill(readers, page_id, number=1, delivery=None):
    """Have some messages wait for each reader since yesterday."""
    for person in readers:
        if delivery:
            NotificationPreference.objects.create(user=person, delivery=delivery)
        for each in range(number):
            Notification.objects.create(
                recipient=person,
                kind=Kind.RETURNED,
                event_key=f"e{each}",
                page_id=page_id,
                occurred_at=timezone.now() - timedelta(days=2),
                data={"title": "A", "by": "B", "comment": "C", "fields": []},
            )


@contextmanager
def held_open(worker, work):
    """Have a worker do something, and not commit it before the block ends."""
    done, leave = Event(), Event()

    def run():
        with transaction.atomic():
            result = work()
            done.set()
            assert leave.wait(SECONDS)
        return result

    future = worker(run)
    assert done.wait(SECONDS)
    try:
        yield future
    finally:
        leave.set()
        future.result(SECONDS)


@pytest.mark.parametrize("claim", [claim_at_once, claim_digests])
def test_what_one_worker_is_claiming_another_passes_over(worker, readers, structure, claim):
    delivery = "daily" if claim is claim_digests else None
    worker(fill, readers, structure["pl"].home.pk, 2, delivery).result(SECONDS)
    now = timezone.now() + timedelta(seconds=1)
    with held_open(worker, lambda: claim(now)) as first:
        assert worker(claim, now).result(SECONDS) == []
    assert sum(len(rows) for rows in first.result(SECONDS)) == 2 * PEOPLE
    assert worker(claim, now).result(SECONDS) == []


@pytest.mark.parametrize(("delivery", "letters"), [(None, 3 * PEOPLE), ("daily", PEOPLE)])
def test_two_workers_send_each_letter_once_and_divide_no_digest(worker, readers, structure, delivery, letters):
    worker(fill, readers, structure["pl"].home.pk, 3, delivery).result(SECONDS)
    mail.outbox.clear()
    start = Barrier(2)

    def send():
        start.wait(SECONDS)
        return send_due(lambda: timezone.now() + timedelta(seconds=1))

    outcomes = [each.result(SECONDS) for each in (worker(send), worker(send))]
    assert sum(each.sent for each in outcomes) == 3 * PEOPLE
    assert len(mail.outbox) == letters
    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == letters


def test_two_workers_that_tell_of_one_event_write_it_once(worker, readers):
    def tell():
        post(Kind.RETURNED, "the same", None, readers, comment="C")

    with held_open(worker, tell):
        second = worker(tell)  # it waits until the first has committed, or finds that it has
    second.result(SECONDS)
    count = worker(lambda: Notification.objects.filter(event_key="the same").count()).result(SECONDS)
    assert count == PEOPLE
