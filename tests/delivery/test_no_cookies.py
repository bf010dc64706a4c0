"""No address of the public site sets a cookie for a reader who has not signed in or given a password.

The addresses are taken from the URL configuration and from the page types, so that none can be forgotten.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from content.factories import FACTORIES, make_document, make_image, make_page, make_translation
from core.models import BasePage
from home.models import AccessibilityReport, HomePage, StandardPage
from tests.make_room import make_room

LANGUAGES = ["pl", "en"]
PASSWORD = "hasło na dziś"
NO_SESSION = {"sessionid": "invented", "csrftoken": "invented", "messages": "invented", "django_language": "en"}
# What the admin answers, where signing in needs a cookie
ADMIN = "admin/"
# What leads to the sign-in and has no page of its own
TO_THE_SIGN_IN = "_util/login/"
STAFF_ONLY = "styleguide/"  # asks who somebody is, as the admin does


@pytest.fixture(autouse=True)
def _forget_counts():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def pages(structure) -> list[Page]:
    """A live page of every type, in both languages."""
    parents = {
        "GoalPage": "goals",
        "ActivityAreaPage": "areas",
        "NewsPage": "news",
        "EventPage": "events",
        "PublicationPage": "publications",
        "MemberPage": "members",
    }
    polish = structure["pl"]
    made = []
    for model in FACTORIES:
        if model is not HomePage:
            section = parents.get(model.__name__)
            make_room(model, structure)
            page = FACTORIES[model](polish.sections[section] if section else polish.home)
            made += [page, make_translation(page)]
    return [structure["pl"].home, structure["en"].home, *made]


@pytest.fixture
def protected_page(structure) -> tuple[StandardPage, PageViewRestriction]:
    """A page with a password."""
    page = make_page(StandardPage, structure["pl"].home)
    kind = PageViewRestriction.PASSWORD
    return page, PageViewRestriction.objects.create(page=page, restriction_type=kind, password=PASSWORD)


@pytest.fixture
def protected_files(db) -> CollectionViewRestriction:
    """A collection of documents with a password."""
    collection = Collection.get_first_root_node().add_child(name="Protected")
    kind = CollectionViewRestriction.PASSWORD
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, password=PASSWORD)


@pytest.fixture
def known(structure, protected_page, protected_files, open_file) -> dict[str, list[list[object]]]:
    """The arguments of every named public address that takes some."""
    document, hidden = open_file(make_document()), make_document()
    image, hidden_image = open_file(make_image()), make_image()
    pictures = [each.get_rendition("width-10") for each in (image, hidden_image)]
    page, restriction = protected_page
    report = AccessibilityReport.objects.create(language="pl")
    only_polish = make_page(StandardPage, structure["pl"].home)
    return {
        "wagtail_serve": [[""], ["nie-ma/"]],
        "wagtaildocs_serve": [
            [document.pk, document.filename],
            [document.pk, "other.pdf"],
            [hidden.pk, hidden.filename],
        ],
        "rendition": [*([each.image_id, each.filename] for each in pictures), [image.pk, "other.png"]],
        "wagtaildocs_authenticate_with_password": [[protected_files.pk]],
        "document_password": [[protected_files.pk]],
        "page_password": [[restriction.pk, page.pk]],
        "wagtailcore_authenticate_with_password": [[restriction.pk, page.pk]],
        "sitemap_part": [[1], [9]],
        "social_image": [[page.pk, "none"]],
        "event_calendar": [[page.pk]],
        "not_translated": [["nie-ma/"], [f"{only_polish.slug}/"]],
        "ask_for_english": [["nie-ma/"], [f"{only_polish.slug}/"]],
        "report_received_pl": [[report.reference], ["AAAA-AAAA"]],
        "report_received_en": [[report.reference], ["AAAA-AAAA"]],
    }


def public_patterns(resolver: URLResolver, above: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every pattern outside the admin, with the whole of its route."""
    for pattern in resolver.url_patterns:
        route = above + str(pattern.pattern)
        if route.startswith(ADMIN) or route.endswith((TO_THE_SIGN_IN, STAFF_ONLY)):
            continue
        if isinstance(pattern, URLResolver):
            yield from public_patterns(pattern, route)
        else:
            yield route, pattern


@pytest.fixture
def addresses(structure, pages, known) -> list[str]:
    """Every public address there is."""
    found = []
    for route, pattern in public_patterns(get_resolver()):
        assert pattern.name, f"Give the address {route} a name, by which this test asks for it."
        takes_some = "<" in route or "(" in route
        assert pattern.name in known or not takes_some, f"Say in `known` with what to ask for {pattern.name} ({route})."
        for language in LANGUAGES:
            with override(language):
                found += [reverse(pattern.name, args=args) for args in known.get(pattern.name, [[]])]
    found += [page.url for page in pages]
    found += [f"{page.url}?page=99&area=none&year=2026&sort=x" for page in pages]
    area = structure["pl"].areas["culture"].slug
    return [
        *dict.fromkeys(found),
        f"/aktualnosci/?area={area}&year=2026",
        f"/rss.xml?area={area}",
        "/szukaj/?q=gmina",
        "/en/search/?q=goal",
        "/zglos-problem/?page=/cele/",
        "/%00",
        "/aktualnosci",
    ]


def assert_nothing_is_stored(response, what: object) -> None:
    assert not response.cookies, what
    assert "Set-Cookie" not in response.headers, what
    assert "Cookie" not in response.get("Vary", ""), what
    assert not getattr(response.wsgi_request, "session", None) or not response.wsgi_request.session.accessed, what


def ask(client: Client, address: str) -> Iterator[tuple[str, object]]:
    """Yield what a reader gets who opens an address or sends a form to it, rightly or not."""
    yield "GET", client.get(address)
    yield "HEAD", client.head(address)
    for headers in ({"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "cross-site"}, {}):
        yield f"POST {headers}", client.post(address, {"password": "zgaduję", "email": "no address"}, headers=headers)


def test_every_page_type_is_among_the_pages(pages):
    assert {type(page) for page in pages} == {model for model in apps.get_models() if issubclass(model, BasePage)}


@pytest.mark.parametrize("cookies", [{}, NO_SESSION], ids=["no cookies", "invented cookies"])
def test_no_address_sets_a_cookie_or_depends_on_one(addresses, cookies):
    assert len(addresses) > 60
    header = {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}
    for address in addresses:
        for what, response in ask(Client(enforce_csrf_checks=True, headers=header), address):
            # The probe of background work says 503 where no jobs run, as here
            assert response.status_code < 500 or address == "/health/work/", (address, what)
            assert_nothing_is_stored(response, (address, what))


@pytest.mark.parametrize("fault", ["other host", "fault of the site", "too many"])
def test_answers_in_place_of_a_page_set_none_either(structure, monkeypatch, settings, fault):
    client = Client(raise_request_exception=False, headers={"sec-fetch-site": "same-origin"})
    if fault == "other host":
        response = client.get("/", headers={"host": "elsewhere.example"})
        assert response.status_code == 400
    elif fault == "too many":
        settings.REPORTS_PER_ADDRESS = 0
        values = {"page_address": "/", "problem": "Nie działa.", "email": "a@example.org"}
        response = client.post("/zglos-problem/", values)
        assert response.status_code == 429
    else:
        monkeypatch.setattr(HomePage, "get_context", lambda *_args, **_kwargs: 1 / 0)
        response = client.get("/")
        assert response.status_code == 500
    assert_nothing_is_stored(response, fault)


def test_right_report_sets_none(structure):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    values = {"page_address": "/", "problem": "Nie działa.", "email": "a@example.org"}
    sent = client.post("/zglos-problem/", values)
    assert sent.status_code == 302
    assert_nothing_is_stored(sent, "form")
    assert_nothing_is_stored(client.get(sent["Location"]), "confirmation")


def test_protected_page_and_document_store_nothing_before_the_right_password(
    protected_page, protected_files, open_file
):
    page, _restriction = protected_page
    document = open_file(make_document())
    document.collection = protected_files.collection
    document.save()
    for address in (page.url, document.url):
        response = Client().get(address)
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies, address


def test_only_the_right_password_sets_a_cookie_and_no_token_comes_with_it(protected_page, protected_files):
    page, restriction = protected_page
    for address in (
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        reverse("document_password", args=[protected_files.pk]),
    ):
        client = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
        wrong = client.post(address, {"password": "zgaduję", "return_url": "/"})
        assert_nothing_is_stored(wrong, address)
        right = client.post(address, {"password": PASSWORD, "return_url": "/"})
        assert list(right.cookies) == ["sessionid"], address
        assert right.cookies["sessionid"]["expires"] == "", "it goes with the browser's session"
