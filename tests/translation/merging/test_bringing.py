"""One action brings the structure of a published Polish page over into the English draft."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import translation
from wagtail.models import Page, PageLogEntry, Revision

from content.factories import full_body, make_document, make_image, make_news, make_translation
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from news.models import NewsPage
from translation.merging.bringing import bring_over_structure, dismiss, why_not_bring_over
from translation.merging.models import Leftover, MergedStructure
from translation.merging.report import What
from translation.models import TranslationState
from translation.segments import Kind, Part, parts_of
from translation.starting import start_translation


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Reasons in English."""
    with translation.override("en"):
        yield


def text(html: str, key: str | None = None) -> dict[str, Any]:
    return {"id": key or str(uuid4()), "type": "text", "value": html}


@pytest.fixture
def polish(structure) -> NewsPage:
    """A live Polish page of two paragraphs."""
    body = [text("<p>Pierwszy.</p>", "one"), text("<p>Drugi.</p>", "two")]
    return make_news(structure["pl"].sections["news"], title="Nowa droga", slug="nowa-droga", body=body)


@pytest.fixture
def english(polish) -> NewsPage:
    """Its live English page."""
    body = [text("<p>The first.</p>", "one"), text("<p>The second.</p>", "two")]
    return make_translation(polish, title="A new road", slug="a-new-road", body=body)


def draft_of(page: Page) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def said(page: NewsPage) -> list[str]:
    return [str(each["value"]) for each in page.body.raw_data]


def test_draft_takes_the_structure_and_keeps_its_words(polish, english, people, change):
    body = [text("<p>Nowy.</p>", "new"), text("<p>Drugi.</p>", "two"), text("<p>Pierwszy.</p>", "one")]
    change(polish, body=body)
    report = bring_over_structure(english, people["translator"])
    assert said(draft_of(english)) == ["<p>Nowy.</p>", "<p>The second.</p>", "<p>The first.</p>"]
    assert {change.what for change in report.changes} == {What.NEW, What.MOVED}
    assert [change.after for change in report.to_translate] == ["Nowy."]


def test_readers_see_nothing_of_it(polish, english, people, change):
    before = Page.objects.filter(pk=english.pk).values("live_revision_id", "last_published_at", "title").get()
    change(polish, body=[text("<p>Drugi.</p>", "two")])
    bring_over_structure(english, people["translator"])
    live = NewsPage.objects.get(pk=english.pk)
    assert said(live) == ["<p>The first.</p>", "<p>The second.</p>"]
    assert (live.live, live.has_unpublished_changes) == (True, True)
    assert Page.objects.filter(pk=english.pk).values(*before).get() == before


def test_revision_is_the_persons_and_in_the_history(polish, english, people, change):
    change(polish, body=[text("<p>Drugi.</p>", "two")])
    bring_over_structure(english, people["translator"])
    revision = Revision.page_revisions.filter(object_id=str(english.pk)).latest("pk")
    assert revision.user == people["translator"]
    assert PageLogEntry.objects.filter(page=english.pk, action="wagtail.edit", revision=revision).exists()


def test_text_without_a_place_is_kept_until_somebody_dismisses_it(polish, english, people, change):
    held = english.latest_revision
    change(polish, body=[text("<p>Drugi.</p>", "two")])
    bring_over_structure(english, people["translator"])
    leftover = Leftover.objects.get(page=english)
    assert (leftover.text, leftover.markup) == ("The first.", "<p>The first.</p>")
    assert (leftover.path, leftover.revision, leftover.user) == ("body.one", held, people["translator"])
    dismiss(leftover, people["translator"])
    assert not Leftover.objects.exists()
    entry = PageLogEntry.objects.get(page=english.pk, action="translation.dismiss_leftover")
    assert "The first." in entry.formatter.format_comment(entry)


def test_second_time_changes_nothing(polish, english, people, change):
    change(polish, body=[text("<p>Nowy.</p>", "new"), text("<p>Drugi.</p>", "two")])
    bring_over_structure(english, people["translator"])
    count = Revision.objects.count()
    assert not bring_over_structure(english, people["translator"]).changes
    assert (Revision.objects.count(), Leftover.objects.count()) == (count, 1)


def test_block_that_a_translator_removed_after_a_merge_does_not_come_back(polish, english, people, change):
    body = [text("<p>Pierwszy.</p>", "one"), text("<p>Drugi.</p>", "two"), text("<p>Nowy.</p>", "new")]
    change(polish, body=body)
    bring_over_structure(english, people["translator"])
    draft = draft_of(english)
    draft.body = draft.body.raw_data[:2]
    draft.save_revision(user=people["translator"])
    change(polish, body=[*body, text("<p>Nowszy.</p>", "newer")])
    report = bring_over_structure(english, people["translator"])
    assert said(draft_of(english)) == ["<p>The first.</p>", "<p>The second.</p>", "<p>Nowszy.</p>"]
    assert [change.after for change in report.of(What.REMOVED)] == ["Nowy."]


def test_what_the_words_are_true_to_stays(polish, english, people, change):
    before = (
        TranslationState.objects.filter(page=english).values("true_to", "true_digest", "confirmed_at", "user").get()
    )
    after = change(polish, body=[text("<p>Drugi.</p>", "two")])
    bring_over_structure(english, people["translator"])
    assert (
        TranslationState.objects.filter(page=english).values("true_to", "true_digest", "confirmed_at", "user").get()
        == before
    )
    merged = MergedStructure.objects.get(page=english)
    assert (merged.source_revision, merged.user) == (after.live_revision, people["translator"])


def test_revision_that_was_merged_is_not_purged(polish, english, people, change):
    merged = change(polish, body=[text("<p>Drugi.</p>", "two")]).live_revision_id
    bring_over_structure(english, people["translator"])
    change(polish, body=[text("<p>Trzeci.</p>", "three")])
    call_command("purge_revisions", verbosity=0)
    assert Revision.objects.filter(pk=merged).exists()


def test_started_page_has_the_structure_of_the_live_page(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    merged = MergedStructure.objects.get(page=english)
    assert (merged.source_revision_id, merged.user) == (polish.live_revision_id, people["translator"])


def test_polish_draft_is_not_brought_over(polish, english, people):
    polish.body = [text("<p>Szkic.</p>")]
    polish.save_revision(user=people["author"])
    assert not bring_over_structure(english, people["translator"]).changes
    assert said(draft_of(english)) == ["<p>The first.</p>", "<p>The second.</p>"]


def test_page_of_which_nothing_is_known_keeps_all_it_has(polish, english, people, change):
    change(polish, body=[text("<p>Drugi.</p>", "two"), text("<p>Nowy.</p>", "new")])
    MergedStructure.objects.all().delete()
    TranslationState.objects.all().delete()
    bring_over_structure(english, people["translator"])
    assert said(draft_of(english)) == ["<p>The first.</p>", "<p>The second.</p>", "<p>Nowy.</p>"]


def test_fields_that_are_not_language_are_not_touched(polish, english, people, change):
    change(polish, slug="inny-adres", body=[text("<p>Drugi.</p>", "two")])
    bring_over_structure(english, people["translator"])
    draft = draft_of(english)
    assert (draft.slug, draft.locale_id, draft.title) == ("a-new-road", english.locale_id, "A new road")


def test_text_in_a_block_of_a_forgotten_type_is_kept(polish, english, people, change):
    revision = NewsPage.objects.get(pk=english.pk).latest_revision
    content = revision.content
    content["body"] = content["body"].replace(
        '"type": "text", "value": "<p>The first.', '"type": "poem", "value": "<p>The first.'
    )
    assert "poem" in content["body"]
    Revision.objects.filter(pk=revision.pk).update(content=content)
    change(polish, body=[text("<p>Pierwszy.</p>", "one"), text("<p>Nowy.</p>", "new")])
    bring_over_structure(english, people["translator"])
    kept = {leftover.text: leftover.reason for leftover in Leftover.objects.filter(page=english)}
    assert kept == {"The second.": "removed", "<p>The first.</p>": "unknown"}


def test_translators_and_editors_may(english, people):
    for name in ("translator", "editor", "administrator", "superuser"):
        assert why_not_bring_over(people[name], english) is None


@pytest.mark.parametrize("name", ["author", "member_editor"])
def test_others_may_not(name, english, people):
    assert "may change this page" in str(why_not_bring_over(people[name], english))


def test_polish_page_is_none(polish, people):
    assert "not an English page" in str(why_not_bring_over(people["superuser"], polish))


def test_submitted_page_waits(polish, english, people, change):
    change(polish, body=[text("<p>Drugi.</p>", "two")])
    draft = draft_of(english)
    draft.lead = "Another lead."
    draft.save_revision(user=people["translator"])
    NewsPage.objects.get(pk=english.pk).get_workflow().start(draft, people["translator"])
    count = Revision.objects.count()
    with pytest.raises(PublishingRefused, match="waits for approval"):
        bring_over_structure(english, people["translator"])
    assert (Revision.objects.count(), Leftover.objects.count()) == (count, 0)


def test_page_that_another_person_has_locked_waits(english, people):
    english.locked, english.locked_by = True, people["administrator"]
    english.save(update_fields=["locked", "locked_by"])
    with pytest.raises(PublishingRefused, match="locked this page"):
        bring_over_structure(english, people["translator"])
    assert why_not_bring_over(people["administrator"], english) is None


def test_polish_page_that_was_never_published_has_nothing(structure, people):
    page = make_news(structure["pl"].sections["news"], live=False)
    english = make_translation(page, live=False)
    assert "never published" in str(why_not_bring_over(people["translator"], english))


def test_every_family_of_blocks_keeps_its_english(structure, people, change):
    polish = make_news(structure["pl"].sections["news"], body=full_body(make_image(), make_document()))
    english = start_translation(polish, "English", people["translator"])
    words = _translate(english, people["translator"])
    blocks = polish.body.raw_data
    kept = list(reversed(blocks))[::2]
    change(polish, body=[text("<p>Nowy.</p>", "new"), *kept])
    bring_over_structure(english, people["translator"])
    draft = draft_of(english)
    assert [each["id"] for each in draft.body.raw_data] == ["new", *(each["id"] for each in kept)]
    content = str(draft.serializable_data()["body"])
    left = " ".join(Leftover.objects.values_list("text", flat=True))
    assert len(words) > 30
    assert [word for word in words if word not in content and word not in left] == []
    assert [word for word in words if word in content]
    assert [word for word in words if word in left]
    publish_loaded_content(draft, "Complete")
    assert NewsPage.objects.get(pk=english.pk).live


def _translate(english: Page, user: Any) -> list[str]:
    """Write a word of its own into every text of the body, and return the words."""
    draft = draft_of(english)
    content = draft.serializable_data()
    body = json.loads(content["body"])
    words = []
    for number, (path, part) in enumerate(parts_of(content, NewsPage).items()):
        if path[0] == "body" and part.kind.is_words:
            words.append(f"word{number}x")
            _put(body, path[1:], part, words[-1])
    draft.body = body
    draft.save_revision(user=user)
    return words


def _put(holder: Any, path: tuple[str, ...], part: Part, word: str) -> None:
    for name in path[:-1]:
        holder = _inside(holder, name)
    if isinstance(holder, list):
        holder, key = next(each for each in holder if each["id"] == path[-1]), "value"
    else:
        key = path[-1]
    if part.kind == Kind.TABLE:
        holder[key] = {**part.raw, "data": [[word, *row[1:]] for row in part.raw["data"]]}
    else:
        holder[key] = f"<p>{word}</p>" if part.kind == Kind.RICH_TEXT else word


def _inside(holder: Any, name: str) -> Any:
    return next(each for each in holder if each["id"] == name)["value"] if isinstance(holder, list) else holder[name]
