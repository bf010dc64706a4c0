"""A site of thousands of pages in two languages, in every state that a translation may be in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page, Revision

from accounts.models import User
from content.structure import Structure
from news.models import NewsPage
from translation.models import PublishedText, TranslationRequest, TranslationState

State, Drift = TranslationState.State, TranslationState.Drift
# The states that pages are in, in turn: state, drift, whether there is an English page, and whether it is live
Way = tuple[TranslationState.State, TranslationState.Drift, bool, bool]
WAYS: tuple[Way, ...] = (
    (State.NONE, Drift.NONE, False, False),
    (State.STARTED, Drift.NONE, True, False),
    (State.TRUE, Drift.NONE, True, True),
    (State.DRIFTED, Drift.WORDING, True, True),
    (State.DRIFTED, Drift.FACT, True, True),
    (State.WITHHELD, Drift.NONE, False, False),
)
WORDS, LEFT = 100, 25
# One page of so many is asked for
ASKED = 100


def make_large_site(
    structure: Mapping[str, Structure], people: Mapping[str, User], pages: int, ways: Sequence[Way] = WAYS
) -> int:
    """Make so many live Polish pages, half below news and half below events, past all signals.

    Args:
        ways: what the states of the pages are, in turn.

    Returns:
        The primary key of the first Polish page. The others follow it; an English page has the key of its Polish one
        and `pages` more.
    """
    first = first_free_key()
    for key, numbers in (("news", range(pages // 2)), ("events", range(pages // 2, pages))):
        english = structure["en"].sections[key]
        add_pages(structure["pl"].sections[key], numbers, first)
        for place, (*_what, has_page, is_live) in enumerate(ways):
            if has_page:
                same = [number for number in numbers if number % len(ways) == place]
                add_pages(english, same, first + pages, is_live=is_live)
    revision = structure["pl"].sections["news"].live_revision
    now = timezone.now()
    PublishedText.objects.bulk_create(
        PublishedText(page_id=first + number, revision=revision, digest="x", changed_at=now, words=WORDS)
        for number in range(pages)
    )
    _ask(people, revision, pages, first)
    TranslationState.objects.bulk_create(
        _state(ways[number % len(ways)], revision, first, number, pages) for number in range(pages)
    )
    return first


def first_free_key() -> int:
    """Return a primary key from which on there are no pages, with room for some that are made in the ordinary way."""
    return Page.objects.aggregate(last=Max("pk"))["last"] + 1000


def add_pages(parent: Page, numbers: Iterable[int], first: int, *, is_live: bool = True) -> list[Page]:
    """Put pages below a list, past everything that would look at them, and without the rows of their type.

    Args:
        numbers: of the pages. Those of the same number are versions of one page.
        first: the primary key of number 0.
    """
    now = timezone.now()
    return Page.objects.bulk_create(
        Page(
            pk=first + number,
            translation_key=f"00000000-0000-4000-8000-{number:012d}",
            title=f"Page {number}",
            draft_title=f"Page {number}",
            slug=f"large-{number}",
            path=Page._get_path(parent.path, parent.depth + 1, number + 100),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}large-{number}/",
            content_type=ContentType.objects.get_for_model(NewsPage),
            locale=parent.locale,
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
            live=is_live,
        )
        for number in numbers
    )


def _ask(people: Mapping[str, User], revision: Revision, pages: int, first: int) -> None:
    today = timezone.localdate()
    TranslationRequest.objects.bulk_create(
        TranslationRequest(
            pk=first + number,
            page_id=first + number,
            revision=revision,
            asked_by=people["editor"],
            assignee=people["translator"] if number % (2 * ASKED) else None,
            deadline=today + timedelta(days=number % 7 - 3),
        )
        for number in range(0, pages, ASKED)
    )


def _state(way: Way, revision: Revision, first: int, number: int, pages: int) -> TranslationState:
    state, drift, has_page, is_live = way
    now = timezone.now()
    return TranslationState(
        source_id=first + number,
        page_id=first + pages + number if has_page else None,
        state=state,
        drift=drift,
        fact_kinds="number,link" if drift == Drift.FACT else "",
        true_to=revision if is_live else None,
        words_left=LEFT if drift else 0 if is_live else WORDS,
        drifted_at=now if drift else None,
        fact_changed_at=now if drift == Drift.FACT else None,
        request_id=None if number % ASKED else first + number,
    )
