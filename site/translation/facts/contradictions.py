"""Which negations without a counterpart the other text contradicts, and which it only says in other words."""

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Final

from translation.facts.affirmations import Affirmed, Denied, adds_nothing, affirmed_by, is_affirmed, is_same
from translation.facts.claims import Claim, Sides
from translation.facts.clause_words import AFTER_THEIR_OBJECT
from translation.facts.kinds import Fact, FactKind, Language
from translation.facts.meanings import Meanings, meanings_of
from translation.facts.negation_matching import denied_words, words_of
from translation.facts.negation_words import (
    AFTER_A_TIME,
    BEFORE,
    BEFORE_A_TIME,
    BOUND,
    EXCEPT,
    FREE,
    INCLUDING,
    LACK,
    LIMIT_WITHOUT_NEGATION,
    MODAL,
    NAMES_WHAT_IT_DENIES,
    NOT_ONLY,
    ONLY,
    PAID_EN,
    PAID_PL,
    PLAIN_LIMIT,
    UNLESS,
)
from translation.facts.sentence_pairs import Sentences

_POLISH: Final[Language] = "pl"
_ENGLISH: Final[Language] = "en"
# Negations of one text that the other is asked about
_MOST: Final = 24
# "Only after boiling" says a condition, and denies nothing
_CONDITION: Final = re.compile(r"\b(?:only|tylko)\s(?:after|if|when|with|once|po|jeśli|gdy)\b")
# „Dopóki nie” is loose, but "while … no" says it as well as "until"
_BY_NIE: Final = re.compile(r"(?:nie|not|no)\b", re.IGNORECASE)
_WITHOUT: Final = re.compile(r"(?:beze?|without)\b", re.IGNORECASE)
_CLAUSE: Final = 60  # characters after a negation in which a time may stand
_FOR_NO_OTHER: Final = frozenset({BOUND, ONLY, NOT_ONLY})


def _may_deny(fact: Fact) -> bool:
    """Whether it is a loose negation that may stand for a „nie”."""
    return fact.loose and fact.value[0] not in _FOR_NO_OTHER


class Side:
    """One text, or the texts of one page, with the negations that are left in it.

    Attributes:
        texts: by what claims call them.
        language: of all.
        claims: the negations without a counterpart.
        said: all negations.
    """

    def __init__(
        self, texts: Mapping[Hashable, str], language: Language, claims: list[Claim], said: list[Fact]
    ) -> None:
        self.texts = texts
        self.language = language
        self.claims = claims
        self.said = said
        self._sentences: dict[Hashable, Sentences] = {}
        self._affirmed: dict[str, Affirmed] = {}

    def affirmed_around(self, claim: Claim) -> Affirmed:
        """Return what the sentence of a claim of this side affirms."""
        sentences = self._parted(claim.where)
        return self._affirmed_by(sentences.all[sentences.at(claim.fact.start)])

    def affirmed_beside(self, claim: Claim, own: "Side") -> Affirmed:
        """Return what this side affirms in the sentences that stand for the one of a claim of the other."""
        return self._affirmed_by(self.text_beside(claim, own))

    def text_beside(self, claim: Claim, own: "Side") -> str:
        """Return the sentences of this side that stand for the one of a claim of the other."""
        sentences = own._parted(claim.where)
        return sentences.counterpart(sentences.at(claim.fact.start), self._parted(claim.where))

    def _parted(self, where: Hashable) -> Sentences:
        if where not in self._sentences:
            self._sentences[where] = Sentences(self.texts.get(where, ""), self.language)
        return self._sentences[where]

    def _affirmed_by(self, text: str) -> Affirmed:
        if text not in self._affirmed:
            self._affirmed[text] = affirmed_by(text, self.language)
        return self._affirmed[text]


def differing_negations(
    sides: Sides, polish: Mapping[Hashable, str], english: Mapping[Hashable, str]
) -> tuple[list[Claim], list[Claim]]:
    """Return the negations of both sides that are a difference; both texts are given by what the claims call them.

    One is no difference if the other language says the same without it, and is one if that affirms what it denies:
    „niedostępny” and "available", „bezpłatny” and not "free", „nie tylko” and "only".
    """
    if not sides.left and not sides.right:
        return [], []
    left = Side(polish, _POLISH, sides.left, sides.all_left)
    right = Side(english, _ENGLISH, sides.right, sides.all_right)
    return contradicted(left, right), contradicted(right, left)


def contradicted(own: Side, other: Side) -> list[Claim]:
    """Return the negations of one side that the other one contradicts.

    Of more than any text has, those beyond a number are taken for contradicted.
    """
    hard = [claim for claim in own.claims if not claim.fact.loose]
    found = _without_pairs(hard[:_MOST], own, other) + hard[_MOST:]
    for claim in own.claims[:_MOST]:
        if claim.fact.loose and _LOOSE.get(str(claim.fact.value[0]), _is_contrary)(claim, own, other):
            found.append(claim)
    return found


def _is_said_by_only(claim: Claim, own: Side, other: Side, verdict: bool | None) -> bool:
    """Whether the other text says it with "only": "only complete applications" are those that are not incomplete.

    "Only if you signal" is „nie …, jeśli nie dasz znaku”: a condition takes two.
    """
    if verdict and _CONDITION.search(other.texts.get(claim.where, "")):
        denied = [each for each in own.claims if each.near == claim.near and not each.fact.loose]
        if len(denied) % 2:
            return False
    return any(each.fact.value[0] == ONLY and (each.near is None or each.near == claim.near) for each in other.claims)


def _says(side: Side, family: str) -> bool:
    return any(fact.value[0] == family for fact in side.said)


def _without_pairs(hard: list[Claim], own: Side, other: Side) -> list[Claim]:
    """Return the hard negations that nothing explains: neither another in their clause nor what the other text says."""
    free = [claim for claim in other.claims if _may_deny(claim.fact)]
    kept: list[Claim] = []
    for claim in hard:
        if _is_undone(claim, hard, own):
            continue
        verdict = _is_affirmed(claim, own, other)
        if (
            _is_turned(claim, own, other)
            or _is_reworded(verdict, own, other)
            or _is_said_by_only(claim, own, other, verdict)
        ):
            continue
        counterpart = next((each for each in free if _may_stand_for(each, claim, own, other, verdict)), None)
        if counterpart is None:
            kept.append(claim)
        else:
            free.remove(counterpart)
    return kept


def _is_reworded(verdict: bool | None, own: Side, other: Side) -> bool:
    """Whether the other text has other words for what is denied: English may; it seldom denies what Polish does not."""
    return verdict is False and (own.language == _POLISH or other.language == _ENGLISH)


def _is_turned(claim: Claim, own: Side, other: Side) -> bool:
    """Whether it denies what is before a time, and the other text says what is after it: „nie przed 15 marca”."""
    start = claim.fact.start
    text = other.texts.get(claim.where, "")
    before = BEFORE_A_TIME[own.language].search(own.texts.get(claim.where, ""), start, start + _CLAUSE)
    return (
        before is not None
        and bool(AFTER_A_TIME[other.language].search(text))
        and not BEFORE_A_TIME[other.language].search(text)
    )


def _is_undone(claim: Claim, hard: list[Claim], own: Side) -> bool:
    """Whether it is one of two without a counterpart in a clause, as in „nie nadaje się do picia bez przegotowania”."""
    text = own.texts.get(claim.where, "")
    for each in hard:
        if each is not claim and each.where == claim.where:
            first, last = sorted((each.fact, claim.fact), key=lambda fact: fact.start)
            between = text[first.end : last.start]
            if (_WITHOUT.match(first.text) or _WITHOUT.match(last.text)) and not any(
                sign in between for sign in ".,;:!?()"
            ):
                return True
    return False


def _denied(fact: Fact) -> Denied:
    is_before = (FactKind.NEGATION, (BEFORE,)) in fact.also
    return Denied(tuple(denied_words(fact)), tuple(words_of(fact, MODAL)), is_before=is_before)


def _is_affirmed(claim: Claim, own: Side, other: Side) -> bool | None:
    """Whether the other text affirms what a negation denies, oftener than its own text does; None if unknown."""
    if claim.where not in other.texts:
        return True
    return is_affirmed(
        _denied(claim.fact),
        own.language,
        other.affirmed_beside(claim, own),
        other.language,
        own.affirmed_around(claim),
        is_loose=claim.fact.loose,
    )


def _may_stand_for(loose: Claim, claim: Claim, own: Side, other: Side, verdict: bool | None) -> bool:
    """Whether a loose negation of the other text may say a hard one: not one that only translates what is denied."""
    if loose.near != claim.near or _translates(loose, claim, own, other):
        return False
    if not verdict or loose.fact.value[0] in (EXCEPT, UNLESS, LACK) or _BY_NIE.match(loose.fact.text):
        return True
    # What forbids a thing names it, and so does what rejects it
    if loose.fact.text.lower().startswith(NAMES_WHAT_IT_DENIES):
        return True
    return claim.fact.text.lower().startswith(AFTER_THEIR_OBJECT)


def _translates(loose: Claim, claim: Claim, own: Side, other: Side) -> bool:
    """Whether a loose negation says what another one denies: „nie zamknie” and "closed"."""
    text = loose.fact.text.lower()
    if own.language == other.language:
        return any(is_same(text, word) for word in denied_words(claim.fact))
    denied: Meanings = frozenset().union(*(meanings_of(word, own.language) for word in denied_words(claim.fact)))
    return not denied.isdisjoint(meanings_of(text, other.language))


def _is_translated(claim: Claim, own: Side, other: Side) -> bool:
    """Whether the other text has a word for a loose negation, as "sealed" is for „zamknięty”."""
    its = other.affirmed_beside(claim, own).meanings
    return any(its.get(meaning, 0) for meaning in meanings_of(claim.fact.text.lower(), own.language))


# What is contrary to a loose one


def _is_contrary(claim: Claim, own: Side, other: Side) -> bool:
    """Whether the other text affirms what a loose negation denies, and denies nothing there that is left."""
    if not denied_words(claim.fact) or claim.where not in other.texts:
        return False
    if own.language != other.language and _is_translated(claim, own, other):
        return False
    denies = any(
        each.near == claim.near and each.fact.value[0] not in _FOR_NO_OTHER and not _translates(each, claim, own, other)
        for each in other.claims
    )
    return not denies and _is_affirmed(claim, own, other) is True and not _is_said_by_only(claim, own, other, None)


def _is_narrowed(claim: Claim, own: Side, other: Side) -> bool:
    """Whether the other text has „tylko” for „nie tylko”."""
    return any(each.fact.value[0] == ONLY for each in other.claims)


def _is_widened(claim: Claim, own: Side, other: Side) -> bool:
    """Whether the other text has "including" for „oprócz”."""
    if own.language == other.language and adds_nothing(other.affirmed_beside(claim, own), own.affirmed_around(claim)):
        return True
    pattern = INCLUDING[other.language]
    return bool(pattern.search(other.texts.get(claim.where, ""))) and not INCLUDING[own.language].search(
        own.texts.get(claim.where, "")
    )


def _is_charged(claim: Claim, own: Side, other: Side) -> bool:
    """Whether the other text says nothing like „bezpłatny”, or a Polish one that the thing is paid for."""
    if any(not each.fact.loose and each.near == claim.near for each in other.claims):
        return False
    if own.language == other.language or own.language == _POLISH:
        return not _says(other, FREE)
    is_paid = other.affirmed_beside(claim, own).words.starting_with(PAID_PL)
    return is_paid and not own.affirmed_around(claim).words.starting_with(PAID_EN)


def _is_lifted(claim: Claim, own: Side, other: Side) -> bool:
    """Whether the other text has a limit and does not deny it: „nie później niż”, "later than"."""
    text = other.text_beside(claim, own).lower()
    return (
        not _says(other, BOUND)
        and bool(PLAIN_LIMIT[other.language].search(text))
        and not LIMIT_WITHOUT_NEGATION[other.language].search(text)
    )


_LOOSE: Final[dict[str, Callable[[Claim, Side, Side], bool]]] = {
    NOT_ONLY: _is_narrowed,
    EXCEPT: _is_widened,
    FREE: _is_charged,
    BOUND: _is_lifted,
}
