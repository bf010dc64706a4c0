"""Minor and major changes: a major one has a note for readers, in the page's record and in the feeds."""

from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError

from content.factories import make_news
from content.loading import publish_loaded_content
from editorial.models import ChangeNote
from news.models import NewsPage

NOTE = "Zebranie odbędzie się 17 listopada, a nie 12."
UPDATED = "{http://www.w3.org/2005/Atom}updated"


def change(page, **fields):
    newest = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(newest, name, value)
    publish_loaded_content(newest, "A change")


def items(client, address="/rss.xml"):
    channel = ElementTree.fromstring(client.get(address).content).find("channel")  # noqa: S314 - our own feed
    return channel.findall("item")


def test_a_major_change_is_told_on_the_page_with_its_date(client, news):
    change(news, lead="Nowy termin.", is_major_change=True, change_note=NOTE)
    note = ChangeNote.objects.get(page=news)
    assert note.text == NOTE
    html = client.get(news.url).content.decode()
    record = html[html.index('aria-labelledby="page-record"') :]
    assert "Co się zmieniło" in record
    assert NOTE in record


def test_a_correction_is_not(client, news):
    change(news, lead="Poprawiona literówka.", change_note=NOTE)
    assert not ChangeNote.objects.exists()
    assert NOTE not in client.get(news.url).content.decode()


def test_the_first_publication_is_no_change(structure):
    make_news(structure["pl"].sections["news"], is_major_change=True, change_note=NOTE)
    assert not ChangeNote.objects.exists()


def test_a_major_change_without_a_note_is_refused(news):
    with pytest.raises(ValidationError, match="change_note"):
        change(news, lead="Nowy termin.", is_major_change=True, change_note="  ")


def test_only_a_major_change_reaches_the_feeds(client, news, structure):
    newer = make_news(structure["pl"].sections["news"], title="Nowsza")
    change(news, lead="Poprawiona literówka.")
    assert [item.findtext("title") for item in items(client)] == [newer.title, news.title]
    assert items(client)[1].find(UPDATED) is None

    change(news, lead="Nowy termin.", is_major_change=True, change_note=NOTE)
    first = items(client)[0]
    assert first.findtext("title") == news.title
    assert NOTE in first.findtext("description")
    assert first.find(UPDATED) is not None
    note = ChangeNote.objects.get(page=news)
    assert first.findtext(UPDATED)[:10] == note.created_at.astimezone().date().isoformat()


def test_an_old_page_comes_back_with_its_change_however_many_are_newer(client, news, structure):
    for number in range(31):
        make_news(structure["pl"].sections["news"], title=f"Nowsza {number}")
    assert news.title not in [item.findtext("title") for item in items(client)]
    change(news, lead="Nowy termin.", is_major_change=True, change_note=NOTE)
    assert items(client)[0].findtext("title") == news.title
    assert len(items(client)) == 30


def test_feeds_of_the_other_language_know_nothing_of_it(client, news):
    change(news, lead="Nowy termin.", is_major_change=True, change_note=NOTE)
    assert NOTE not in client.get("/en/rss.xml").content.decode()


def test_the_editor_begins_each_change_anew(client, news, people, edit_url):
    change(news, lead="Nowy termin.", is_major_change=True, change_note=NOTE)
    client.force_login(people["author"])
    html = client.get(edit_url(news)).content.decode()
    assert 'name="change_note"' in html
    assert NOTE not in html


def test_what_is_typed_stays_while_the_change_is_written(client, news, people, edit_url):
    newest = news.get_latest_revision_as_object()
    newest.change_note = NOTE
    newest.is_major_change = True
    newest.save_revision(user=people["author"])
    client.force_login(people["author"])
    assert NOTE in client.get(edit_url(news)).content.decode()


def test_the_editor_does_not_ask_before_the_first_publication(client, draft, people, edit_url):
    client.force_login(people["author"])
    assert 'name="change_note"' not in client.get(edit_url(draft)).content.decode()
