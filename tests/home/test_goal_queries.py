"""Goals and areas take few queries to show, and no more for many than for a few."""

from uuid import uuid4

from home.models import ActivityAreaPage, GoalPage
from tests.many_pages import make_many, query_count

MOST = 12


def both_languages(structure, number):
    goal, area = structure["pl"].goals["territorial-strategy"], structure["pl"].areas["culture"]
    for model, index, own in (
        (GoalPage, goal.get_parent(), {}),
        (ActivityAreaPage, area.get_parent(), {"goals": [goal]}),
    ):
        texts = [
            {"title": f"Strona {place}", "slug": f"strona-{uuid4().hex}", "statement": "Co robimy.", "number": place}
            for place in range(100, 100 + number)
        ]
        polish = make_many(model, index, ({**text, **own} for text in texts))
        make_many(
            model,
            index.get_translation(structure["en"].home.locale),
            ({**text, "translation_key": page.translation_key} for text, page in zip(texts, polish, strict=True)),
        )


def test_queries_do_not_grow_with_the_number_of_goals_and_areas(structure, client):
    addresses = []
    for language in ("pl", "en"):
        goal, area = structure[language].goals["territorial-strategy"], structure[language].areas["culture"]
        addresses += [page.url for page in (goal, goal.get_parent(), area, area.get_parent())]
    both_languages(structure, 3)
    before = {address: query_count(client, address) for address in addresses}
    assert max(before.values()) <= MOST, before
    both_languages(structure, 57)
    assert {address: query_count(client, address) for address in addresses} == before
    page = client.get(structure["en"].goals["territorial-strategy"].url).content.decode()
    assert page.count("Strona ") >= 60
