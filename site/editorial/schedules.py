"""Publication and expiry at their time: each once, and whole or not at all, however many workers run.

A worker takes hold of the page first and asks again under that lock whether the page is due, all in one transaction.
Whoever comes second finds nothing to do; a worker that dies leaves everything as it was for the next one.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from editorial.log_actions import NOT_CARRIED_OUT
from editorial.refusals import PublishingRefused

logger = logging.getLogger(__name__)

PUBLISHED, TAKEN_DOWN = "wagtail.publish.scheduled", "wagtail.unpublish.scheduled"


@dataclass
class Outcome:
    """How many pages one run has published and taken down, and how many that are due it could not.

    `refused` is what a rule of publishing forbids, `failed` what an error stopped; `news` says whether there is any
    among them that no run before has told.
    """

    published: int = 0
    taken_down: int = 0
    refused: int = 0
    failed: int = 0
    news: bool = False


def carry_out_due() -> Outcome:
    """Take down every page whose time is over, then publish every approved version whose time has come.

    Each is a transaction of its own: one that is refused or fails does not hold up the others. It stays due, is tried
    again at the next run, and is told once, in the log and in the page's history.
    """
    now, outcome = timezone.now(), Outcome()
    for page_id in list(pages_past_their_time(now).order_by("expire_at", "pk").values_list("pk", flat=True)):
        outcome.taken_down += _attempt(partial(take_down_if_over, page_id, now), page_id, None, outcome)
    for revision in due_revisions(now).order_by("approved_go_live_at", "pk").defer("content"):
        page_id = int(revision.object_id)
        outcome.published += _attempt(partial(publish_if_due, revision.pk, page_id, now), page_id, revision, outcome)
    return outcome


def pages_past_their_time(now: datetime) -> QuerySet[Page]:
    """Return the pages that are live and should not be any more."""
    return Page.objects.filter(live=True, expire_at__lte=now)


def due_revisions(now: datetime) -> QuerySet[Revision]:
    """Return the approved versions of pages that should be live by now."""
    return Revision.page_revisions.filter(approved_go_live_at__lte=now)


def scheduled_revisions() -> QuerySet[Revision]:
    """Return the approved versions that wait for their time, those that are late first.

    Each has the number of its page (`page_id`), the code of its `language`, and the reason that was told last why it
    was not carried out (`why_not`).
    """
    told = PageLogEntry.objects.filter(page=OuterRef("page_id"), revision=OuterRef("pk"), action=NOT_CARRIED_OUT)
    reasons = told.order_by("-timestamp", "-pk").values(reason=KeyTextTransform("reason", "data"))
    languages = Page.objects.filter(pk=OuterRef("page_id")).values("locale__language_code")
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False).defer("content")
    return (
        waiting.annotate(page_id=Cast("object_id", BigIntegerField()))
        .annotate(language=Subquery(languages[:1]), why_not=Subquery(reasons[:1]))
        .order_by("approved_go_live_at", "pk")
    )


def take_down_if_over(page_id: int, now: datetime) -> bool:
    """Take a page down if its time is over and no other worker is at it; return whether it was."""
    page = _hold(page_id)
    if page is None or not pages_past_their_time(now).filter(pk=page_id).exists():
        return False
    scheduled = list(_scheduled_in_every_language(page.translation_key))
    page.specific.unpublish(set_expired=True, log_action=TAKEN_DOWN)
    for revision in scheduled:
        # Wagtail forgets the schedules of a page that it takes down. What was approved for later still comes.
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=revision.approved_go_live_at)
    return True


def publish_if_due(revision_id: int, page_id: int, now: datetime) -> bool:
    """Publish an approved version if its time has come and no other worker is at it; return whether it was.

    A version whose time is over already, because no worker ran, goes down again at once.
    """
    if _hold(page_id) is None:
        return False
    revision = due_revisions(now).filter(pk=revision_id).select_for_update(skip_locked=True).first()
    if revision is None:
        return False
    revision.publish(log_action=PUBLISHED)
    take_down_if_over(page_id, now)
    return True


def _hold(page_id: int) -> Page | None:
    """Lock a page for this transaction and return it as it is now; None if another worker is at it, or it is gone.

    A page comes down with its versions in other languages, so the oldest of them is locked before it, and all workers
    lock in the same order. SQLite has locked the whole database since the transaction began.
    """
    key = Page.objects.filter(pk=page_id).values("translation_key")[:1]
    oldest = Page.objects.filter(translation_key=key).order_by("pk").values_list("pk", flat=True).first()
    page = None
    for pk in dict.fromkeys((oldest, page_id)):
        page = Page.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=pk).first()
        if page is None:
            break
    return page


def _scheduled_in_every_language(translation_key: UUID) -> QuerySet[Revision]:
    pages = Page.objects.filter(translation_key=translation_key).values_list("pk", flat=True)
    return Revision.page_revisions.filter(object_id__in=map(str, pages), approved_go_live_at__isnull=False)


def _attempt(change: Callable[[], bool], page_id: int, revision: Revision | None, outcome: Outcome) -> bool:
    """Carry out one change whole or not at all, and return whether it was; tell why not, once."""
    try:
        with transaction.atomic():
            return change()
    except PublishingRefused as refusal:
        outcome.refused += 1
        if _tell_once(page_id, revision, str(refusal)):
            outcome.news = True
            logger.warning("Not carried out for page %s: %s", page_id, refusal)
    except OperationalError:
        outcome.failed += 1
        outcome.news = True
        logger.warning("The database did not carry it out for page %s; the next run will try", page_id, exc_info=True)
    except Exception:
        outcome.failed += 1
        if _tell_once(page_id, revision, _("An error stopped it. The people who run the site find it in their log.")):
            outcome.news = True
            logger.exception("Not carried out for page %s", page_id)
    return False


def _tell_once(page_id: int, revision: Revision | None, reason: str) -> bool:
    """Write into the history of a page why it was not carried out, unless that stands there; return whether it was."""
    with transaction.atomic():
        page = _hold(page_id)
        if page is None:
            return False
        told = PageLogEntry.objects.filter(page=page_id, action=NOT_CARRIED_OUT, revision=revision)
        last = told.order_by("timestamp", "pk").last()
        if last is not None and last.data.get("reason") == reason:
            return False
        log(instance=page.specific, action=NOT_CARRIED_OUT, revision=revision, data={"reason": reason})
    return True
