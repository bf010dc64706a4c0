"""The text file says what the association does, in the words of the live pages, and nothing that is hidden."""

from uuid import uuid4

import pytest
from wagtail.models import PageViewRestriction

from content.loading import block
from core.models import AssociationSettings
from editorial.publishing import publish_loaded_content
from home.models import ActivityAreaPage, GoalPage
from tests.many_pages import make_many, query_count

ADDRESSES = {"pl": "/dzialalnosc.txt", "en": "/en/activity.txt"}
MOST = 12
LANGUAGES = ["pl", "en"]


def text_of(client, language):
    return client.get(ADDRESSES[language]).content.decode("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_plain_text_in_the_language_of_its_address(structure, client, language):
    response = client.get(ADDRESSES[language])

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Content-Language"] == language
    assert not response.cookies
    assert "<p>" not in response.content.decode()
    assert "&" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_can_only_be_read(structure, client, method):
    assert getattr(client, method)(ADDRESSES["pl"]).status_code == 405


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_goals_and_the_areas_word_for_word_in_their_order(structure, client, language):
    text = text_of(client, language)

    expected = []
    for goal in sorted(structure[language].goals.values(), key=lambda goal: goal.number):
        expected += [f"{goal.number}. {goal.statement}", *(f"   - {item.value}" for item in goal.scope)]
    areas = sorted(structure[language].areas.values(), key=lambda area: area.number)
    expected += [f"{area.number}. {area.statement}" for area in areas]
    places = [text.find(f"\n{line}\n") for line in expected]
    assert all(place > 0 for place in places)
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_all_five_topics_and_the_data_of_the_association(structure, client, language):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.address, association.krs = "ul. Długa 1\n00-000 Przykład", "0000123456"
    association.edelivery_address, association.accessibility_email = (
        "AE:PL-12345-67890-ABCDE-12",
        "dostepna@example.org",
    )
    association.save()

    lines = text_of(client, language).splitlines()

    assert lines[0] == f"# {getattr(association, f'name_{language}')}"
    assert len([line for line in lines if line.startswith("## ")]) == 5
    for value in ("ul. Długa 1, 00-000 Przykład", "0000123456", "AE:PL-12345-67890-ABCDE-12", "dostepna@example.org"):
        assert any(line.endswith(f": {value}") for line in lines)
    for section in ("easy_read", "sign_language", "privacy"):
        page = structure[language].sections[section]
        assert f"{page.title}: {page.full_url}" in lines


def test_it_follows_a_change_of_the_pages(structure, client):
    page = structure["pl"].sections["easy_read"]
    page.matters = [
        block(uuid4(), "heading", "Krok po kroku"),
        block(uuid4(), "text", "<p>Napisz &amp; czekaj.</p><ul><li>raz</li></ul>"),
    ]
    publish_loaded_content(page, "Changed")

    assert "\n### Krok po kroku\n\nNapisz & czekaj.\n- raz\n" in text_of(client, "pl")


def test_it_stays_whole_without_the_easy_text(structure, client):
    structure["pl"].sections["easy_read"].unpublish()

    text = text_of(client, "pl")

    assert structure["pl"].home.introduction in text
    assert "Masz do nas sprawę?" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_may_not_see_is_not_in_it(structure, client, language):
    ours = structure[language]
    ours.goals["integration"].unpublish()
    goal = ours.goals["self-government"]
    goal.statement = "Tylko w szkicu."
    goal.save_revision()
    PageViewRestriction.objects.create(page=ours.areas["ngos"], restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.create(page=ours.sections["easy_read"], restriction_type=PageViewRestriction.LOGIN)

    text = text_of(client, language)

    assert ours.goals["integration"].statement not in text
    assert "Tylko w szkicu." not in text
    assert ours.areas["ngos"].statement not in text
    assert ours.sections["easy_read"].title not in text
    assert "Zrób tak" not in text
    assert "Do this" not in text


def test_its_queries_do_not_grow_with_the_number_of_goals_and_areas(structure, client):
    def add(number):
        for model, group in ((GoalPage, structure["pl"].goals), (ActivityAreaPage, structure["pl"].areas)):
            fields = (
                {
                    "title": f"Strona {place}",
                    "slug": f"strona-{uuid4().hex}",
                    "statement": "Co robimy.",
                    "number": place,
                }
                for place in range(100, 100 + number)
            )
            make_many(model, next(iter(group.values())).get_parent(), fields)

    add(3)
    before = query_count(client, ADDRESSES["pl"])
    assert before <= MOST
    add(57)
    assert query_count(client, ADDRESSES["pl"]) == before
    assert text_of(client, "pl").count("Co robimy.") == 120
