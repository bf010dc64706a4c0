"""What staff have chosen for a search: synonyms, and pages that stand first. Kept in the cache for a moment."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save

from morphology import keys_of, words_of
from search.models import PromotedPage, SynonymGroup
from search.words import Part

# Seconds. Where processes have caches of their own, the others know of a change after this time.
KEPT = 60
MOST_PROMOTED = 3
MOST_ADDED = 24  # words that synonyms may add to one query
Expression = tuple[str, ...]  # its words


@dataclass(frozen=True)
class Choices:
    """What staff have chosen for one language.

    Attributes:
        synonyms: groups of expressions that mean the same.
        promoted: words, and the primary key of the page that stands first for them.
    """

    synonyms: tuple[tuple[Expression, ...], ...]
    promoted: tuple[tuple[Expression, int], ...]


def choices_of(language: str) -> Choices:
    """Return what staff have chosen for a language, in two queries or, mostly, in none."""
    chosen: Choices | None = cache.get(_key(language))
    if chosen is None:
        chosen = _read(language)
        cache.set(_key(language), chosen, KEPT)
    return chosen


def with_synonyms(words: Sequence[str], choices: Choices, language: str) -> list[Part]:
    """Return the parts of a query, each with what means the same; what means the same may be said in several words."""
    keys = [keys_of(word, language) for word in words]
    parts: list[Part] = []
    left = MOST_ADDED
    while words:
        length, groups = _groups_at_the_start(keys, choices, language)
        own, words, keys = tuple(words[:length]), words[length:], keys[length:]
        added: list[Expression] = []
        for expression in dict.fromkeys(each for group in groups for each in group):
            if len(expression) <= left and not _begins_with(keys_of_all(own, language), expression, language):
                added.append(expression)
                left -= len(expression)
        parts.append(Part(own, tuple(added)))
    return parts


def promoted_for(words: Sequence[str], choices: Choices, language: str) -> list[int]:
    """Return the primary keys of the pages that stand first for a query: it has all of their words, in some form."""
    asked = keys_of_all(words, language)
    found = [
        page
        for promoted, page in choices.promoted
        if all(any(keys & each for each in asked) for keys in keys_of_all(promoted, language))
    ]
    return list(dict.fromkeys(found))[:MOST_PROMOTED]


def keys_of_all(words: Sequence[str], language: str) -> list[frozenset[str]]:
    """Return the keys of each word."""
    return [keys_of(word, language) for word in words]


def _groups_at_the_start(
    keys: Sequence[frozenset[str]], choices: Choices, language: str
) -> tuple[int, list[tuple[Expression, ...]]]:
    """Return how many words at the start are one expression, the longest, and the groups that it stands in."""
    groups: dict[int, list[tuple[Expression, ...]]] = defaultdict(list)
    for group in choices.synonyms:
        lengths = {len(each) for each in group if _begins_with(keys, each, language)}
        for length in lengths:
            groups[length].append(group)
    longest = max(groups, default=1)
    return longest, groups[longest]


def _begins_with(keys: Sequence[frozenset[str]], expression: Expression, language: str) -> bool:
    return len(expression) <= len(keys) and all(
        each & keys_of(word, language) for each, word in zip(keys, expression, strict=False)
    )


def _read(language: str) -> Choices:
    return Choices(
        tuple(group.expressions for group in SynonymGroup.objects.filter(language=language)),
        tuple(
            (tuple(word.text for word in words_of(words)), page)
            for words, page in PromotedPage.objects.filter(page__locale__language_code=language).values_list(
                "words", "page_id"
            )
        ),
    )


def _key(language: str) -> str:
    return f"search-choices-{language}"


def _forget(**_kwargs: Any) -> None:
    cache.delete_many([_key(language) for language, _name in settings.LANGUAGES])


def connect() -> None:
    """Forget what was kept when staff choose something else."""
    for model in (SynonymGroup, PromotedPage):
        post_save.connect(_forget, sender=model, dispatch_uid=f"search.choices.{model.__name__}.saved")
        post_delete.connect(_forget, sender=model, dispatch_uid=f"search.choices.{model.__name__}.deleted")
