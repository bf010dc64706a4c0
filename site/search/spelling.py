"""What a reader may have meant whose words stand nowhere: words of pages that everybody may read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import F, IntegerField, TextField, Value
from django.db.models.functions import StrIndex, Substr
from rapidfuzz import process
from rapidfuzz.distance import OSA
from wagtail.models import Locale, Page

from editorial.visibility import visible_pages
from morphology import folded, keys_of, words_of
from search.fields import SEPARATOR
from search.matching import TEXT_COLUMN

KEPT = 600  # seconds
MOST_PAGES = 2000  # the newest
BEGINNING = 400  # characters of the text of each
MOST_WORDS = 10_000  # those that most pages have
SHORTEST, LONGEST = 4, 30  # letters
MOST_UNKNOWN = 3  # words of a query


@dataclass(frozen=True)
class Vocabulary:
    """The words of a language that pages have.

    Attributes:
        words: how each is written, and on how many pages it stands, by its letters without marks.
        keys: of all of them.
    """

    words: Mapping[str, tuple[str, int]]
    keys: frozenset[str]


def suggestion(words: Sequence[str], locale: Locale) -> tuple[str, ...]:
    """Return words that are known, each the nearest to the one that was written; empty if there are none.

    It takes a query once in `KEPT` seconds. Whether anything has all of the words is for others to ask.
    """
    known = vocabulary_of(locale)
    language = locale.language_code
    strange = [word for word in words if not known.keys & keys_of(word, language)]
    nearest = {word: _nearest(word, known) for word in strange[: MOST_UNKNOWN + 1]}
    if not strange or len(strange) > MOST_UNKNOWN or not all(nearest.values()):
        return ()
    return tuple(nearest.get(word) or word for word in words)


def vocabulary_of(locale: Locale) -> Vocabulary:
    """Return the words of the newest pages of a language: of their titles, and of the beginnings of their texts."""
    key = f"search-vocabulary-{locale.language_code}"
    known: Vocabulary | None = cache.get(key)
    if known is None:
        known = _read(locale)
        cache.set(key, known, KEPT)
    return known


def _read(locale: Locale) -> Vocabulary:
    column = F(f"index_entries__{TEXT_COLUMN}")
    begin = StrIndex(column, Value(SEPARATOR), output_field=IntegerField()) + 1
    text = Substr(column, begin, BEGINNING, output_field=TextField())
    pages = visible_pages(Page.objects.filter(depth__gt=1), locale).order_by("-first_published_at")[:MOST_PAGES]
    counts: Counter[str] = Counter()
    for title, beginning in pages.values_list("title", text):
        words = [*words_of(title), *words_of(beginning or "")]
        if len(beginning or "") == BEGINNING:
            words.pop()  # it may be a part of a word
        counts.update({word.text.lower() for word in words if _is_plain(word.text)})
    known: dict[str, tuple[str, int]] = {}
    for word, number in counts.most_common(MOST_WORDS):
        known.setdefault(folded(word), (word, number))
    keys = frozenset().union(*(keys_of(word, locale.language_code) for word, _number in known.values()))
    return Vocabulary(known, keys)


def _is_plain(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def _nearest(word: str, known: Vocabulary) -> str:
    """Return the known word that is written most alike, and of several the commonest; empty if none is near."""
    plain = folded(word)
    if not _is_plain(word):
        return ""
    furthest = 1 if len(plain) <= 5 else 2
    found = process.extract(plain, known.words.keys(), scorer=OSA.distance, score_cutoff=furthest, limit=20)
    near = [(distance, -known.words[each][1], known.words[each][0]) for each, distance, _place in found]
    return min(near)[2] if near else ""
