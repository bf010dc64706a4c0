"""Compares a Polish text with its English one: whether the terms of the glossary are there, and no forbidden ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from translation.segments import Part, Path
from translation.terms.matching import Phrase, ReducedText, TermIndex, current_index
from translation.terms.models import Term

Texts = Mapping[Path, Sequence[str]]


class ProblemKind(StrEnum):
    """What is wrong with a term."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class TermProblem:
    """A Polish term whose English is not what the glossary has.

    Attributes:
        path: of the Polish part; empty where two texts without parts are compared.
        polish: the term as it stands in the Polish text.
        english: the forbidden English as it stands in the English text, or nothing.
    """

    kind: ProblemKind
    term: Term
    path: Path
    polish: str
    english: str = ""

    @property
    def message(self) -> str:
        """What is wrong and what to do."""
        said = {"polish": self.polish, "term": self.term.english, "english": self.english}
        if self.kind == ProblemKind.FORBIDDEN:
            return _("“%(english)s” is not used for “%(polish)s”. The glossary has “%(term)s”.") % said
        return _("For “%(polish)s” the glossary has “%(term)s”, which the English text does not say here.") % said


def missing_terms(polish: str, english: str) -> list[TermProblem]:
    """Return what is wrong with the terms of one passage, in the order of the Polish text."""
    return problems_of({(): [polish]}, {(): [english]}, current_index())


def term_problems(polish: Mapping[Path, Part], english: Mapping[Path, Part]) -> list[TermProblem]:
    """Return what is wrong with the terms of a page, in the order of the Polish page.

    A part that says a term more often than it has to speaks for one that does not say it, since sentences move.

    Args:
        polish: the parts of the Polish page, as `translation.segments.parts_of` gives them.
        english: the parts of the English one.
    """
    return problems_of(texts_of(polish), texts_of(english), current_index())


def texts_of(parts: Mapping[Path, Part]) -> dict[Path, list[str]]:
    """Return the passages of words of a page by their part, in its order."""
    return {path: [segment.text for segment in part.segments] for path, part in parts.items() if part.kind.is_words}


def problems_of(polish: Texts, english: Texts, index: TermIndex) -> list[TermProblem]:
    """Return the same for texts by their paths, and the terms of an index."""
    found = _found(polish, index)
    if not found:
        return []
    reduced = {path: [ReducedText(text, "en") for text in texts] for path, texts in english.items()}
    right = {term: _spans(reduced, Phrase.of(term.english, "en")) for term in found}
    places = _places(polish, english)
    problems = [
        problem
        for term, forms in found.items()
        for problem in (*_forbidden(term, forms, reduced, right), *_missing(term, forms, right[term], places))
    ]
    first = {(problem.term.pk, problem.path): problem for problem in reversed(problems)}
    return sorted(first.values(), key=lambda problem: places[problem.path])


# By path and number of the passage there, where something stands in it
Spans = dict[Path, list[tuple[int, int, int]]]


def _found(polish: Texts, index: TermIndex) -> dict[Term, dict[Path, str]]:
    """Return the terms of the Polish text, each with its parts and the form that it has there first."""
    found: dict[Term, dict[Path, str]] = {}
    for path, texts in polish.items():
        for text in texts:
            for hit in index.find(text):
                found.setdefault(hit.term, {}).setdefault(path, text[hit.start : hit.end])
    return found


def _spans(texts: Mapping[Path, list[ReducedText]], phrase: Phrase) -> Spans:
    return {
        path: [(number, start, end) for number, text in enumerate(passages) for start, end in text.places(phrase)]
        for path, passages in texts.items()
    }


def _places(polish: Texts, english: Texts) -> dict[Path, float]:
    """Return numbers in the order of the Polish page; a part of the English page alone comes after the one before."""
    places = {path: float(number) for number, path in enumerate(polish)}
    last = -1.0
    for path in english:
        last = places.setdefault(path, last + 0.5)
    return places


def _missing(
    term: Term, forms: Mapping[Path, str], right: Spans, places: Mapping[Path, float]
) -> Iterator[TermProblem]:
    """Yield the parts whose English does not say a term. One that says it once too often speaks for the nearest."""
    lacking = [path for path in forms if not right.get(path)]
    spare = [path for path, spans in right.items() for _span in spans[path in forms :]]
    for path in spare[: len(lacking)]:
        lacking.remove(min(lacking, key=lambda each: abs(places[each] - places[path])))
    for path in lacking:
        yield TermProblem(ProblemKind.MISSING, term, path, forms[path])


def _forbidden(
    term: Term, forms: Mapping[Path, str], texts: Mapping[Path, list[ReducedText]], right: Mapping[Term, Spans]
) -> Iterator[TermProblem]:
    """Yield the parts whose English says what is not used for a term, other than inside the right English of any."""
    for phrase in (Phrase.of(words, "en") for words in term.forbidden):
        for path in forms:
            for number, text in enumerate(texts.get(path, ())):
                taken = [span[1:] for spans in right.values() for span in spans.get(path, ()) if span[0] == number]
                for start, end in text.places(phrase):
                    if not any(first <= start and end <= last for first, last in taken):
                        yield TermProblem(ProblemKind.FORBIDDEN, term, path, forms[path], text.text[start:end])
