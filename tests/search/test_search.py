"""The search page of each language."""

import re

import pytest
from django.utils.html import escape

from content.factories import make_member, make_news, make_page, make_publication, make_translation
from home.models import StandardPage

pytestmark = pytest.mark.each_case

SEARCH = {"pl": "/szukaj/", "en": "/en/search/"}

# What has broken a search on one of the databases, or might
HOSTILE = [
    '"',
    "'",
    "\\",
    "%",
    "%s %(a)s",
    "*",
    "AND",
    "OR OR",
    "NOT",
    "NEAR(",
    "title:",
    "{title} : a",
    "a AND",
    '"unclosed',
    ":*",
    "!",
    "& | !",
    "<->",
    "()",
    "_",
    "\x00",
    "a\x01b",
    "\ud7ff\uffff",
    "\u0301",
    "²³",
    "ﬁ",
    "👩‍👩‍👧",
    "𐍈 ߐ ᳐",
    'NEAR("a" b, 5)',
    "^gmina",
    "gmin* OR *",
    "gmina:A",
    "gmina\x1egmina",
    "\u00ad",
    "1e999 -5 0x1f 12.03",
    "\ud800",
    "' OR 1=1 --",
    "x" * 10_000,
    "gmina " * 1000,
    "--",
    "; DROP TABLE x",
    " ",
]


def found(response):
    return [result.title for result in response.context["results"]]


@pytest.mark.parametrize("language", SEARCH)
def test_section_is_found_by_its_title(client, structure, language):
    section = structure[language].sections["members"]
    response = client.get(SEARCH[language], {"q": section.title.lower()})
    assert response.status_code == 200
    assert section.title in found(response)
    assert section.url in response.content.decode()


@pytest.mark.parametrize("title", ["About us", "The who of it", "Sprawy różne", "O nas i dla nas"])
def test_title_is_found_whatever_the_words(client, structure, title):
    make_page(StandardPage, structure["pl"].home, title=title)
    assert title in found(client.get("/szukaj/", {"q": title}))


@pytest.mark.parametrize("language", SEARCH)
def test_pages_of_the_other_language_are_not_found(client, structure, language):
    polish = make_news(structure["pl"].sections["news"], title="Kwiaciarnia polska")
    make_translation(polish, slug="english", title="Kwiaciarnia english")
    expected = {"pl": "Kwiaciarnia polska", "en": "Kwiaciarnia english"}
    assert found(client.get(SEARCH[language], {"q": "kwiaciarnia"})) == [expected[language]]


def test_all_words_must_occur(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnia jesienna")
    both = make_news(structure["pl"].sections["news"], title="Kwiaciarnia wiosenna")
    assert found(client.get("/szukaj/", {"q": "wiosenna kwiaciarnia"})) == [both.title]


def test_text_of_a_page_is_searched(client, structure):
    page = make_news(structure["pl"].sections["news"], lead="Otwarto pierwszą kwiaciarnię.")
    assert found(client.get("/szukaj/", {"q": "kwiaciarnię"})) == [page.title]


def test_result_shows_type_and_summary_of_any_page_type(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnia 1", lead="Co się stało.")
    make_publication(structure["pl"].sections["publications"], title="Kwiaciarnia 2", summary="O czym jest.")
    make_member(structure["pl"].sections["members"], title="Kwiaciarnia 3", summary="Jaka to gmina.")
    make_page(StandardPage, structure["pl"].home, title="Kwiaciarnia 4", introduction="Wstęp do strony.")
    make_page(
        StandardPage, structure["pl"].home, title="Kwiaciarnia 5", introduction="Wstęp.", search_description="Opis."
    )
    results = client.get("/szukaj/", {"q": "kwiaciarnia"}).context["results"]
    assert {result.title: result.excerpt for result in results} == {
        "Kwiaciarnia 1": "Co się stało.",
        "Kwiaciarnia 2": "O czym jest.",
        "Kwiaciarnia 3": "Jaka to gmina.",
        "Kwiaciarnia 4": "Wstęp do strony.",
        "Kwiaciarnia 5": "Opis.",
    }
    assert len({str(result.kind) for result in results}) == 4


@pytest.mark.parametrize("language", SEARCH)
def test_search_page_is_not_for_search_engines(client, structure, language):
    assert '<meta name="robots" content="noindex">' in client.get(SEARCH[language]).content.decode()


@pytest.mark.parametrize("language", SEARCH)
def test_other_language_searches_for_the_same(client, structure, language):
    other = SEARCH["en" if language == "pl" else "pl"]
    response = client.get(SEARCH[language], {"q": "plan & co"})
    assert f'href="{other}?q=plan+%26+co"' in response.content.decode()


@pytest.mark.parametrize("language", SEARCH)
def test_search_states_are_said_in_words(client, structure, language):
    texts = []
    for typed in ("", "?!", "niematakiego", structure[language].home.title):
        content = client.get(SEARCH[language], {"q": typed}).content.decode()
        main = re.search(r"<main.*</main>", content, re.DOTALL).group()
        texts.append(re.sub(r"<input[^>]*>", "", main))
    assert len(set(texts)) == 4


def test_the_two_search_forms_of_the_page_have_names_of_their_own(client, structure):
    content = client.get("/szukaj/").content.decode()
    forms = re.findall(r'<form[^>]*role="search"[^>]*>', content)
    assert [bool(re.search(r'aria-label="[^"]+"', form)) for form in forms] == [False, True]


def test_what_was_typed_is_shown_escaped(client, structure):
    typed = '<script>alert("x")</script>'
    content = client.get("/szukaj/", {"q": typed}).content.decode()
    assert typed not in content
    assert escape(typed) in content


@pytest.mark.parametrize("language", SEARCH)
@pytest.mark.parametrize("typed", HOSTILE, ids=ascii)
def test_no_query_is_an_error(client, structure, language, typed):
    response = client.get(SEARCH[language], {"q": typed.encode(errors="surrogatepass")})
    assert response.status_code in {200, 404}


def test_raw_bytes_are_not_an_error(client, structure):
    for query in ("q=%ff%fe", "q=%C5", "q=a%00b", "q[]=a", "q=a&q=b", "&&==", "q", "q=%ED%A0%80"):
        assert client.get(f"/szukaj/?{query}").status_code in {200, 404}, query


@pytest.mark.parametrize(
    ("number", "given"),
    [("abc", 1), ("-1", 1), ("0", 1), ("99999", 2), ("1e3", 1), ("", 1), ("9" * 5000, 2)],
)
def test_wrong_page_number_shows_the_nearest_page(client, structure, number, given):
    for _number in range(11):
        make_page(StandardPage, structure["pl"].home, title="Kwiaciarnia")
    response = client.get("/szukaj/", {"q": "kwiaciarnia", "page": number})
    assert response.status_code == 200
    assert response.context["page_obj"].number == given


def test_results_come_in_pages_that_keep_the_query(client, structure):
    pages = [make_page(StandardPage, structure["pl"].home, title="Kwiaciarnia & ogród") for _number in range(11)]
    first = client.get("/szukaj/", {"q": "kwiaciarnia &"})
    second = client.get("/szukaj/", {"q": "kwiaciarnia &", "page": 2})
    assert first.context["count"] == 11
    assert "?q=kwiaciarnia+%26&amp;page=2" in first.content.decode()
    urls = [result.url for response in (first, second) for result in response.context["results"]]
    assert sorted(urls) == sorted(page.url for page in pages)


@pytest.mark.parametrize("language", SEARCH)
def test_queries_do_not_grow_with_the_number_of_results(client, structure, language, django_assert_max_num_queries):
    def count():
        client.get(SEARCH[language], {"q": "kwiaciarnia"})
        with django_assert_max_num_queries(8) as queries:
            response = client.get(SEARCH[language], {"q": "kwiaciarnia"})
        return len(queries), len(response.context["results"])

    sections = structure[language].sections
    make_page(StandardPage, structure[language].home, title="Kwiaciarnia")
    few, results = count()
    assert results == 1
    for _number in range(4):
        make_page(StandardPage, structure[language].home, title="Kwiaciarnia")
        make_page(type(sections["contact"]), structure[language].home, title="Kwiaciarnia")
    make_news(sections["news"], title="Kwiaciarnia")
    many, results = count()
    assert results == 10
    assert many == few
