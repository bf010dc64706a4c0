"""The Polish text beside the editor of an English page."""

import re

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from accounts.models import User
from content.factories import make_news, make_translation
from news.models import NewsPage
from tools import ROOT
from translation.log_actions import SETTLE
from translation.merging.bringing import bring_over_structure
from translation.merging.models import Leftover
from translation.models import SettledSegment, TranslationState
from translation.source_panel.rows import SourceText
from translation.starting import start_translation
from translation.truth.statements import state_of

MAY = {"translator", "editor", "administrator", "superuser"}


def rows_of(english) -> dict:
    english = NewsPage.objects.get(pk=english.pk)
    return {row.path: row for row in SourceText(english, state_of(english)).rows}


BLOCKS = {"one": "Coś innego.", "two": "Szkoły dostaną 5 mln zł."}


def blocks_of(keys: str) -> list[dict[str, str]]:
    return [{"id": key, "type": "text", "value": f"<p>Akapit {key}.</p>"} for key in keys]


def key_of(english, path="lead") -> str:
    row = rows_of(english)[path]
    return f"{path}:{row.segments[0].key}"


def test_untranslated_passages_wait(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    rows = rows_of(english)
    assert not rows["title"].needs_work
    assert rows["lead"].needs_work
    assert not rows["lead"].segments[0].is_translated


def test_rows_stand_in_the_order_of_the_editor(polish, english):
    paths = list(rows_of(english))
    body = next(path for path in paths if path.startswith("body."))
    assert paths.index("title") < paths.index("lead") < paths.index(body)


def test_a_changed_passage_shows_what_it_was_in_both_languages(polish, english, change, sign_in):
    change(english, lead="The municipality opens a road.")
    change(polish, lead="Gmina zamyka drogę.")
    row = rows_of(english)["lead"].segments[0]
    assert row.difference.before.text == polish.lead
    assert row.former_english == "The municipality opens a road."
    shown = sign_in("translator").get(reverse("translation:source", args=[english.pk])).content.decode()
    assert "<ins>" in shown
    assert 'data-source-carry="The municipality opens a road."' in shown
    assert 'lang="pl"' in shown


def test_a_paragraph_that_is_gone_is_shown_where_it_stood(polish, english, change):
    key = polish.body.raw_data[0]["id"]
    change(polish, body=[{"id": key, "type": "text", "value": "<p>The whole story.</p><p>Koniec.</p>"}])
    change(english, lead="Something.")
    change(polish, body=[])
    rows = rows_of(english)
    assert [segment.is_gone for segment in rows[f"body.{key}"].segments] == [True, True]


def test_of_a_block_that_moved_and_changed_the_change_is_shown(polish, english, change):
    one, two = ({"id": key, "type": "text", "value": f"<p>{words}</p>"} for key, words in BLOCKS.items())
    change(polish, body=[one, two])
    change(english, body=[one, two])
    change(polish, body=[{**two, "value": "<p>Szkoły dostaną 6 mln zł.</p>"}, one])
    (row,) = rows_of(english)["body.two"].segments
    assert row.is_fact
    assert row.difference.before.text == BLOCKS["two"]


def test_a_table_shows_no_empty_cells(structure, people):
    table = {"data": [["Rok", None], ["", "2026"]], "table_caption": "Drzewa", "first_row_is_table_header": True}
    polish = make_news(structure["pl"].sections["news"], body=[{"id": "t", "type": "table", "value": table}])
    row = rows_of(start_translation(polish, "Trees", people["translator"]))["body.t"]
    cells = [(each.segment.index, each.segment.text) for each in row.segments]
    assert cells == [(0, "Drzewa"), (1, "Rok"), (4, "2026")]


def test_suggestions_are_for_words_alone(structure, people):
    link = {"title": "Przykład", "url": "https://example.org/"}
    links = {"heading": "", "links": [{"type": "item", "id": "i", "value": link}]}
    polish = make_news(structure["pl"].sections["news"], body=[{"id": "l", "type": "links", "value": links}])
    rows = rows_of(start_translation(polish, "Links", people["translator"]))
    takes = {name: rows[f"body.l.links.i.{name}"].segments[0].takes_suggestions for name in link}
    assert takes == {"title": True, "url": False}


@pytest.mark.parametrize(
    ("before", "now", "differs"),
    [("ab", "ab", False), ("ab", "ba", True), ("a", "ab", True), ("ab", "a", True)],
    ids=["as it was", "another order", "a new block", "a block that went"],
)
def test_the_way_to_bring_the_structure_over_is_there_when_it_would_do_something(
    polish, english, change, sign_in, before, now, differs
):
    change(polish, body=blocks_of(before))
    bring_over_structure(NewsPage.objects.get(pk=english.pk), User.objects.get(username="translator"))
    change(polish, body=blocks_of(now))
    address = reverse("translation:structure", args=[english.pk])
    shown = sign_in("translator").get(reverse("translation:source", args=[english.pk])).content.decode()
    assert (address in shown) == differs


def test_what_english_left_out_on_purpose_is_not_offered_again(polish, english, change, sign_in):
    translator = User.objects.get(username="translator")
    change(polish, body=blocks_of("ab"))
    bring_over_structure(NewsPage.objects.get(pk=english.pk), translator)
    draft = NewsPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    draft.body = blocks_of("a")
    draft.save_revision(user=translator)
    assert not SourceText(NewsPage.objects.get(pk=english.pk), state_of(english)).has_other_structure


def test_a_polish_draft_is_told_apart(polish, english, sign_in):
    draft = polish.get_latest_revision_as_object()
    draft.lead = "To dopiero będzie."
    draft.save_revision()
    source = SourceText(english, state_of(english))
    assert source.differences == []
    assert [each.after.text for each in source.changes_to_come] == ["To dopiero będzie."]
    shown = sign_in("translator").get(reverse("translation:source", args=[english.pk])).content.decode()
    assert "będzie" in shown


def test_only_who_edits_or_approves_the_english_page_reads_it(role, english, sign_in):
    answer = sign_in(role).get(reverse("translation:source", args=[english.pk]))
    assert (answer.status_code == 200) == (role in MAY)
    if role in MAY:
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("number", [0, 999999, 10**30])
def test_there_is_none_beside_other_pages(number, polish, sign_in):
    for name in ("source", "suggestions"):
        assert sign_in("translator").get(reverse(f"translation:{name}", args=[number])).status_code == 404
    assert sign_in("superuser").get(reverse("translation:source", args=[polish.pk])).status_code == 404


@pytest.mark.parametrize("text", ["", "' \" % _ \\ <b>", "ąę " * 3_000])
def test_any_text_gets_its_suggestions(text, english, sign_in):
    answer = sign_in("translator").get(reverse("translation:suggestions", args=[english.pk]), {"text": text})
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode()


def test_the_editor_of_an_english_page_has_it_and_that_of_a_polish_one_not(polish, english, sign_in):
    client = sign_in("superuser")
    english_editor = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    polish_editor = client.get(reverse("wagtailadmin_pages:edit", args=[polish.pk])).content.decode()
    assert "data-source-panel" in english_editor
    assert "data-source-panel" not in polish_editor


def test_deleting_still_leads_to_the_recycle_bin(polish, sign_in):
    url = reverse("wagtailadmin_pages:delete", args=[make_news(polish.get_parent(), live=False).pk])
    assert "recycle_bin/delete.html" in [each.name for each in sign_in("superuser").get(url).templates]


def test_a_passage_is_settled_by_a_translator(polish, english, change, sign_in):
    change(polish, lead="Zupełnie co innego się stało.")
    url = reverse("translation:settle", args=[english.pk])
    sign_in("translator").post(url, {"segment": key_of(english)})
    settled = SettledSegment.objects.get()
    assert (settled.ground, settled.user.username) == ("translator", "translator")
    assert state_of(english).state == TranslationState.State.TRUE


def test_a_fact_and_a_passage_that_changed_meanwhile_are_not_settled(polish, english, change, sign_in):
    url = reverse("translation:settle", args=[english.pk])
    change(polish, lead="Mamy 5 zł.")
    sign_in("translator").post(url, {"segment": key_of(english)})
    change(polish, lead="Zupełnie co innego się stało.")
    old = key_of(english)
    change(polish, lead="A teraz jeszcze coś innego.")
    for segment in (old, "", "lead:", ":", "x" * 10_000, "\x00"):
        assert sign_in("translator").post(url, {"segment": segment}).status_code == 200
    assert not SettledSegment.objects.exists()


def test_a_new_block_that_is_still_polish_says_so_and_is_not_settled(polish, english, change, sign_in):
    change(polish, body=blocks_of("a"))
    bring_over_structure(NewsPage.objects.get(pk=english.pk), User.objects.get(username="translator"))
    key, client = key_of(english, "body.a"), sign_in("translator")
    shown = client.get(reverse("translation:source", args=[english.pk])).content.decode()
    assert "Akapit a." in shown
    assert 'data-source-word="true"' not in shown
    (row,) = rows_of(english)["body.a"].segments
    assert row.difference.how == "added"
    assert row.needs_work
    answer = client.post(reverse("translation:settle", args=[english.pk]), {"segment": key})
    assert answer.context["refusal"] == row.why_not_settle
    assert str(row.why_not_settle) in answer.content.decode()
    assert not SettledSegment.objects.exists()
    draft = NewsPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    draft.body = [{"id": "a", "type": "text", "value": "<p>Paragraph a.</p>"}]
    draft.save_revision()
    (row,) = rows_of(english)["body.a"].segments
    assert (row.is_answered, row.needs_work) == (True, False)


def test_a_word_that_is_given_twice_is_recorded_once(polish, english, change, sign_in):
    change(polish, lead="Zupełnie co innego się stało.")
    url, key = reverse("translation:settle", args=[english.pk]), key_of(english)
    for _time in range(2):
        assert sign_in("translator").post(url, {"segment": key}).status_code == 200
    assert PageLogEntry.objects.filter(page=english.pk, action=SETTLE).count() == 1


def test_who_may_not_change_the_english_page_settles_nothing(role, polish, english, change, sign_in):
    change(polish, lead="Zupełnie co innego się stało.")
    sign_in(role).post(reverse("translation:settle", args=[english.pk]), {"segment": key_of(english)})
    assert SettledSegment.objects.exists() == (role in MAY)


def test_it_costs_the_same_queries_for_any_length(structure, sign_in, django_assert_max_num_queries):
    short, long = (
        make_news(
            structure["pl"].sections["news"],
            body=[{"type": "text", "id": f"t{number}", "value": f"<p>Akapit {number}.</p>"} for number in range(count)],
        )
        for count in (3, 60)
    )
    for page in (short, long):
        english = make_translation(page)
        with django_assert_max_num_queries(8):
            rows = SourceText(english, state_of(english)).rows
        assert len(rows) > 3


def test_the_script_asks_for_nothing_that_the_templates_lack():
    site = ROOT / "site"
    script = (site / "static" / "translation" / "source_panel.js").read_text(encoding="utf-8")
    names = set(re.findall(r"data-source-[a-z]+", script))
    names |= {f"data-source-{name.lower()}" for name in re.findall(r"\bsource([A-Z][a-z]+)\b", script)}
    templates = "".join(
        each.read_text(encoding="utf-8") for each in (site / "templates" / "translation").rglob("*.html")
    )
    assert len(names) > 20
    assert {name for name in names if name not in templates} == {"data-source-asked"}, "which the script itself sets"


@pytest.mark.parametrize("live", [False, True])
def test_what_was_sent_back_says_by_whom_and_why_until_it_is_submitted_again(live, polish, people, sign_in):
    english = make_translation(polish, live=live, title="A new road").get_latest_revision_as_object()
    address = reverse("translation:source", args=[english.pk])
    english.lead = "A road was built."
    english.save_revision(user=people["translator"])
    state = english.get_workflow().start(english, people["translator"])
    assert SourceText(english, state_of(english)).sent_back is None
    task = state.current_task_state
    task.task.specific.on_action(task, people["editor"], "reject", comment="Which road?")
    said = sign_in("translator").get(address).content.decode()
    assert "Which road?" in said
    assert str(people["editor"]) in said
    english = NewsPage.objects.get(pk=english.pk)
    english.current_workflow_state.resume(user=people["translator"])
    assert "Which road?" not in sign_in("translator").get(address).content.decode()


def test_a_text_without_a_place_can_be_put_into_a_field(polish, english, sign_in):
    Leftover.objects.create(page_id=english.pk, path="body.x", label="Paragraph", text="We <plant> trees.")
    shown = sign_in("translator").get(reverse("translation:source", args=[english.pk])).content.decode()
    assert 'data-source-insert="We &lt;plant&gt; trees."' in shown
    assert reverse("translation:structure", args=[english.pk]) + "#leftovers" in shown
