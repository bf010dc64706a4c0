"""After 30 days, to the second, what nobody wanted back is gone, once."""

import logging
from datetime import timedelta
from threading import Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from content.factories import make_news
from content.structure import load_structure
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from recycle_bin.log_actions import PURGE
from recycle_bin.models import BinnedPage
from recycle_bin.purging import due, purge
from recycle_bin.restoring import restore


def run() -> None:
    call_command("purge_recycle_bin", verbosity=0)


def age(binned: BinnedPage, **time: int) -> None:
    BinnedPage.objects.filter(pk=binned.pk).update(binned_at=timezone.now() - timedelta(**time))


@pytest.mark.parametrize(("time", "is_due"), [({"days": 29, "hours": 23}, False), ({"days": 30, "minutes": 1}, True)])
def test_by_the_hour(draft, binned, time, is_due):
    age(binned, **time)
    run()
    assert NewsPage.objects.filter(pk=draft.pk).exists() != is_due


def test_twice_is_once_and_the_logs_say_what(draft, binned, caplog):
    age(binned, days=31)
    with caplog.at_level(logging.INFO, logger="recycle_bin.purging"):
        run()
        run()
    assert [record.getMessage() for record in caplog.records if draft.title in record.getMessage()]
    assert len(caplog.records) == 1
    entry = PageLogEntry.objects.get(page_id=draft.pk, action=PURGE)
    assert entry.deleted
    assert PageLogEntry.objects.filter(page_id=draft.pk, action="wagtail.delete").count() == 1


def test_the_command_says_how_many(draft, binned, capsys):
    age(binned, days=31)
    call_command("purge_recycle_bin")
    assert "1" in capsys.readouterr().out


def test_with_all_below_it_and_its_other_version(sign_in, draft, english, section, delete):
    client = sign_in("administrator")
    delete(client, draft)
    delete(client, section)
    numbers = [draft.pk, english.pk, *section.get_descendants(inclusive=True).values_list("pk", flat=True)]
    for row in BinnedPage.objects.all():
        age(row, days=31)
    run()
    assert not Page.objects.filter(pk__in=numbers).exists()
    assert not BinnedPage.objects.exists()


def test_only_what_is_due(sign_in, draft, binned, section, delete):
    age(binned, days=31)
    delete(sign_in("administrator"), section)
    run()
    assert Page.objects.filter(pk=section.pk).exists()


def test_what_was_restored_meanwhile_stays(draft, binned, people):
    age(binned, days=31)
    found = due(timezone.now()).get()
    restore(binned, people["editor"])
    assert not purge(found, timezone.now())
    assert NewsPage.objects.filter(pk=draft.pk).exists()


def test_what_was_deleted_anew_meanwhile_waits_anew(draft, binned, people):
    age(binned, days=31)
    restore(binned, people["editor"])
    move_to_bin(NewsPage.objects.get(pk=draft.pk), people["editor"])
    run()
    assert NewsPage.objects.filter(pk=draft.pk).exists()


def test_one_that_fails_does_not_hold_up_the_others(sign_in, draft, binned, section, delete, monkeypatch):
    delete(sign_in("administrator"), section)
    for row in BinnedPage.objects.all():
        age(row, days=31)
    whole = NewsPage.delete

    def broken(page, *args, **kwargs):
        raise RuntimeError("disk full")

    monkeypatch.setattr(NewsPage, "delete", broken)
    with pytest.raises(CommandError):
        run()
    assert NewsPage.objects.filter(pk=draft.pk).exists()
    assert BinnedPage.objects.filter(page_id=draft.pk).exists()
    assert not Page.objects.filter(pk=section.pk).exists()
    monkeypatch.setattr(NewsPage, "delete", whole)
    run()
    assert not NewsPage.objects.filter(pk=draft.pk).exists()


def test_what_stood_below_a_purged_page_can_still_come_back(sign_in, section, delete, bring_back, structure):
    client = sign_in("administrator")
    middle = section.get_children().get()
    delete(client, middle)
    delete(client, Page.objects.get(pk=section.pk))
    age(BinnedPage.objects.get(page_id=section.pk), days=31)
    run()
    bring_back(client, middle, parent=structure["pl"].home.pk)
    assert Page.objects.get(pk=middle.pk).get_parent().pk == structure["pl"].home.pk


@pytest.mark.each_case
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write at a time anyway")
@pytest.mark.django_db(transaction=True)
def test_a_second_worker_passes_over_what_the_first_is_at():
    from accounts.models import User

    structure = load_structure()
    someone = User.objects.create_superuser("someone", password="a long password")
    page = make_news(structure["pl"].sections["news"], live=False)
    binned = move_to_bin(page, someone)
    age(binned, days=31)
    done = []

    def second_worker() -> None:
        try:
            done.append(purge(binned, timezone.now()))
        finally:
            connection.close()

    with transaction.atomic():
        BinnedPage.objects.select_for_update().get(pk=binned.pk)
        worker = Thread(target=second_worker)
        worker.start()
        worker.join()
    assert done == [False]
    assert purge(binned, timezone.now())
