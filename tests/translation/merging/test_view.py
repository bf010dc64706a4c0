"""What a person sees before the Polish structure is brought over, and what they may do."""

from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Revision

from content.factories import make_news, make_translation
from news.models import NewsPage
from translation.merging.models import Leftover


def text(html: str, key: str | None = None) -> dict[str, Any]:
    return {"id": key or str(uuid4()), "type": "text", "value": html}


POLISH = [text("<p>Pierwszy.</p>", "one"), text("<p>Drugi.</p>", "two")]
ENGLISH = [text("<p>The first.</p>", "one"), text("<p>The second.</p>", "two")]
NEWER = [text("<p>Całkiem nowy.</p>", "new"), text("<p>Drugi inny.</p>", "two")]


@pytest.fixture
def polish(structure) -> NewsPage:
    """A live Polish page of two paragraphs."""
    return make_news(structure["pl"].sections["news"], title="Nowa droga", slug="nowa-droga", body=POLISH)


@pytest.fixture
def english(polish) -> NewsPage:
    """Its live English page."""
    return make_translation(polish, title="A new road", slug="a-new-road", body=ENGLISH)


def address(page: Page) -> str:
    return reverse("translation:structure", args=[page.pk])


def read_by(client: Any, page: Page) -> str:
    """Return what the form says of what was read."""
    form = BeautifulSoup(client.get(address(page)).content, "html.parser").select_one("main input[name=read]")
    return form["value"]


def draft_of(page: Page) -> list[str]:
    newest = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [each["value"] for each in newest.body.raw_data]


def test_translator_reads_what_will_happen_and_does_it(polish, english, change, sign_in):
    change(polish, body=NEWER)
    client = sign_in("translator")
    count = Revision.objects.count()
    shown = BeautifulSoup(client.get(address(english)).content, "html.parser").select_one("main").get_text(" ")
    for words in ("Całkiem nowy.", "Drugi inny.", "The first."):
        assert words in shown
    assert (Revision.objects.count(), Leftover.objects.count()) == (count, 0), "reading it does nothing"
    answer = client.post(address(english), {"read": read_by(client, english)})
    assert answer.headers["location"] == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert draft_of(english) == ["<p>Całkiem nowy.</p>", "<p>The second.</p>"]
    shown = client.get(address(english)).content.decode()
    assert "The first." in shown, "what has no place stands there"


def test_what_has_changed_since_it_was_read_is_shown_first(polish, english, change, sign_in):
    change(polish, body=NEWER)
    client = sign_in("translator")
    read = read_by(client, english)
    change(polish, body=POLISH[:1])
    answer = client.post(address(english), {"read": read})
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert answer.context["prepared"].read != read
    assert draft_of(english) == ["<p>The first.</p>", "<p>The second.</p>"]


@pytest.mark.parametrize("read", [{}, {"read": "nonsense"}])
def test_nothing_happens_to_a_page_that_nobody_has_read_of(read, polish, english, change, sign_in):
    change(polish, body=NEWER)
    answer = sign_in("translator").post(address(english), read)
    assert answer.status_code == 200
    assert draft_of(english) == ["<p>The first.</p>", "<p>The second.</p>"]


def test_page_with_the_polish_structure_has_nothing_to_be_done(english, sign_in):
    main = BeautifulSoup(sign_in("translator").get(address(english)).content, "html.parser").select_one("main")
    assert not main.select("form button[type=submit]")


def test_roles(role, polish, english, change, sign_in):
    change(polish, body=NEWER)
    client = sign_in(role)
    answer = client.get(address(english))
    if role in ("author", "member_editor"):
        assert answer.status_code == 302
        assert list(get_messages(answer.wsgi_request))
        client.post(address(english))
        assert draft_of(english) == ["<p>The first.</p>", "<p>The second.</p>"]
    else:
        client.post(address(english), {"read": read_by(client, english)})
        assert draft_of(english) == ["<p>Całkiem nowy.</p>", "<p>The second.</p>"]


@pytest.mark.parametrize("name", ["translator", "member_editor"])
def test_who_may_not_change_a_polish_page_does_not_read_its_title(name, structure, sign_in):
    draft = make_news(structure["pl"].sections["news"], live=False, title="Poufne")
    assert "Poufne" not in sign_in(name).get(address(draft), follow=True).content.decode()


def test_polish_page_and_no_page(polish, sign_in):
    client = sign_in("superuser")
    assert client.get(address(polish)).status_code == 302
    assert client.get(f"/admin/translations/{10**30}/structure/").status_code == 404


def test_text_without_a_place_is_dismissed_by_who_may_edit_the_page(polish, english, sign_in):
    leftover = Leftover.objects.create(page_id=english.pk, path="body.one", label="Body", text="The first.")
    dismiss = reverse("translation:dismiss_leftover", args=[english.pk, leftover.pk])
    sign_in("author").post(dismiss)
    assert Leftover.objects.exists()
    client = sign_in("translator")
    assert "The first." in client.get(dismiss).content.decode()
    assert Leftover.objects.exists()
    assert client.post(dismiss).headers["location"] == address(english)
    assert not Leftover.objects.exists()
    assert client.post(dismiss).status_code == 404


def test_text_of_another_page_is_not_there(polish, english, sign_in):
    other = Leftover.objects.create(page_id=polish.pk, path="body.one", label="Body", text="Another's.")
    client = sign_in("translator")
    assert client.post(reverse("translation:dismiss_leftover", args=[english.pk, other.pk])).status_code == 404
    assert client.post(f"/admin/translations/{english.pk}/leftovers/{10**30}/dismiss/").status_code == 404


def test_queries_do_not_grow_with_the_page(polish, english, change, sign_in):
    client = sign_in("translator")
    counts = []
    for number in (3, 60):
        change(polish, body=[text(f"<p>Akapit {each}.</p>") for each in range(number)])
        Leftover.objects.create(page_id=english.pk, path="body.one", label="Body", text="The first.")
        client.get(address(english))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(english))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30


def test_way_there_is_beside_what_changed_in_polish(polish, english, sign_in):
    page = sign_in("translator").get(reverse("translation:changes", args=[english.pk])).content.decode()
    assert address(english) in page
