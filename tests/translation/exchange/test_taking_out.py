"""Texts go out as files, to those who may edit the English page."""

import zipfile
from io import BytesIO

import polib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.factories import make_news
from tests.translation.exchange.conftest import address
from translation.exchange.links import page_button
from translation.models import TranslationState
from translation.starting import start_translation

MAY = {"translator", "editor", "administrator", "superuser"}


def download(client, page, query="") -> polib.POFile:
    answer = client.get(reverse("translation:exchange_page_download", args=[page.pk]) + query)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "no-store" in answer.headers["cache-control"]
    return polib.pofile(answer.content.decode())


def names_in(answer) -> list[str]:
    return zipfile.ZipFile(BytesIO(answer.content)).namelist()


def test_only_people_who_may_edit_the_english_page_reach_it(role, polish, started, sign_in, send):
    client = sign_in(role)
    expected = 200 if role in MAY else 302
    assert client.get(address(started)).status_code == expected
    assert client.get(reverse("translation:exchange_page_download", args=[started.pk])).status_code == expected
    assert client.get(address(None)).status_code == expected
    assert send(client, b"words", started).status_code == expected
    assert client.get(address(polish)).status_code == (404 if role in MAY else 302)
    huge = reverse("translation:exchange_page", args=[10**30])
    assert client.get(huge).status_code == (404 if role in MAY else 302)


def test_nobody_reaches_it_without_an_account(client, started, send):
    for answer in (client.get(address(started)), send(client, b"words", started), client.get(address(None))):
        assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_a_page_goes_out_with_what_a_translator_needs(structure, people, sign_in):
    news = structure["pl"].sections["news"]
    link = f'<p>Czytaj <a linktype="page" id="{news.pk}">tu</a>.</p>'
    page = make_news(news, title="Nowa droga", body=[{"type": "text", "id": "t", "value": link}])
    english = start_translation(page, "A new road", people["translator"])
    file = download(sign_in("translator"), english)
    found = {entry.msgid: entry for entry in file}
    assert found["Nowa droga"].msgstr == "A new road"
    text = found['Czytaj <a id="a1">tu</a>.']
    assert (text.msgstr, text.msgctxt) == ("", f"page:{page.translation_key}|body.t|0")
    assert "Nowa droga" in text.comment
    assert f"page:{news.pk} ({news.title})" in text.comment
    assert len({entry.msgctxt for entry in file}) == len(file)
    assert not {entry.msgctxt.split("|")[1] for entry in file} & {"slug", "date", "featured"}


def test_titles_of_pages_that_readers_do_not_see_stay_here(structure, people, sign_in):
    news = structure["pl"].sections["news"]
    secret = make_news(news, title="Tajemnica", live=False)
    link = f'<p>Czytaj <a linktype="page" id="{secret.pk}">tu</a>.</p>'
    page = make_news(news, body=[{"type": "text", "id": "t", "value": link}])
    english = start_translation(page, "A new road", people["translator"])
    answer = sign_in("translator").get(reverse("translation:exchange_page_download", args=[english.pk]))
    assert "Tajemnica" not in answer.content.decode()


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5_000, "٣", "abc", "-1"])
def test_a_link_to_a_page_that_no_database_holds_goes_out_as_it_is(number, structure, people, sign_in):
    link = f'<p>Czytaj <a linktype="page" id="{number}">tu</a>.</p>'
    page = make_news(structure["pl"].sections["news"], body=[{"type": "text", "id": "t", "value": link}])
    english = start_translation(page, "A new road", people["translator"])
    (text,) = [entry for entry in download(sign_in("translator"), english) if "<a " in entry.msgid]
    assert f"page:{number}" in text.comment


def test_what_changed_in_polish_goes_out_as_fuzzy(polish, english, change, sign_in):
    english = change(english, lead="What happened for 5 PLN.")
    change(polish, lead="Co się stało za 6 zł.")
    found = {entry.msgid: entry for entry in download(sign_in("translator"), english)}
    lead = found["Co się stało za 6 zł."]
    assert (lead.msgstr, lead.fuzzy, lead.previous_msgid) == ("What happened for 5 PLN.", True, polish.lead)
    assert not found["Nowa droga"].fuzzy


def test_a_polish_draft_does_not_go_out(polish, started, people, sign_in):
    polish.lead = "Jeszcze nie wiadomo."
    polish.save_revision(user=people["author"])
    assert "Jeszcze nie wiadomo." not in {entry.msgid for entry in download(sign_in("translator"), started)}


def test_a_page_whose_polish_is_not_live_does_not_go_out(polish, started, sign_in):
    polish.unpublish()
    client = sign_in("translator")
    assert client.get(reverse("translation:exchange_page_download", args=[started.pk])).status_code == 302


def test_a_section_goes_out_as_one_file_or_one_for_each_page(started, other, english_news, sign_in):
    client = sign_in("translator")
    together = {entry.msgid for entry in download(client, english_news, "?below=1")}
    assert {"Nowa droga", "Inna droga", "Coś innego się stało."} <= together
    alone = {entry.msgid for entry in download(client, english_news)}
    assert not alone & {"Nowa droga", "Inna droga"}
    url = reverse("translation:exchange_page_download", args=[english_news.pk])
    names = names_in(client.get(url + "?below=1&as=zip"))
    assert {f"{page.pk}-{page.slug}.po" for page in (started, other)} <= set(names)


def test_a_section_may_leave_out_what_is_done(polish, english, other, english_news, sign_in):
    url = reverse("translation:exchange_page_download", args=[english_news.pk])
    names = names_in(sign_in("translator").get(url + "?below=1&as=zip&left=1"))
    assert f"{other.pk}-{other.slug}.po" in names
    assert f"{english.pk}-{english.slug}.po" not in names


def test_too_many_pages_are_not_one_file(started, other, english_news, sign_in, monkeypatch):
    monkeypatch.setattr("translation.exchange.views.MOST_PAGES", 1)
    url = reverse("translation:exchange_page_download", args=[english_news.pk])
    answer = sign_in("translator").get(url + "?below=1", follow=True)
    assert answer.redirect_chain[-1][0] == address(english_news)
    assert len(answer.context["messages"]) == 1


def test_the_number_of_queries_does_not_grow(polish, started, english_news, people, sign_in):
    client = sign_in("translator")
    url = reverse("translation:exchange_page_download", args=[english_news.pk]) + "?below=1"
    counts = []
    for number in range(3):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
        for _each in range(3):
            start_translation(make_news(polish.get_parent()), f"Road {number}", people["translator"])
    assert counts == [counts[0]] * 3


def test_the_form_says_what_it_is_about(started, english_news, sign_in):
    client = sign_in("translator")
    assert client.get(address(started)).context["pages_below"] == 0
    assert client.get(address(english_news)).context["pages_below"] == 1
    TranslationState.objects.filter(page=started).delete()
    page = client.get(address(started))
    assert (page.status_code, page.context["state"]) == (200, None)


def test_the_button_is_there_for_those_who_may_use_it(polish, started, people):
    assert [button.url for button in page_button(started, people["translator"])] == [address(started)]
    for person, page in (("author", started), ("translator", polish)):
        assert list(page_button(page, people[person])) == []
