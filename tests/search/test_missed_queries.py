"""What was searched and not found is counted, without persons and within bounds."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from content.factories import make_news
from search import misses
from search.models import MissedQuery, SynonymGroup

pytestmark = pytest.mark.each_case


def counted():
    return {(row.language, row.words): row.times for row in MissedQuery.objects.all()}


def test_it_is_counted_by_language_and_day(client, structure):
    for typed in ("Kwiaciarnia?", "kwiaciarnia"):
        client.get("/szukaj/", {"q": typed})
    client.get("/en/search/", {"q": "flower shop"})
    assert counted() == {("pl", "kwiaciarnia"): 2, ("en", "flower shop"): 1}
    assert {row.day for row in MissedQuery.objects.all()} == {timezone.localdate()}


def test_what_is_found_or_narrowed_is_not_counted(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnia")
    client.get("/szukaj/", {"q": "kwiaciarnia"})
    client.get("/szukaj/", {"q": "kwiaciarnia", "year": "1999"})
    client.get("/szukaj/", {"q": "?!"})
    client.head("/szukaj/", {"q": "niematakiego"})
    assert counted() == {}


@pytest.mark.parametrize("typed", ["anna@example.org", "tel. 600 000 000", "44051401359"])
def test_what_may_point_to_a_person_is_not_kept(client, structure, typed):
    client.get("/szukaj/", {"q": typed})
    assert counted() == {}


@pytest.mark.parametrize("typed", ["x" * 10_000, '"; DROP TABLE x', "\ud7ff\uffff a", "=cmd|' /C calc'!A0"])
def test_hostile_queries_are_kept_short_and_plain(client, structure, typed):
    assert client.get("/szukaj/", {"q": typed}).status_code == 200
    for _language, words in counted():
        assert len(words) <= misses.LONGEST
        assert words.replace(" ", "").isalnum()


def test_a_day_has_so_many_different_queries(client, structure, monkeypatch):
    monkeypatch.setattr(misses, "MOST_A_DAY", 2)
    for typed in ("florysta", "kwiaciarnia", "bukiet", "florysta"):
        client.get("/szukaj/", {"q": typed})
    assert counted() == {("pl", "florysta"): 2, ("pl", "kwiaciarnia"): 1}


def test_a_count_that_fails_does_not_fail_the_search(client, structure, monkeypatch):
    def fail(*_args):
        raise DatabaseError

    monkeypatch.setattr(misses, "_add", fail)
    assert client.get("/szukaj/", {"q": "kwiaciarnia"}).status_code == 200


def test_it_is_forgotten_after_its_time(db, settings):
    settings.MISSED_SEARCHES_KEPT_DAYS = 30
    today = timezone.localdate()
    for age in (29, 30, 31):
        MissedQuery.objects.create(day=today - timedelta(days=age), language="pl", words=f"słowo {age}")
    call_command("forget_searches", verbosity=0)
    assert [row.words for row in MissedQuery.objects.all()] == ["słowo 29"]


def test_the_report_adds_up_days(client, people):
    today = timezone.localdate()
    for age, times in ((0, 2), (1, 3)):
        MissedQuery.objects.create(day=today - timedelta(days=age), language="pl", words="florysta", times=times)
    MissedQuery.objects.create(day=today, language="en", words="florist", times=4)
    client.force_login(people["editor"])
    response = client.get(reverse("search_admin:missed"))
    rows = [(row["words"], row["total"], row["last_day"]) for row in response.context["object_list"]]
    assert rows == [("florysta", 5, today), ("florist", 4, today)]
    assert "florysta" in response.content.decode()
    exported = client.get(reverse("search_admin:missed"), {"export": "csv"})
    assert "florysta" in b"".join(exported.streaming_content).decode()


def test_the_report_is_for_those_with_the_right(client, people):
    client.force_login(people["author"])
    assert client.get(reverse("search_admin:missed")).status_code in {302, 403}


def test_staff_add_synonyms_and_promoted_pages(client, structure, people):
    client.force_login(people["editor"])
    client.post(reverse("synonyms:add"), {"language": "pl", "words": "kwiaciarnia\n  florysta \n\n"})
    assert SynonymGroup.objects.filter(words="kwiaciarnia\nflorysta").exists()
    home = structure["pl"].home
    client.post(reverse("promoted_pages:add"), {"words": " strona  główna ", "page": home.pk})
    content = client.get(reverse("promoted_pages:index")).content.decode()
    assert "strona główna" in content
    assert home.title in content
    assert "kwiaciarnia, florysta" in client.get(reverse("synonyms:index"), {"q": "kwiac"}).content.decode()
