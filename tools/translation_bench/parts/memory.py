"""The translation memory: how fast, how sure and how large."""

import random
from collections.abc import Iterator
from itertools import islice
from uuid import uuid4

from django.utils import timezone
from rapidfuzz import fuzz, process

from accounts.models import User
from content.factories import make_news, make_translation
from content.structure import Structure, load_structure
from news.models import NewsPage
from tools.bench.corpus import Corpus
from tools.bench.database import analyse, megabytes
from tools.bench.figures import Figure, left_alone, milliseconds, time_figure
from tools.translation_bench.large_site import add_pages, first_free_key
from tools.translation_bench.pages import as_english, body_of, paragraph
from tools.translation_bench.people import make_people
from tools.translation_bench.sizes import Size
from translation.memory.comparing import ALMOST_THE_SAME
from translation.memory.following import settle
from translation.memory.lookup import exact, similar
from translation.memory.models import MemoryEntry, MemoryKey, MemoryUnit, MemoryUse
from translation.memory.storing import forget, take_in
from translation.memory.texts import has_letters, shape

AT_ONCE = 2_000
GOOD = 0.75  # a score from which on a translator wants to be shown a unit
SEGMENTS = 60
LEAST_RECALL = 0.95


def figures(size: Size) -> Iterator[Figure]:
    """Fill a memory, and measure it."""
    structure = load_structure()
    empty = megabytes(*_tables())
    corpus = Corpus()
    texts = list(corpus.texts(size.units))
    pages = _pages(structure, size.pages)
    filling = milliseconds(lambda _none: _fill(texts, pages), [None])[0]
    remark = f"{size.units} pairs of {size.pages} pages"
    yield Figure("pairs taken in, in a second", size.units / filling * 1000, remark=remark)
    yield Figure("size of the memory", megabytes(*_tables()) - empty, "MB", at_most=300, remark=remark)
    analyse()
    translator = make_people()["translator"]
    asked = list(_asked(corpus, texts, size.times))
    similar(asked[0], translator)  # what a process does once
    with left_alone():  # what is measured does not look through the texts that we hold here
        found = milliseconds(lambda text: similar(text, translator), asked)
        yield time_figure("similar texts looked up", found, at_most=50, remark=remark)
        same = milliseconds(lambda text: exact(text, translator), texts[: size.times])
        yield time_figure("the same text looked up", same, at_most=50, remark=remark)
        yield from _recall(corpus, texts, translator, size.times // 2)
        yield from _publishing(corpus, structure, size.times // 10 or 2)


def _tables() -> list[str]:
    return [model._meta.db_table for model in (MemoryUnit, MemoryUse, MemoryKey, MemoryEntry)]


def _pages(structure: dict[str, Structure], number: int) -> list[tuple[int, int]]:
    """Make pairs of a live Polish and a live English page, and return their primary keys."""
    first = first_free_key()
    polish = add_pages(structure["pl"].sections["news"], range(number), first)
    english = add_pages(structure["en"].sections["news"], range(number), first + number)
    return [(one.pk, other.pk) for one, other in zip(polish, english, strict=True)]


def _fill(texts: list[str], pages: list[tuple[int, int]]) -> None:
    """Put texts into the memory, each used on one page, and each tenth on more."""
    chance = random.Random(2)  # noqa: S311 - no secret
    remaining = iter(texts)
    while part := list(islice(remaining, AT_ONCE)):
        take_in(MemoryUnit.of(text, _english(text), text, _english(text)) for text in part)
    now = timezone.now()
    MemoryUse.objects.bulk_create(
        (
            MemoryUse(
                unit_id=number,
                source_id=polish,
                page_id=english,
                path=f"body.{uuid4()}",
                index=0,
                revision_id=1,
                approved_at=now,
            )
            for number in MemoryUnit.objects.values_list("pk", flat=True)
            for polish, english in chance.choices(pages, k=chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 4)))
        ),
        batch_size=5000,
    )


def _english(text: str) -> str:
    """Return something as long as a translation would be."""
    return " ".join(text[:-1].split()[::-1]) + " the"


def _asked(corpus: Corpus, texts: list[str], times: int) -> Iterator[str]:
    """Yield what translators ask: changed texts mostly, and new ones."""
    for number in range(times):
        if number % 4:
            yield corpus.changed(corpus.random.choice(texts), corpus.random.randrange(1, 5))
        else:
            yield corpus.text_of(corpus.random.randrange(2, 41))


def _recall(corpus: Corpus, texts: list[str], person: User, times: int) -> Iterator[Figure]:
    """Compare what is found with what there is: all texts compared one by one."""
    shapes = [shape(text) for text in texts]
    for name, shortest, longest, edits in (("titles of 2-6 words", 2, 6, 1), ("sentences of 5-40 words", 5, 40, 4)):
        some = [text for text in texts if shortest <= len(text.split()) <= longest and has_letters(text)]
        best = (0, 0)
        five = (0, 0)
        for _number in range(times):
            asked = corpus.changed(corpus.random.choice(some), corpus.random.randrange(1, edits + 1))
            there = process.extract(shape(asked), shapes, scorer=fuzz.ratio, limit=5, score_cutoff=GOOD * 100)
            scores = [min(ALMOST_THE_SAME, score / 100) for _text, score, _place in there]
            found = [min(ALMOST_THE_SAME, match.score) for match in similar(asked, person, len(scores) or 1, GOOD)]
            found += [0.0] * (len(scores) - len(found))
            reached = [score - 1e-6 <= own for score, own in zip(scores, found, strict=False)]
            five = (five[0] + sum(reached), five[1] + len(reached))
            best = (best[0] + sum(reached[:1]), best[1] + len(reached[:1]))
        yield _share(f"the best pair found, of {name}", best)
        yield _share(f"the best five found, of {name}", five)


def _share(name: str, found: tuple[int, int]) -> Figure:
    share = found[0] / found[1] if found[1] else 1
    return Figure(name, share, at_least=LEAST_RECALL, remark="of what comparing with every pair finds")


def _publishing(corpus: Corpus, structure: dict[str, Structure], times: int) -> Iterator[Figure]:
    """Measure what the memory adds to the publication of a page, and to taking it down."""
    remembered, again, forgotten = [], [], []
    for _number in range(times):
        english = _english_page(corpus, structure)
        forget(english.pk)
        remembered += milliseconds(settle, [english.pk])
        again += milliseconds(settle, [english.pk])
        forgotten += milliseconds(forget, [english.pk])
    remark = f"a page of {SEGMENTS} paragraphs"
    yield time_figure("a page remembered", remembered, at_most=100, remark=remark)
    yield time_figure("the same page published again", again, at_most=100, remark=remark)
    yield time_figure("the same page forgotten", forgotten, at_most=100, remark=remark)


def _english_page(corpus: Corpus, structure: dict[str, Structure]) -> NewsPage:
    """Make a live page and its live English page."""
    body = body_of(paragraph(corpus) for _number in range(SEGMENTS))
    polish = make_news(structure["pl"].sections["news"], body=body)
    return make_translation(polish, body=as_english(body))
