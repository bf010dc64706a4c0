"""Keeps on which Polish pages a term stands: as they are published, and in chunks after the glossary has changed."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from wagtail.models import Page
from wagtail.signals import page_published

from translation.locales import source_locale_id
from translation.models import PublishedText
from translation.segments import parts_of
from translation.terms.matching import current_index
from translation.terms.models import Glossary, SearchedText, Term, TermUse
from translation.terms.problems import texts_of

CHUNK = 50  # pages whose content is held in memory at once


def texts_to_search() -> QuerySet[PublishedText]:
    """Return the Polish texts that readers see and that were not searched for the terms as they are now."""
    searched = SearchedText.objects.filter(number__gte=Glossary.current().number)
    return PublishedText.objects.exclude(
        page__searched_text__in=searched, page__searched_text__digest=F("digest")
    ).order_by("pk")


def search_texts(limit: int) -> int:
    """Search texts that were not searched yet, and return how many were.

    Args:
        limit: how many at most.
    """
    done = 0
    while done < limit:
        searched = _search(texts_to_search()[: min(CHUNK, limit - done)])
        if not searched:
            break
        done += searched
    return done


def search_again() -> None:
    """Forget which texts were searched. What was found stays until each is searched again."""
    SearchedText.objects.all().delete()


def _search(texts: QuerySet[PublishedText]) -> int:
    number = Glossary.current().number  # before the terms are read: a later change is not taken for known
    index = current_index()
    rows = list(texts.select_related("revision", "page__content_type"))
    for text in rows:
        model = text.page.specific_class
        parts = parts_of(text.revision.content, model) if model is not None else {}
        passages = (passage for texts in texts_of(parts).values() for passage in texts)
        _record(text, {hit.term.pk for passage in passages for hit in index.find(passage)}, number)
    return len(rows)


@transaction.atomic
def _record(text: PublishedText, found: set[int], number: int) -> None:
    Glossary.locked()  # before or after what others write of the same uses, and not in between
    uses = TermUse.objects.filter(page_id=text.page_id)
    uses.exclude(term_id__in=found).delete()
    uses.update(checked_at=None)  # the English was compared with other words, or with other terms
    new = found - set(uses.values_list("term_id", flat=True))
    there = Term.objects.filter(pk__in=new).values_list("pk", flat=True)  # others may have gone since they were read
    TermUse.objects.bulk_create(_uses(text.page_id, there), ignore_conflicts=True)
    SearchedText.objects.update_or_create(page_id=text.page_id, defaults={"digest": text.digest, "number": number})


def _uses(page_id: int, terms: Iterable[int]) -> list[TermUse]:
    return [TermUse(term_id=term, page_id=page_id) for term in terms]


def page_was_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Search a Polish page once it is live. If that fails, the next search of what is left makes up for it."""
    if instance.locale_id == source_locale_id():
        transaction.on_commit(lambda: _search(texts_to_search().filter(page_id=instance.pk)), robust=True)


def connect() -> None:
    """Follow every publication."""
    page_published.connect(page_was_published, dispatch_uid="translation.terms.uses")
