"""What caches are told of each answer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import make_event, make_news, make_page
from core.models import AlertSettings
from home.models import StandardPage

FOR_EVERYONE = ["/", "/en/", "/aktualnosci/", "/rss.xml", "/calendar.ics", "/sitemap.xml", "/robots.txt"]


def lifetimes(response) -> dict[str, int]:
    parts = [part.strip() for part in response["Cache-Control"].split(",")]
    return {name: int(value) for name, _is, value in (part.partition("=") for part in parts) if value}


@pytest.mark.parametrize("address", FOR_EVERYONE)
def test_browser_asks_again_and_gets_a_short_answer(client, structure, address):
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Vary" not in first or first["Vary"] == "Accept-Encoding"

    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_cache_in_front_may_keep_pages(client, structure, frontend, settings):
    told = lifetimes(client.get("/"))

    assert told["max-age"] == 0
    assert 0 < told["s-maxage"] <= settings.SHARED_SECONDS
    assert 0 <= told["stale-while-revalidate"] <= settings.STALE_SECONDS
    assert 0 <= told["stale-if-error"] <= settings.STALE_IF_ERROR_SECONDS


def an_event_ends(structure, when):
    make_event(structure["pl"].sections["events"], starts_at=when - timedelta(hours=1), ends_at=when)


def an_event_falls_out_of_the_calendar(structure, when):
    ended = when - timedelta(days=90)
    make_event(structure["pl"].sections["events"], starts_at=ended - timedelta(hours=1), ends_at=ended)


def a_page_expires(structure, when):
    make_news(structure["pl"].sections["news"], expire_at=when)


def an_alert_ends(structure, when):
    alert = AlertSettings.for_site(structure["pl"].home.get_site())
    alert.text_pl, alert.text_en, alert.ends_at = "Uwaga", "Mind", when
    alert.save()


def an_alert_begins(structure, when):
    an_alert_ends(structure, when + timedelta(hours=1))
    AlertSettings.objects.update(starts_at=when)


@pytest.mark.parametrize(
    "happens",
    [an_event_ends, an_event_falls_out_of_the_calendar, a_page_expires, an_alert_begins, an_alert_ends],
)
def test_nothing_is_kept_past_the_moment_at_which_it_changes(client, structure, frontend, monkeypatch, happens):
    noon = timezone.make_aware(timezone.datetime(2027, 3, 10, 12))
    monkeypatch.setattr(timezone, "now", lambda: noon)
    happens(structure, noon + timedelta(seconds=100))

    told = lifetimes(client.get("/"))

    assert told["s-maxage"] == 100
    assert told["stale-while-revalidate"] == told["stale-if-error"] == 0


def test_nothing_is_kept_past_midnight(client, structure, frontend, monkeypatch):
    late = timezone.make_aware(timezone.datetime(2027, 3, 27, 23, 59))  # the clocks change in this night
    monkeypatch.setattr(timezone, "now", lambda: late)

    assert lifetimes(client.get("/"))["s-maxage"] == 60


@pytest.mark.parametrize(
    "address",
    [
        "/nie-ma/",
        "/?utm_source=x",
        "/aktualnosci/?page=1&page=1",
        "/aktualnosci/?page=999",
        "/aktualnosci/?page=01",
        "/aktualnosci/?area=nie-ma",
        "/rss.xml?x=1",
        "/szukaj/?q=gmina",
        "/zglos-problem/",
        "/health/ready/",
        "/admin/login/",
        "/admin/",
        "/styleguide/",
    ],
)
def test_what_is_not_one_page_for_everyone_is_kept_by_nobody(client, structure, frontend, address):
    control = client.get(address)["Cache-Control"]

    assert "private" in control
    assert "no-cache" in control or "no-store" in control
    assert "s-maxage" not in control


@pytest.mark.parametrize("query", ["page=1", "area=&page=1", "area=culture"])
def test_pages_of_lists_may_be_kept(client, structure, frontend, query):
    slug = structure["pl"].areas["culture"].slug
    address = f"/aktualnosci/?{query}".replace("culture", slug)

    assert "s-maxage" in client.get(address)["Cache-Control"]


@pytest.mark.parametrize(
    "headers",
    [{"cookie": "sessionid=invented"}, {"authorization": "Basic eDp4"}],
)
def test_who_may_be_somebody_gets_what_is_kept_by_nobody(client, structure, frontend, headers):
    assert client.get("/", headers=headers)["Cache-Control"] == "private, no-cache"


def test_forms_that_are_sent_are_kept_by_nobody(client, structure, frontend):
    assert "private" in client.post("/zglos-problem/", {})["Cache-Control"]


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
def test_closed_pages_are_kept_by_nobody(structure, frontend, people, kind):
    page = make_page(StandardPage, structure["pl"].home)
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="tajne")
    staff = Client()
    staff.force_login(people["editor"])

    for client in (Client(), staff):
        control = client.get(page.url)["Cache-Control"]
        assert "private" in control
        assert "s-maxage" not in control


def test_previews_are_kept_by_nobody(structure, frontend, people):
    client = Client()
    client.force_login(people["superuser"])
    page = make_page(StandardPage, structure["pl"].home, live=False)

    response = client.get(f"/admin/pages/{page.pk}/view_draft/")

    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
