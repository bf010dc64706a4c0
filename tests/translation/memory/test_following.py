"""The memory holds what approved, live English pages say, and nothing else."""

import pytest
from wagtail.models import Page

from content.factories import make_news, make_translation
from editorial.emergency import confirm, publish_in_emergency
from editorial.models import Approval, TakeDown
from editorial.taking_down import reinstate, take_down
from news.models import NewsPage
from tests.translation.memory.conftest import imported, units_of
from translation.memory.following import settle
from translation.memory.index import candidates
from translation.memory.models import MemoryEntry, MemoryKey, MemoryUnit, MemoryUse
from translation.memory.storing import forget

TITLES = {("Nowa droga", "A new road")}
TEXTS = {"pl": "To pismo dotyczyło innej sprawy.", "en": "This letter was about something else."}


def rows():
    """Everything that the memory holds, without the numbers of rows."""
    return (
        list(MemoryUnit.objects.order_by("source_key", "target_key").values_list("source", "target")),
        sorted(MemoryUse.objects.values_list("unit__source", "page", "path", "index", "sentence", "revision_id")),
        sorted(MemoryEntry.objects.values_list("code", "length")),
        sorted(MemoryKey.objects.filter(units__gt=0).values_list("code", "units")),
    )


@pytest.fixture
def empty(structure):
    """What the memory holds of the structure of the site, before a test adds to it."""
    return rows()


@pytest.fixture
def unpublished(polish):
    """An English draft that waits for its approval."""
    return make_translation(polish, title="A new road", live=False)


@pytest.fixture
def path(both):
    """A page of two sentences, in both languages."""
    return both(["Ścieżka wiedzie nad rzeką. Jest długa."], ["The path runs along the river. It is long."])


def test_a_page_that_goes_live_is_remembered_with_the_place_and_the_approval(path):
    polish, english = path
    assert units_of(english) == TITLES | {
        ("Ścieżka wiedzie nad rzeką. Jest długa.", "The path runs along the river. It is long."),
        ("Ścieżka wiedzie nad rzeką.", "The path runs along the river."),
        ("Jest długa.", "It is long."),
    }
    use = MemoryUse.objects.get(page=english, unit__target="It is long.")
    approval = Approval.objects.get(page_id=english.pk)
    assert (use.source_id, use.path, use.index, use.sentence) == (
        polish.pk,
        f"body.{english.body.raw_data[0]['id']}",
        0,
        2,
    )
    assert (use.revision_id, use.approved_at) == (english.live_revision_id, approval.created_at)
    assert use.unit.last_used_at == approval.created_at


def test_a_draft_is_not_remembered(unpublished):
    assert not units_of(unpublished)


def test_a_draft_of_a_live_page_changes_nothing(english):
    english.title = "Another road"
    english.save_revision()
    assert units_of(english) == TITLES


def test_the_next_publication_takes_the_place_of_the_former(english, change):
    change(english, title="The new road")
    assert units_of(english) == {("Nowa droga", "The new road")}
    assert not MemoryUnit.objects.filter(target="A new road").exists()


def test_a_change_of_the_polish_text_leaves_the_pair_that_was_approved(polish, english, change):
    change(polish, title="Nowa ulica")
    assert units_of(english) == TITLES
    change(english, title="A new street")
    assert units_of(english) == {("Nowa ulica", "A new street")}


def test_the_same_pair_of_two_pages_is_one_unit_and_outlives_one_of_them(polish, english, structure):
    other = make_translation(make_news(structure["pl"].sections["news"], title="Nowa droga"), title="A new road")
    assert MemoryUnit.objects.get(source="Nowa droga").uses.count() == 2
    english.unpublish()
    assert units_of(other) == TITLES
    other.unpublish()
    assert not MemoryUnit.objects.filter(source="Nowa droga").exists()


@pytest.mark.parametrize("which", ["polish", "english"])
@pytest.mark.parametrize("expired", [False, True])
def test_a_page_that_comes_down_is_forgotten_and_leaves_no_trace(which, expired, empty, path):
    page = path[0] if which == "polish" else path[1]
    page.unpublish(set_expired=expired)
    assert rows() == empty


@pytest.mark.parametrize("kind", TakeDown.Kind)
@pytest.mark.parametrize("with_companions", [True, False])
def test_a_polish_page_that_is_taken_down_takes_the_pairs_along(kind, with_companions, empty, path, people, structure):
    target = make_news(structure["pl"].sections["news"]) if kind == TakeDown.Kind.CONSOLIDATED else None
    take_down(path[0], people["editor"], kind, texts=TEXTS, target_page=target, with_companions=with_companions)
    assert rows() == empty
    assert Page.objects.get(pk=path[1].pk).live == (not with_companions or kind == TakeDown.Kind.WITHDRAWN)


def test_a_withdrawn_english_page_is_forgotten_until_that_is_lifted(empty, path, people):
    _polish, english = path
    before = rows()
    take_down(english, people["editor"], TakeDown.Kind.WITHDRAWN, texts=TEXTS)
    assert rows() == empty
    reinstate(NewsPage.objects.get(pk=english.pk), people["editor"])
    assert rows() == before


def test_a_withdrawn_page_that_is_published_again_stays_forgotten(english, people, change):
    take_down(english, people["editor"], TakeDown.Kind.WITHDRAWN, texts=TEXTS)
    change(english, title="The new road")
    assert not units_of(english)


def test_a_polish_page_that_comes_back_brings_the_pairs_back(path, people, change):
    polish, english = path
    before = units_of(english)
    take_down(polish, people["editor"], TakeDown.Kind.ERROR, texts=TEXTS, with_companions=False)
    assert not units_of(english)
    change(polish)
    assert units_of(english) == before


@pytest.mark.parametrize("which", ["polish", "english"])
def test_a_page_that_is_deleted_is_forgotten(which, empty, path):
    (path[0] if which == "polish" else path[1]).delete()
    assert rows() == empty


def test_an_emergency_is_remembered_once_a_second_person_stands_by_it(unpublished, people):
    unpublished.get_workflow().start(unpublished, people["translator"])
    approval = publish_in_emergency(unpublished, people["editor"], "Wody wzbierają, trzeba ostrzec dziś.")
    assert NewsPage.objects.get(pk=unpublished.pk).live
    assert not units_of(unpublished)
    confirm(approval, people["editor2"])
    assert units_of(unpublished) == TITLES


def test_an_approval_from_before_a_page_was_taken_down_does_not_count(english, people):
    take_down(english, people["editor"], TakeDown.Kind.ERROR, texts=TEXTS)
    page = NewsPage.objects.get(pk=english.pk)
    approval = publish_in_emergency(page, people["editor"], "Wody wzbierają, trzeba ostrzec dziś.")
    assert NewsPage.objects.get(pk=english.pk).live
    assert not units_of(english)
    confirm(approval, people["editor2"])
    assert units_of(english) == TITLES


def test_what_was_imported_stays_without_a_use(english):
    imported(("Nowa droga", "A new road"))
    english.unpublish()
    assert MemoryUnit.objects.get(source="Nowa droga").is_imported
    assert candidates("Nowa droga", 0.9)


def test_settling_again_changes_nothing(path):
    _polish, english = path
    before = rows()
    settle(english.pk)
    settle(english.pk)
    assert rows() == before


@pytest.mark.parametrize("number", ["polish", "home", "nothing"])
def test_settling_what_is_no_translation_does_nothing(number, polish, structure):
    before = rows()
    settle({"polish": polish.pk, "home": structure["en"].home.pk, "nothing": 10**9}[number])
    assert rows() == before


def test_a_pair_that_another_publication_adds_and_drops_meanwhile_is_added_all_the_same(english, monkeypatch):
    forget(english.pk)
    add = MemoryUnit.objects.bulk_create
    calls = []

    def add_at_the_second_try(units, **options):
        calls.append(len(units))
        return add(units, **options) if len(calls) > 1 else []

    monkeypatch.setattr(MemoryUnit.objects, "bulk_create", add_at_the_second_try)
    settle(english.pk)
    assert units_of(english) == TITLES
    assert candidates("Nowa droga", 0.9)


def test_a_page_that_is_settled_late_makes_no_pair_look_older(english, structure):
    unit = MemoryUnit.objects.get(source="Nowa droga")
    make_translation(make_news(structure["pl"].sections["news"], title="Nowa droga"), title="A new road")
    unit.refresh_from_db()
    newest = unit.last_used_at
    settle(english.pk)
    unit.refresh_from_db()
    assert unit.last_used_at == newest == max(unit.uses.values_list("approved_at", flat=True))
