"""Which writes mean that readers may see something else."""

import pytest
from django.db import connection, transaction

from content.factories import make_news
from core.models import AssociationSettings
from delivery.caching import changes, generation

PAGE = 'UPDATE "wagtailcore_page" SET'


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ('SELECT * FROM "wagtailcore_page"', False),
        ('INSERT INTO "news_newspage" ("page_ptr_id") VALUES (%s)', True),
        ('INSERT OR IGNORE INTO "news_newspage_areas" VALUES (1)', True),
        ("DELETE FROM wagtailredirects_redirect WHERE id = 1", True),
        ("UPDATE wagtailcore_page SET path = '0001'", True),
        (f'{PAGE} "title" = %s WHERE "wagtailcore_page"."id" = 1', True),
        (f'{PAGE} "latest_revision_id" = 1, "live" = true WHERE "wagtailcore_page"."id" = 1', True),
        (f'{PAGE} "latest_revision_id" = 1, "draft_title" = %s WHERE "wagtailcore_page"."live"', False),
        ('UPDATE "accounts_user" SET "last_login" = %s WHERE "accounts_user"."id" = 1', False),
        ('UPDATE "accounts_user" SET "last_name" = %s WHERE "accounts_user"."id" = 1', True),
        ('INSERT INTO "django_session" VALUES (1)', False),
        ('INSERT INTO "wagtailcore_revision" VALUES (1)', False),
        ('INSERT INTO "home_accessibilityreport" VALUES (1)', False),
        ('INSERT INTO "search_missedquery" VALUES (1)', False),  # or readers would empty the caches by searching
        ('INSERT INTO "editorial_takedown" VALUES (1)', True),
        ('INSERT INTO "editorial_changenote" VALUES (1)', True),
        ('UPDATE "translation_translationstate" SET "drift" = 1', True),
        ('INSERT INTO "some_newtable" VALUES (1)', True),
    ],
)
def test_statements_are_told_apart(sql, expected):
    assert changes.may_be_seen(sql) is expected


@pytest.fixture
def renewed(page_cache, django_capture_on_commit_callbacks):
    """A function that does something, and tells whether a new generation has begun."""

    def happens(act) -> bool:
        before = generation.current()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return generation.current() != before

    return happens


def test_publishing_begins_a_generation_and_a_draft_does_not(renewed, structure):
    page = make_news(structure["pl"].sections["news"])

    def write_a_draft():
        page.title = "Szkic"
        page.save_revision()

    assert not renewed(write_a_draft)
    assert renewed(lambda: make_news(structure["pl"].sections["news"]))
    assert renewed(lambda: page.unpublish())


def test_moves_and_bulk_writes_and_settings_begin_a_generation(renewed, structure):
    page = make_news(structure["pl"].sections["news"])
    association = AssociationSettings.for_site(page.get_site())

    assert renewed(lambda: page.move(structure["pl"].home, pos="last-child"))
    assert renewed(lambda: AssociationSettings.objects.update(name_pl="Inne"))
    assert renewed(association.save)


def test_what_is_rolled_back_is_not_told(renewed, structure):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())

    def fail():
        with transaction.atomic():
            association.save()
            transaction.set_rollback(True)

    def fail_after_another():
        fail()
        association.save()

    assert not renewed(fail)
    assert renewed(fail_after_another)


def test_many_writes_of_a_transaction_are_told_once(frontend, structure, django_capture_on_commit_callbacks):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    for _transaction in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            association.save()
            association.save()

    assert frontend == ["all", "all"]


def test_caches_in_front_are_told_on_commit(frontend, structure, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        AssociationSettings.objects.update(name_pl="Inne")
        assert not frontend

    assert frontend == ["all"]


def test_cache_in_front_that_fails_keeps_nobody_from_publishing(
    frontend, structure, django_capture_on_commit_callbacks, monkeypatch, caplog
):
    def refuse(_self):
        raise OSError("no route")

    monkeypatch.setattr("delivery.caching.frontends.Varnish.purge_all", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        AssociationSettings.objects.update(name_pl="Inne")

    assert "could not be told of a change" in caplog.text


def test_every_connection_is_watched(db):
    assert changes.watch in connection.execute_wrappers
