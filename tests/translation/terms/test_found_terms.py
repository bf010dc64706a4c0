"""The terms of one passage, for the source panel."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

URL = "translation:suggestions"


@pytest.fixture
def ask(sign_in):
    def answer(name, page, **query):
        return sign_in(name).get(reverse(URL, args=[page]), query)

    return answer


def test_terms_come_with_their_english_and_note(make_term, english, ask):
    make_term("gmina", "municipality", "commune", "gmina", note="Once with the Polish word.\nOnly once.")
    make_term("sołtys", "village head")
    words = ask("translator", page=english.pk, text="Gminy i gminę, a także <b>wójta</b>.").content.decode()
    assert words.count('lang="pl"') == 1
    for part in ("gmina", "municipality", "Once with the Polish word.<br>Only once.", "commune"):
        assert part in words
    assert "village head" not in words
    assert "<html" not in words


def test_the_english_of_each_term_can_be_put_into_a_field(make_term, english, ask):
    make_term("gmina", "municipality")
    make_term("sołtys", "village head")
    answer = ask("translator", page=english.pk, text="Sołtys i gmina.")
    buttons = BeautifulSoup(answer.content, "html.parser").select("button[data-source-insert]")
    assert [each["data-source-insert"] for each in buttons] == ["village head", "municipality"]


def test_each_term_is_one_item_of_a_list(make_term, english, ask):
    make_term("gmina", "municipality")
    make_term("sołtys", "village head", note="Of a village.")
    page = BeautifulSoup(ask("translator", page=english.pk, text="gmina, sołtys").content, "html.parser")
    items = [item.get_text(" ", strip=True) for item in page.select("ul.translation-terms > li")]
    assert [item.split()[0] for item in items] == ["gmina", "sołtys"]
    assert items[1].endswith("village head Of a village.")


def test_a_passage_without_terms_gives_nothing(make_term, english, ask):
    for query in ({"text": "Nic."}, {}):
        assert b"translation-terms" not in ask("translator", page=english.pk, **query).content


def test_only_who_may_edit_the_english_page_is_answered(english, ask, role):
    allowed = {"translator", "editor", "administrator", "superuser"}
    assert ask(role, page=english.pk, text="gmina").status_code == (200 if role in allowed else 302)


@pytest.mark.parametrize("page", [0, int("9" * 30)])
def test_other_pages_are_not_found(english, ask, page):
    assert ask("translator", page=page, text="gmina").status_code == 404


def test_a_polish_page_is_not_found(english, polish, ask):
    assert ask("editor", page=polish.pk, text="gmina").status_code == 404


def test_notes_are_text(make_term, english, ask):
    make_term("gmina", "municipality", note="<script>alert(1)</script>")
    assert b"<script" not in ask("translator", page=english.pk, text="gmina").content


def test_of_a_passage_that_is_too_long_the_beginning_is_read(make_term, english, ask):
    make_term("gmina", "municipality")
    assert b"municipality" in ask("translator", page=english.pk, text="gmina " + "x" * 5_000).content
