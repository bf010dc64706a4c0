"""What the editor shows of the checks, beside those of Wagtail."""

import pytest
from django.urls import reverse

from checks.base import Check
from checks.registry import CHECKS
from content.factories import make_news


@pytest.fixture
def author(client, people):
    client.force_login(people["author"])
    return client


def panel(client, page):
    response = client.get(reverse("checks:panel", args=[page.pk]))
    assert response.status_code == 200
    return response.text


def draft_with(structure, **fields):
    return make_news(structure["pl"].sections["news"], live=False, **fields)


def test_a_page_without_findings_says_so(author, structure):
    page = draft_with(structure)
    text = panel(author, page)
    assert "<ul" not in text
    assert '<p role="status">' in text
    assert author.get(reverse("checks:page", args=[page.pk])).status_code == 200


def test_what_stands_in_the_way_comes_first_and_each_leads_to_its_field(author, structure):
    page = draft_with(structure, title="WAŻNE OGŁOSZENIE", lead="Kwota to xxx zł.", seo_title="Do uzupełnienia")
    text = panel(author, page)
    places = [text.index(f"#:w:contentpath={name}") for name in ("seo_title", "lead", "title")]
    assert places == sorted(places)
    assert reverse("checks:page", args=[page.pk]) in text


def test_the_editor_shows_them_beside_wagtails_own(author, structure):
    page = draft_with(structure, lead="Kwota to xxx zł.")
    text = author.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert "#:w:contentpath=lead" in text
    assert f'data-checks-results="{reverse("checks:panel", args=[page.pk])}"' in text
    assert "data-content-checker-count" in text
    assert "checks/checks.js" in text
    assert "checks/checks.css" in text


def test_the_form_of_a_new_page_says_when_they_answer(author, structure):
    index = structure["pl"].sections["news"]
    text = author.get(reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])).text
    assert f'data-checks-results="{reverse("checks:panel", args=[0])}"' in text


def test_a_page_that_is_not_there_is_not_found(author):
    for name in ("checks:page", "checks:panel"):
        assert author.get(reverse(name, args=[0])).status_code == 404


def test_many_findings_take_as_many_queries_as_few(author, structure, django_assert_max_num_queries):
    counts = []
    for number in (3, 300):
        body = [("text", "<p>xxx <a href='https://www.example.org/'>tutaj</a></p>") for _each in range(number)]
        page = draft_with(structure, body=body)
        url = reverse("checks:page", args=[page.pk])
        author.get(url)
        with django_assert_max_num_queries(40) as captured:
            assert author.get(url).text.count("checks__result") >= 2 * number
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_every_check_says_what_it_finds_under_a_name_of_its_own():
    assert {type(check) for check in CHECKS} == set(Check.__subclasses__())
    assert len({check.identifier for check in CHECKS}) == len(CHECKS)
    assert len({str(check.title) for check in CHECKS}) == len(CHECKS)
