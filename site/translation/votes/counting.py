"""Counts votes: one for each page, address and day. No address is kept, and what stands in for it lasts a day."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.signals import page_published

from translation.locales import source_locale_id, target_locale_id
from translation.votes.models import CountedVoter, DailySalt, TranslationVotes


@transaction.atomic
def count_vote(page: Page, address: str) -> bool:
    """Count a vote for the English version of a Polish page, unless it was counted today.

    Args:
        page: in the source language.
        address: what the reader is counted by (`accounts.rate_limit.browser_of`). It is not kept.

    Returns:
        whether the vote is a new one. Readers are not told.
    """
    today = timezone.localdate()
    forget_voters(today)
    salt, _is_first = DailySalt.objects.get_or_create(day=today)
    _voter, is_new = CountedVoter.objects.get_or_create(salt=salt, digest=_digest(salt, page, address))
    if is_new:
        votes, _is_first = TranslationVotes.objects.get_or_create(page_id=page.pk, day=today, answered_at=None)
        votes.count = F("count") + 1
        votes.save(update_fields=["count"])
    return is_new


def _digest(salt: DailySalt, page: Page, address: str) -> str:
    """Return a hash that needs both the salt of the day, in the database, and `SECRET_KEY`, which is not there."""
    return salted_hmac(f"translation.votes:{salt.salt}", f"{page.pk}:{address}", algorithm="sha256").hexdigest()


def forget_voters(today: date) -> int:
    """Throw away the salts of days before, with all that was hashed with them; return how many salts there were.

    Whoever began a moment before midnight leaves the salt of the new day alone.
    """
    _number, by_model = DailySalt.objects.filter(day__lt=today).delete()
    return by_model.get(DailySalt._meta.label, 0)


def votes_for(pages: PageQuerySet) -> PageQuerySet:
    """Annotate Polish pages with `votes`: how many ask for an English version since there was one last, or ever.

    It adds no query. Votes for a page that is withheld on purpose stay.
    """
    waiting = TranslationVotes.objects.filter(page_id=OuterRef("pk"), answered_at=None).order_by().values("page_id")
    return pages.annotate(votes=Coalesce(Subquery(waiting.annotate(total=Sum("count")).values("total")), 0))


def answer_votes(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Make history of the votes for an English version that goes live."""
    if instance.locale_id == target_locale_id():
        source = Page.objects.filter(translation_key=instance.translation_key, locale_id=source_locale_id())
        TranslationVotes.objects.filter(page__in=source, answered_at=None).update(answered_at=timezone.now())


def connect() -> None:
    """Follow every English page that goes live."""
    page_published.connect(answer_votes, dispatch_uid="translation.votes.published")
