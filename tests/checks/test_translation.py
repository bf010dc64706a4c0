"""What an English page says otherwise than the Polish text beside it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from checks.findings import findings_in, obstacles
from content.factories import make_news, make_translation
from translation.starting import start_translation
from translation.truth.statements import polish_parts, say_same, state_of


@pytest.fixture
def polish(structure):
    return make_news(
        structure["pl"].sections["news"],
        title="Nabór",
        lead="Do 5 maja 2027 r. rozdamy 5 mln zł.",
        body=[{"type": "text", "id": "a", "value": "<p>Nie trzeba opłat.</p>"}],
    )


def found(page):
    return [(each.path, each.subject) for each in findings_in(page) if each.check == "parity"]


def in_english(polish, people, **fields):
    page = start_translation(polish, "A call", people["translator"]).get_latest_revision_as_object()
    fields = {"body": [{"type": "text", "id": "a", "value": "<p>There is no charge.</p>"}], **fields}
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(user=people["translator"])
    return page


def test_the_same_facts_are_fine(polish, people):
    assert found(in_english(polish, people, lead="We give away PLN 5 million by 5 May 2027.")) == []


def test_another_fact_is_found_with_what_and_where(polish, people):
    page = in_english(polish, people, lead="We give away PLN 50 million by 5 May 2027.")
    ((path, subject),) = found(page)
    assert path == "lead"
    assert "5 mln zł" in subject
    assert "PLN 50 million" in subject
    assert any("5 mln zł" in str(step.words) for step in obstacles(page))


def test_a_fact_of_a_block_that_english_lacks_leads_to_the_nearest_field(polish, people):
    polish.body = [*polish.body.raw_data, {"type": "text", "id": "b", "value": "<p>Potem 7 nagród.</p>"}]
    page = in_english(polish, people, lead="We give away PLN 5 million by 5 May 2028.")
    assert [path for path, _subject in found(page)] == ["lead"]


def test_a_reason_for_one_place_that_english_lacks_is_none_for_another(structure, people):
    blocks = [{"type": "text", "id": key, "value": "<p>Potem 7 nagród.</p>"} for key in "ab"]
    polish = make_news(structure["pl"].sections["news"], title="Nagrody", lead="To przykład.", body=blocks)
    page = in_english(polish, people, lead="This is an example.", body=[])
    findings = [each for each in findings_in(page) if each.check == "parity"]
    assert {each.path for each in findings} == {"body"}
    assert len({each.fingerprint for each in findings}) == 2


def test_what_was_left_in_polish_is_named_at_its_field(structure, people):
    blocks = [
        {
            "type": "text",
            "id": "a",
            "value": "<p>Zapraszamy na spotkanie w sprawie drogi.</p><p>ul. Spokojna 2, Przykładowo</p>",
        },
        {"type": "text", "id": "b", "value": "<p>Początek o świcie, jak zwykle.</p>"},
    ]
    polish = make_news(structure["pl"].sections["news"], title="Spotkanie", lead="To przykład.", body=blocks)
    english = {"type": "text", "id": "b", "value": "<p>We begin at dawn, as usual.</p>"}
    page = in_english(polish, people, lead="This is an example.", body=[blocks[0], english])
    left = [each for each in findings_in(page) if each.check == "left-in-polish"]
    assert [(each.path, each.blocks) for each in left] == [("body.a", False)]
    assert "Zapraszamy na spotkanie w sprawie drogi." in left[0].message
    assert [each for each in findings_in(polish) if each.check == "left-in-polish"] == []


def test_a_passage_that_is_the_same_in_english_was_not_left(structure, people):
    name = "Spółka miejska wodociągi i kanalizacja"
    polish = make_news(structure["pl"].sections["news"], title="Spotkanie", lead=name, body=[])
    page = in_english(polish, people, body=[])
    assert "left-in-polish" in {each.check for each in findings_in(page)}
    state = state_of(page)
    say_same(state, polish_parts(state)["lead",].segments[0], people["translator"])
    assert "left-in-polish" not in {each.check for each in findings_in(page)}


def test_both_pages_are_read_once_for_all_checks(polish, people):
    page = in_english(polish, people, lead="We give away PLN 5 million by 5 May 2027.")
    with CaptureQueriesContext(connection) as queries:
        findings_in(page)
    assert sum('"translation_translationstate"' in each["sql"] for each in queries) == 1


def test_a_page_without_a_source_is_compared_with_none(polish, structure):
    assert found(polish) == []
    assert found(make_news(structure["en"].sections["news"], lead="It costs PLN 7.")) == []


def test_links_to_versions_of_one_page_lead_to_the_same(structure, polish, people):
    target = make_news(structure["pl"].sections["news"], title="Cel")
    english_target = make_translation(target)
    with_link = make_news(
        structure["pl"].sections["news"],
        lead="Czytaj.",
        body=[{"type": "text", "id": "a", "value": f'<p><a linktype="page" id="{target.pk}">Tutaj.</a></p>'}],
    )
    page = make_translation(with_link, live=False, lead="Read.")
    for number, differs in ((english_target.pk, False), (target.pk, False), (polish.pk, True)):
        page.body = [{"type": "text", "id": "a", "value": f'<p><a linktype="page" id="{number}">Here.</a></p>'}]
        assert bool(found(page)) == differs
