"""Which Polish text an English page follows, and what counts as a change of it."""

from datetime import date

import pytest

from content.factories import make_area, make_news, make_translation
from translation.models import PublishedText, TranslationState


def test_english_page_follows_the_polish_text_it_was_published_with(polish, english):
    state = TranslationState.objects.get(page=english)
    assert (state.source_id, state.true_to_id) == (polish.pk, polish.live_revision_id)
    assert not state.is_outdated


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"date": date(2026, 5, 5)},
        {"slug": "another-address"},
        {"featured": True},
        {"show_in_menus": True},
    ],
    ids=lambda fields: "-".join(fields) or "nothing",
)
def test_publishing_the_same_words_is_no_change(fields, polish, english, change):
    before = PublishedText.objects.get(page=polish)
    change(polish, **fields)
    after = PublishedText.objects.get(page=polish)
    assert (after.digest, after.changed_at) == (before.digest, before.changed_at)
    assert not TranslationState.objects.get(page=english).is_outdated


def test_relation_is_not_language(polish, english, change, structure):
    change(polish, areas=[make_area(structure["pl"].sections["areas"])])
    assert not TranslationState.objects.get(page=english).is_outdated


@pytest.mark.parametrize("field", ["title", "lead", "author_line", "search_description", "lead_image_alt"])
def test_other_words_are_a_change(field, polish, english, change):
    page = change(polish, **{field: "Inne słowa"})
    assert TranslationState.objects.get(page=english).is_outdated
    assert PublishedText.objects.get(page=polish).revision_id == page.live_revision_id


def test_numbers_of_paragraphs_are_no_words(polish, english, change):
    key = polish.body.raw_data[0]["id"]
    for number in ("abc12", "xyz34"):
        page = change(
            polish, body=[{"id": key, "type": "text", "value": f'<p data-block-key="{number}">The whole story.</p>'}]
        )
        assert page.live
    assert not TranslationState.objects.get(page=english).is_outdated


def test_words_that_come_back_are_no_change_any_more(polish, english, change):
    change(polish, lead="Inne słowa")
    change(polish, lead=polish.lead)
    assert not TranslationState.objects.get(page=english).is_outdated


def test_drafts_of_either_page_change_nothing(polish, english):
    for page in (polish, english):
        page.lead = "A draft"
        page.save_revision()
    state = TranslationState.objects.get(page=english)
    assert not state.is_outdated
    assert PublishedText.objects.get(page=polish).revision_id == polish.live_revision_id


def test_draft_that_code_starts_follows_the_live_text(structure):
    page = make_news(structure["pl"].sections["news"])
    english = make_translation(page, live=False)
    assert TranslationState.objects.get(page=english).worked_from_id == page.live_revision_id
