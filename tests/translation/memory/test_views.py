"""The translation memory in the admin."""

from xml.etree import ElementTree

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.users.models import UserProfile

from content.factories import make_news, make_translation
from tests.translation.memory.conftest import imported
from translation.memory.models import MemoryUnit
from translation.memory.storing import take_in

REPORT = "/admin/translations/memory/units/"
FILE = "/admin/translations/memory/units/tmx/"
MAY_SEE = {"translator", "editor", "administrator", "superuser"}
BAD_QUERIES = ["?p=abc", "?p=99999", "?q=%00", '?q="%', "?q=" + "a%20" * 900, "?export=csv", "?ordering=nothing"]


def sources(response) -> list[str]:
    return [unit.source for unit, _uses in response.context["object_list"]]


def segments(response) -> list[tuple[str, str]]:
    root = ElementTree.fromstring(b"".join(response.streaming_content))  # noqa: S314 - our own file
    return [tuple("".join(each.itertext()) for each in unit.iter("seg")) for unit in root.iter("tu")]


# Suggestions


def matches_url(page) -> str:
    return reverse("translation:suggestions", args=[page.pk])


def test_suggestions_carry_what_goes_into_the_field(both, sign_in):
    _polish, english = both(["Nowa <b>droga</b> &amp; most."], ["A new <b>road</b> &amp; bridge."])
    answer = sign_in("translator").get(matches_url(english), {"text": "Nowa droga & most."})
    page = answer.content.decode()
    assert 'data-source-carry="A new road &amp; bridge."' in page
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[english.pk])}"' in page
    assert "<html" not in page


def test_suggestions_say_what_differs(sign_in, english):
    imported(("Nabór trwa do 5 marca.", "Open until 5 March."))
    client = sign_in("translator")
    url = matches_url(english)
    assert "Only the numbers differ" in in_english(client, url, {"text": "Nabór trwa do 6 marca."})
    assert "<del>" in in_english(client, url, {"text": "Nabór trwa do 6 kwietnia."})
    assert "% the same" in in_english(client, url, {"text": "Nabór trwa do 6 kwietnia."})
    assert "other numbers" in in_english(client, url, {"text": "Nabór trwa do 6 kwietnia."})
    assert "The memory knows no similar text." in in_english(client, url, {"text": "Zupełnie co innego."})


def in_english(client, url, query) -> str:
    """Return the suggestions as an English admin shows them."""
    profile = UserProfile.get_for_user(client.get("/admin/").wsgi_request.user)
    profile.preferred_language = "en"
    profile.save()
    return client.get(url, query).content.decode()


def test_suggestions_are_for_those_who_may_edit_the_english_page(role, english, sign_in):
    answer = sign_in(role).get(matches_url(english), {"text": "Nowa droga"})
    assert answer.status_code == (200 if role in MAY_SEE else 302)


def test_suggestions_for_another_section_are_refused(both, translator_of, client):
    _one, mine = both(["Jeden."], ["One."])
    _other, yours = both(["Dwa."], ["Two."])
    client.force_login(translator_of(mine), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(matches_url(mine), {"text": "Jeden."}).status_code == 200
    assert client.get(matches_url(yours), {"text": "Jeden."}).status_code == 302


def test_suggestions_beside_a_polish_page_are_no_page(polish, sign_in):
    assert sign_in("editor").get(matches_url(polish), {"text": "Nowa droga"}).status_code == 404


def test_suggestions_are_nothing_for_people_without_an_account(english, client):
    assert client.get(matches_url(english), {"text": "Nowa droga"}).status_code == 302


@pytest.mark.parametrize("text", ["", "%", "\ud800", "a" * 9000, "<script>alert(1)</script>"])
def test_no_text_is_an_error(text, english, sign_in):
    imported(("<script>alert(1)</script>", "<script>alert(2)</script>"))
    answer = sign_in("translator").get(matches_url(english), {"text": text.encode("utf-8", "replace")})
    assert answer.status_code == 200
    assert "<script" not in answer.content.decode()


# The list


@pytest.mark.parametrize("address", [REPORT, REPORT + "results/", FILE])
def test_only_people_who_work_on_english_pages_see_the_memory(address, role, sign_in):
    assert sign_in(role).get(address).status_code == (200 if role in MAY_SEE else 302)


def test_menu_leads_the_same_people_there(role, sign_in):
    home = sign_in(role).get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"{REPORT}"' in home) == (role in MAY_SEE)


def test_list_shows_both_texts_and_where_they_are_used(english, sign_in):
    answer = sign_in("translator").get(REPORT, {"q": "nowa droga"})
    assert sources(answer) == ["Nowa droga"]
    page = answer.content.decode()
    assert "A new road" in page
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[english.pk])}"' in page
    assert f'href="{FILE}?q=nowa+droga"' in page


@pytest.mark.parametrize("words", ["Łódź", "lodz", "ŁÓDŹ plan", "plan for lodz", "miasta city"])
def test_search_knows_both_languages_and_polish_letters(words, sign_in):
    imported(("Plan miasta Łodzi: ŁÓDŹ", "A plan for the city: Lodz"), ("Nabór", "Call"))
    assert sources(sign_in("translator").get(REPORT, {"q": words})) == ["Plan miasta Łodzi: ŁÓDŹ"]


@pytest.mark.parametrize("address", [REPORT, REPORT + "results/", FILE])
def test_private_text_is_shown_to_those_alone_who_work_on_the_page(address, both, translator_of, client):
    secret, _secret_en = both(["Poufne ustalenia."], ["Confidential findings."])
    _open, mine = both(["Jeden."], ["One."])
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    person = translator_of(mine)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(address, {"q": "poufne"})
    text = b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200
    assert "Poufne ustalenia." not in text.decode()
    assert "Confidential" not in text.decode()


def test_list_is_in_parts_and_takes_as_many_queries_for_few_and_many(sign_in, structure, django_assert_max_num_queries):
    client = sign_in("translator")
    counts = []
    for number in (2, 60):
        take_in(MemoryUnit.of(f"Tekst {number} {each}", f"Text {each}", "", "") for each in range(number))
        for each in range(number // 10):
            make_translation(make_news(structure["pl"].sections["news"], title=f"Droga {each}"), title=f"Road {each}")
        client.get(REPORT)
        with django_assert_max_num_queries(20) as queries:
            answer = client.get(REPORT)
        counts.append(len(queries))
    assert len(sources(answer)) == 50
    assert answer.context["page_obj"].paginator.num_pages > 1
    assert counts[0] == counts[1]


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_invalid_query_is_no_error(query, sign_in):
    for address in (REPORT, REPORT + "results/", FILE):
        assert sign_in("translator").get(address + query).status_code in (200, 404)


# The file


def test_file_is_tmx_with_inline_elements_as_codes(sign_in, structure):
    MemoryUnit.objects.all().delete()
    take_in(
        [
            MemoryUnit.of("Nowa\x07 droga & most", "A new road & bridge", "", ""),
            MemoryUnit.of(
                "Czytaj stronę, potem pisz",
                "Read the page, then write",
                'Czytaj <a id="a1"><b>stronę</b></a>,<br/> potem pisz',
                'Read <a id="a1">the <b>page</b></a>,<br/> then write',
            ),
        ]
    )
    answer = sign_in("translator").get(FILE)
    assert answer["Content-Disposition"] == 'attachment; filename="translation-memory.tmx"'
    document = b"".join(answer.streaming_content)
    assert document.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
    root = ElementTree.fromstring(document)  # noqa: S314 - our own file
    header = root.find("header")
    assert (root.tag, root.get("version"), [child.tag for child in root]) == ("tmx", "1.4", ["header", "body"])
    assert {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"} == set(
        header.keys()
    )
    marked, plain = root.find("body")
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [variant.get(language) for variant in plain] == ["pl", "en"]
    assert [variant.find("seg").text for variant in plain] == ["Nowa droga & most", "A new road & bridge"]
    segment = marked[1].find("seg")
    codes = [(code.tag, code.get("i"), code.text) for code in segment]
    assert codes == [
        ("bpt", "1", '<a id="a1">'),
        ("bpt", "2", "<b>"),
        ("ept", "2", "</b>"),
        ("ept", "1", "</a>"),
        ("ph", None, "<br/>"),
    ]
    assert segment.text + "".join(code.tail or "" for code in segment) == "Read the page, then write"


def test_file_holds_what_the_search_finds(sign_in, structure):
    imported(("Plan miasta", "A plan of the city"), ("Nabór", "Call"))
    assert segments(sign_in("translator").get(FILE, {"q": "plan miasta"})) == [("Plan miasta", "A plan of the city")]
