"""What was changed between two versions of one text: its spelling, its wording, or a fact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from morphology.lemmas import knows_polish
from translation.facts.claims import Claim, Sides
from translation.facts.contradictions import Side, contradicted
from translation.facts.extraction import claims_in
from translation.facts.kinds import Fact, FactKind, Language
from translation.facts.lexicon import is_common, readings
from translation.facts.matching import match_plain
from translation.facts.name_index import Words
from translation.facts.negation_matching import match_negations
from translation.facts.parity import discrepancy, match_targets, paired, target_fact
from translation.facts.spelling import distance, is_correction

Operation = Literal["same", "removed", "added"]
_WORDS: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PIECES: Final = re.compile(r"\s*(?:[^\W_]+|[^\w\s]|_)|\s+")
_SPACES: Final = re.compile(r"\s+")
_LETTERS: Final = re.compile(r"[\W_]+")
_SHORT: Final = 4  # letters: two words that were one are longer
# With more pieces than this, only what both versions begin and end with is the same
_COMPARED: Final = 1_000


class DriftClass(StrEnum):
    """How much a change matters to a reader of the translation."""

    TYPO = "typo"
    WORDING = "wording"
    FACT = "fact"

    @property
    def label(self) -> Promise:
        """Its name for readers of the admin."""
        return LABELS[self]


LABELS: dict[DriftClass, Promise] = {
    DriftClass.TYPO: _("Correction of spelling"),
    DriftClass.WORDING: _("Change of wording"),
    DriftClass.FACT: _("Change of a fact"),
}


@dataclass(frozen=True)
class Change:
    """What kind of change it is, and of which kinds the facts are that it touches."""

    drift: DriftClass
    kinds: frozenset[FactKind] = field(default_factory=frozenset)


def classify(
    before: str,
    after: str,
    targets_before: Sequence[str] = (),
    targets_after: Sequence[str] = (),
    language: Language = "pl",
) -> Change:
    """Return the class of a change.

    Args:
        before: the older version.
        after: the newer one.
        targets_before: where the links of the older version lead.
        targets_after: where those of the newer one lead.
        language: of both.
    """
    targets = _changed_targets(targets_before, targets_after)
    if _SPACES.sub("", before) == _SPACES.sub("", after) and not targets:
        return Change(DriftClass.TYPO)
    replaced = _replaced(before, after)
    respelt = replaced is not None and all(_is_respelt(one, other, language) for one, other in replaced)
    kinds = targets | _changed_facts(before, after, language, _misspelt(replaced, language) if respelt else frozenset())
    if kinds:
        return Change(DriftClass.FACT, frozenset(kinds))
    return Change(DriftClass.TYPO if respelt else DriftClass.WORDING)


def _changed_targets(before: Sequence[str], after: Sequence[str]) -> set[FactKind]:
    rest = match_targets(
        [Claim(target_fact(each)) for each in before],
        [Claim(target_fact(each)) for each in after],
        lambda one, other: False,
    )
    return {claim.fact.kind for claim in (*rest.left, *rest.right)}


# Words that were replaced


def _replaced(before: str, after: str) -> list[tuple[str, str]] | None:
    """Return the words that were replaced, in pairs; None if words were added, left out or moved.

    Words that were written together and now are apart, or the other way round, are one pair, and so are a word that
    stood twice and the same word once.
    """
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    if len(one) + len(other) > _COMPARED:
        return None
    pairs: list[tuple[str, str]] = []
    for tag, first, last, its_first, its_last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        old, new = one[first:last], other[its_first:its_last]
        if "".join(old).lower() == "".join(new).lower():
            pairs.append((" ".join(old), " ".join(new)))
        elif len(old) == len(new):
            pairs += zip(old, new, strict=True)
        elif not _is_doubled(old, one, first) and not _is_doubled(new, other, its_first):
            joined = _joined(old, new)
            if joined is None:
                return None
            pairs += joined
    return pairs


def _is_doubled(words: list[str], text: list[str], first: int) -> bool:
    """Whether words only repeat what stands directly before or after them."""
    if not words:
        return False
    length = len(words)
    low = [word.lower() for word in words]
    around = (text[max(0, first - length) : first], text[first + length : first + 2 * length])
    return any([word.lower() for word in each] == low for each in around)


def _joined(old: list[str], new: list[str]) -> list[tuple[str, str]] | None:
    """Pair words of which some were joined or taken apart, from both ends inwards."""
    pairs: list[tuple[str, str]] = []
    one, other = list(old), list(new)
    while one and other and len(one) != len(other):
        if one[0].lower() == other[0].lower():
            pairs.append((one.pop(0), other.pop(0)))
        elif len(other) > 1 and one[0].lower() == (other[0] + other[1]).lower():
            pairs.append((one.pop(0), f"{other.pop(0)} {other.pop(0)}"))
        elif len(one) > 1 and _are_one(one[0], one[1], other[0]):
            pairs.append((f"{one.pop(0)} {one.pop(0)}", other.pop(0)))
        elif is_correction(one[0], other[0]):
            pairs.append((one.pop(0), other.pop(0)))
        else:
            return None
    return [*pairs, *zip(one, other, strict=True)] if len(one) == len(other) else None


def _are_one(first: str, second: str, whole: str) -> bool:
    """Whether two words were written together, with one letter corrected perhaps: „z poza” and „spoza”."""
    joined = (first + second).lower()
    return joined == whole.lower() or (len(whole) > _SHORT and distance(joined, whole.lower(), 1) <= 1)


def _is_respelt(one: str, other: str, language: Language) -> bool:
    if " " in one or " " in other:
        return not any(sign.isdecimal() for sign in one)
    return is_correction(one, other, language)


def _misspelt(replaced: list[tuple[str, str]] | None, language: Language) -> frozenset[str]:
    """Return the words of both versions of which one side is no word at all, so that it says no other fact."""
    found = set()
    for one, other in replaced or ():
        if any(sign.isdecimal() for sign in one + other):
            continue
        if one.lower() == other.lower() or " " in one or " " in other:
            found |= {one, other, *one.split(), *other.split()}
        elif language == "pl" and knows_polish() and one.isalpha() and other.isalpha():
            known = [bool(readings(word.lower())) for word in (one, other)]
            capital = one[:1].isupper() and other[:1].isupper()
            common = is_common(one) or is_common(other)
            if not all(known) and (common or not capital):
                found |= {one, other}
    return frozenset(found)


# Facts


def _changed_facts(before: str, after: str, language: Language, misspelt: frozenset[str]) -> set[FactKind]:
    left = [Claim(fact) for fact in claims_in(before, language)]
    right = [Claim(fact) for fact in claims_in(after, language)]
    plain = Sides([each for each in left if _is_plain(each)], [each for each in right if _is_plain(each)])
    match_plain(plain)
    kinds: set[FactKind] = set()
    for one, other in paired(plain):
        facts = one.fact if one else None, other.fact if other else None
        if any(fact is not None and _is_misspelt(fact, misspelt) for fact in facts):
            continue
        kinds |= _kinds_of(*facts)
    if _changed_negations(left, right, before, after, language, misspelt):
        kinds.add(FactKind.NEGATION)
    if _changed_names(left, right, before, after, misspelt):
        kinds.add(FactKind.NAME)
    return kinds


def _kinds_of(one: Fact | None, other: Fact | None) -> set[FactKind]:
    """Return what differs between two facts: of an amount, number and currency may both."""
    kinds = {discrepancy(one, other).kind}
    if one is not None and other is not None and one.kind == other.kind == FactKind.AMOUNT:
        kinds |= {FactKind.CURRENCY} if one.value[1] != other.value[1] else set()
    return kinds


def _is_plain(claim: Claim) -> bool:
    return claim.fact.kind not in (FactKind.NAME, FactKind.NEGATION)


def _is_misspelt(fact: Fact, misspelt: frozenset[str]) -> bool:
    # An address is reached as it is written, whatever its letters are as a word
    is_address = fact.kind in (FactKind.EMAIL, FactKind.LINK, FactKind.FILE)
    return not is_address and bool(misspelt) and not misspelt.isdisjoint(_WORDS.findall(fact.text))


def _changed_negations(
    left: list[Claim], right: list[Claim], before: str, after: str, language: Language, misspelt: frozenset[str]
) -> bool:
    """Whether one version denies what the other does not."""
    if _LETTERS.sub("", before).lower() == _LETTERS.sub("", after).lower():
        return False
    sides = Sides(
        [each for each in left if each.fact.kind == FactKind.NEGATION],
        [each for each in right if each.fact.kind == FactKind.NEGATION],
    )
    sides.match(lambda fact: ((fact.value, fact.loose, fact.text.lower()),))
    match_negations(sides, language, language)
    one = Side({None: before}, language, sides.left, sides.all_left)
    other = Side({None: after}, language, sides.right, sides.all_right)
    differing = (*contradicted(one, other), *contradicted(other, one))
    return any(not _is_misspelt(claim.fact, misspelt) for claim in differing)


def _changed_names(left: list[Claim], right: list[Claim], before: str, after: str, misspelt: frozenset[str]) -> bool:
    """Whether a name was put in the place of another, or one that is no common word was added or left out."""
    gone = _without_words(left, after)
    come = _without_words(right, before)
    gone = [fact for fact in gone if not _is_misspelt(fact, misspelt)]
    come = [fact for fact in come if not _is_misspelt(fact, misspelt)]
    if any(not fact.loose for fact in gone) and any(not fact.loose for fact in come):
        return True
    return any(not fact.loose and not is_common(fact.text) for fact in (*gone, *come)) and knows_polish()


def _without_words(claims: list[Claim], text: str) -> list[Fact]:
    """Return the names that the other version has in no form."""
    names = [claim.fact for claim in claims if claim.fact.kind == FactKind.NAME]
    if not names:
        return []
    words = Words((text,))
    return [fact for fact in names if not words.hold(fact.text)]


# What a reader is shown


def word_diff(before: str, after: str) -> list[tuple[Operation, str]]:
    """Return both versions as one row of pieces: the same in both, only in the older, only in the newer one.

    The pieces that are the same and removed, put together, are the older version; the same and added, the newer one.
    """
    one, other = _PIECES.findall(before), _PIECES.findall(after)
    if len(one) + len(other) > _COMPARED:
        return _ends_diff(before, after)
    pieces: list[tuple[Operation, str]] = []
    for tag, first, last, its_first, its_last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(one[first:last])))
            continue
        if first < last:
            pieces.append(("removed", "".join(one[first:last])))
        if its_first < its_last:
            pieces.append(("added", "".join(other[its_first:its_last])))
    return pieces


def _ends_diff(before: str, after: str) -> list[tuple[Operation, str]]:
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    pieces: list[tuple[Operation, str]] = [
        ("same", before[:start]),
        ("removed", before[start : len(before) - end]),
        ("added", after[start : len(after) - end]),
        ("same", before[len(before) - end :]),
    ]
    return [(operation, text) for operation, text in pieces if text]
