"""The record of a page tells who answers for it, when it came, and each of its changes in the reader's words."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail.models import PageLogEntry

from content.factories import make_news
from core.record import CHANGES_SHOWN, record_of

START = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.fixture
def page(structure):
    return make_news(structure["pl"].sections["news"])


@pytest.fixture
def logged(page):
    """A function that puts these actions into the log of the page, a day after each other, in place of its own."""

    def log(*actions):
        PageLogEntry.objects.filter(page=page.pk).delete()
        for day, action in enumerate(actions):
            entry = PageLogEntry.objects.log_action(instance=page, action=action)
            PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=START + timedelta(days=day))
        return record_of(page, "Związek Doliny")

    return log


def kinds(record):
    return [change.kind for change in record.changes]


@pytest.mark.parametrize("action", ["wagtail.create", "wagtail.copy", "wagtail.copy_for_translation"])
def test_a_page_came_when_it_was_made_however_that_was(logged, action):
    record = logged(action, "wagtail.publish")

    assert record.created_at == START
    assert kinds(record) == ["opublikowano"]


def test_the_day_it_came_stays_however_often_it_changed(logged):
    record = logged("wagtail.create", *["wagtail.publish"] * (CHANGES_SHOWN + 10))

    assert record.created_at == START
    assert kinds(record) == ["zmieniono"] * CHANGES_SHOWN


def test_only_the_first_publication_is_one_even_if_a_correction_follows_at_once(logged, page):
    PageLogEntry.objects.filter(page=page.pk).delete()
    for seconds in (0, 30):
        entry = PageLogEntry.objects.log_action(instance=page, action="wagtail.publish")
        PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=START + timedelta(seconds=seconds))

    assert kinds(record_of(page, "Związek Doliny")) == ["zmieniono", "opublikowano"]


@pytest.mark.parametrize("taken_down", ["wagtail.unpublish", "translation.take_down"])
def test_a_page_that_comes_back_is_published_again(logged, taken_down):
    record = logged("wagtail.create", "wagtail.publish", taken_down, "wagtail.publish", "wagtail.publish")

    assert kinds(record) == ["zmieniono", "opublikowano ponownie", "zdjęto", "opublikowano"]


def test_it_takes_one_query(logged, django_assert_num_queries, page):
    logged("wagtail.create", "wagtail.publish")
    page.owner  # noqa: B018 - loaded with the page that readers ask for
    with django_assert_num_queries(1):
        record_of(page, "Związek Doliny")
