"""Finds the English pages to correct: their Polish text has a term, and their newest version not its English."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page, Revision

from translation.models import PublishedText
from translation.segments import Path, parts_of
from translation.terms.matching import current_index
from translation.terms.models import Glossary, Term, TermUse
from translation.terms.problems import problems_of, texts_of
from translation.terms.uses import CHUNK

AT_ONCE = 100  # uses of a term that are looked at while somebody waits


def uses_with_english(pages: QuerySet[Page]) -> QuerySet[TermUse]:
    """Return the uses of terms on live pages that have their English version among some pages, each with

    - `english_id`: its primary key;
    - `saved_at`: when its newest version was saved.
    """
    english = pages.order_by().filter(
        translation_key=OuterRef("page__translation_key"), latest_revision_created_at__isnull=False
    )
    return (
        TermUse.objects.filter(page__live=True)
        .annotate(
            english_id=Subquery(english.values("pk")[:1]),
            saved_at=Subquery(english.values("latest_revision_created_at")[:1]),
        )
        .filter(english_id__isnull=False)
    )


def uses_to_check(pages: QuerySet[Page]) -> QuerySet[TermUse]:
    """Return those of them whose English was saved, or whose term was changed, since it was looked at."""
    changed = Q(checked_at__isnull=True) | ~Q(checked_at=F("saved_at"))
    return uses_with_english(pages).filter(changed).order_by("page_id", "pk")


def uses_to_correct(pages: QuerySet[Page]) -> QuerySet[TermUse]:
    """Return those whose English was looked at as it is now, and has to be corrected."""
    return uses_with_english(pages).filter(checked_at=F("saved_at")).exclude(problem="")


class Numbers(NamedTuple):
    """How many English pages are to be corrected for a term, and how many were not looked at since it was changed."""

    wrong: int
    unknown: int


def numbers_of(terms: Collection[Term], pages: QuerySet[Page]) -> dict[int, Numbers]:
    """Return how many of some English pages each of some terms asks somebody to correct, by its key.

    A term for which nothing is to be done is not there.
    """
    is_wrong, is_unknown = Q(checked_at=F("saved_at")) & ~Q(problem=""), Q(checked_at__isnull=True)
    found = (
        uses_with_english(pages)
        .filter(is_wrong | is_unknown, term__in=terms)
        .values("term_id")
        .annotate(wrong=Count("pk", filter=~is_unknown), unknown=Count("pk", filter=is_unknown))
    )
    return {row["term_id"]: Numbers(row["wrong"], row["unknown"]) for row in found}


def check_uses(uses: QuerySet[TermUse], limit: int) -> int:
    """Look at the English pages of some of the uses that `uses_to_check` gives, and return of how many.

    Args:
        limit: how many at most.
    """
    done = 0
    while done < limit:
        rows = list(uses[: min(CHUNK, limit - done)])
        if not rows:
            break
        _check(rows)
        done += len(rows)
    return done


def _check(uses: list[Any]) -> None:
    """Write down what is wrong in the newest English version, for uses with what `uses_with_english` adds."""
    version = Glossary.current().version  # before the terms are read
    texts = _published({use.page_id for use in uses})
    polish = _passages(texts)
    english_pages = Page.objects.filter(pk__in={use.english_id for use in uses})
    english = _passages(dict(english_pages.values_list("pk", "latest_revision_id")))
    index = current_index()
    problems = {}
    for page, translation in {(use.page_id, use.english_id) for use in uses}:
        found = problems_of(polish.get(page, {}), english.get(translation, {}), index)
        problems[page] = {problem.term.pk: problem.kind.value for problem in found}
    for use in uses:
        use.problem = problems[use.page_id].get(use.term_id, "")
        # What was saved after the rows were read has another time, and is looked at the next time.
        use.checked_at = use.saved_at
    with transaction.atomic():
        # If a term or a Polish text was changed meanwhile, that has asked for another look, which this one is not
        if Glossary.locked().version == version:
            now = _published(texts)
            still = [use for use in uses if now.get(use.page_id) == texts.get(use.page_id)]
            TermUse.objects.bulk_update(still, ["checked_at", "problem"])


def _published(pages: Collection[int]) -> dict[int, int]:
    """Return the revisions that readers see of Polish pages, by the keys of both."""
    return dict(PublishedText.objects.filter(page_id__in=pages).values_list("page_id", "revision_id"))


def _passages(revisions: Mapping[int, int | None]) -> dict[int, dict[Path, list[str]]]:
    """Return what revisions of pages say in words, by page and path."""
    found = {}
    for revision in Revision.objects.filter(pk__in=revisions.values()).select_related("content_type"):
        model = revision.content_type.model_class()
        if model is not None:
            found[int(revision.object_id)] = texts_of(parts_of(revision.content, model))
    return found
