"""The guide in the admin: who finds it, in which language, and that no address leads beyond it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from accounts.models import User
from guide import documents
from guide.documents import FOLDERS, LANGUAGES, Document
from guide.views import language_of_the_reader

BACKEND = "django.contrib.auth.backends.ModelBackend"
ROLES = ("author", "editor", "translator", "member_editor", "administrator", "superuser")
INDEX = "guide:index"


@pytest.fixture
def as_reader(client, people):
    """Returns a function that signs somebody in, with the language that they chose for the admin."""

    def sign_in(name="author", language=""):
        user = people[name]
        if language:
            UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        client.force_login(User.objects.get(pk=user.pk), backend=BACKEND)
        return client

    return sign_in


def page(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("role", ROLES)
def test_everybody_on_the_staff_reads_it(as_reader, role):
    reader = as_reader(role)
    assert reader.get(reverse(INDEX)).status_code == 200
    assert reader.get(reverse("guide:page", args=["desk"])).status_code == 200


def test_nobody_else_reads_it(client, db):
    stranger = User.objects.create_user("stranger", email="stranger@example.org", password="a long password")
    addresses = [reverse(INDEX), reverse("guide:page", args=["desk"]), reverse("guide:picture", args=["a.webp"])]
    for address in addresses:
        assert client.get(address).url.startswith(reverse("wagtailadmin_login"))
    client.force_login(stranger, backend=BACKEND)
    for address in addresses:
        assert client.get(address).status_code in (302, 403)


@pytest.mark.parametrize(("language", "title"), [("pl", "Biurko"), ("en", "The desk"), ("", "Biurko")])
def test_it_speaks_the_language_of_the_reader(as_reader, language, title):
    reader = as_reader(language=language)
    assert title in {link.get_text() for link in page(reader.get(reverse(INDEX))).select(".guide__list a")}
    shown = page(reader.get(reverse("guide:page", args=["desk"])))
    assert shown.select_one(".guide")["lang"] == (language or "pl")
    assert shown.find("title").get_text().strip().startswith(title)


def test_list_names_every_page_with_its_first_sentence(as_reader):
    shown = page(as_reader(language="en").get(reverse(INDEX)))
    links = [link["href"] for link in shown.select(".guide__list a")]
    assert links == [Document(name, "en").url for name in FOLDERS]
    assert "The desk is the first page after you sign in" in shown.get_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FOLDERS)
def test_page_is_shown_in_either_language_with_a_link_to_the_other(as_reader, name, language):
    document = Document(name, language)
    shown = page(as_reader(language="pl").get(document.url))
    assert shown.select_one(".guide")["lang"] == language
    (other,) = set(LANGUAGES) - {language}
    switch = shown.select_one(f'.guide a[hreflang="{other}"]')
    assert (switch["href"], switch["lang"]) == (Document(name, other).url, other)
    assert [link["href"] for link in shown.select(".guide__contents > ul > li > a")] == [
        f"#{heading.id}" for heading in document.rendered.contents
    ]


@pytest.mark.parametrize(
    "address",
    [
        "no-such-page/",
        "README/",
        "publishing.pl/",
        "publishing/de/",
        "publishing/pl.md/",
        "..%2f..%2fREADME/",
        "%2e%2e/operators/mail/",
        "pictures/",
        "pictures/../architecture.md",
        "pictures/..%2farchitecture.md",
        "pictures/%2e%2e/%2e%2e/README.md",
        "pictures//etc/passwd",
        "pictures/home-pl-1280.webp",
        "pictures/editors/desk-pl.webp%00",
    ],
)
def test_hostile_address_finds_nothing(as_reader, address):
    assert as_reader().get(f"{reverse(INDEX)}{address}").status_code in (400, 404)


def test_picture_of_a_document_is_served(as_reader, tmp_path, monkeypatch):
    path = tmp_path / "desk.webp"
    path.write_bytes(b"RIFF....WEBP")
    known = {"editors/desk.webp": path, "editors/gone.webp": tmp_path / "gone.webp"}
    monkeypatch.setattr("guide.views.pictures", lambda: known)
    reader = as_reader()
    response = reader.get(reverse("guide:picture", args=["editors/desk.webp"]))
    assert response["Content-Type"] == "image/webp"
    assert b"".join(response.streaming_content) == b"RIFF....WEBP"
    for name in ("editors/gone.webp", "editors/other.webp"):
        assert reader.get(reverse("guide:picture", args=[name])).status_code == 404
    assert reader.post(reverse("guide:picture", args=["editors/desk.webp"])).status_code == 405


def test_pictures_are_known_by_what_the_documents_name():
    every_page = [document for language in LANGUAGES for document in documents.documents(language)]
    assert set(documents.pictures().values()) == {path for each in every_page for path in each.rendered.pictures}


def test_help_menu_and_first_page_lead_to_it_and_not_to_wagtails(as_reader):
    html = as_reader().get(reverse("wagtailadmin_home")).content.decode()
    assert "guide.wagtail.org" not in html
    assert "releases/latest" not in html
    menu = page(as_reader().get(reverse(INDEX)))
    props = menu.find(id="wagtail-sidebar-props").get_text()
    assert reverse(INDEX) in props
    assert "editor-guide" not in props
    assert "whats-new" not in props
    assert page(as_reader().get(reverse("wagtailadmin_home"))).select(f'main a[href="{reverse(INDEX)}"]')


def test_it_asks_the_database_nothing_beyond_the_frame_of_the_admin(as_reader):
    reader = as_reader("editor")
    for url in (reverse(INDEX), reverse("guide:page", args=["checks"])):
        reader.get(url)
        with CaptureQueriesContext(connection) as queries:
            reader.get(url)
        assert len(queries) <= 10, [query["sql"] for query in queries]


def test_language_of_a_reader_of_something_else_is_the_sites():
    with translation.override("de"):
        assert language_of_the_reader() == "pl"
    with translation.override("en-gb"):
        assert language_of_the_reader() == "en"
