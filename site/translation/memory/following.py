"""What the memory does when pages go live, come down and come back.

It happens inside the transaction that does it to the page. A memory that is filled or emptied afterwards would miss
that whenever the process ends in between, and nobody would notice; and a text that was taken down must not be offered
any more from that moment on. It takes a part of the time that publishing takes (`python -m tools.translation_bench`).

Whatever has happened, `settle` compares the page with the rules and brings the memory in line. So it may be called at
any time, and twice.
"""

from typing import Any

from django.db.models.signals import post_save, pre_delete
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from editorial.approvals import approvals_in_force
from editorial.records import Approval, Confirmation
from editorial.take_downs import TakeDown, is_withdrawn
from translation.locales import source_locale_id, target_locale_id
from translation.memory.models import MemoryUse
from translation.memory.storing import forget, remember
from translation.models import TranslationState, english_of
from translation.segments import parts_of


def settle(page_id: int) -> None:
    """Let the memory hold the pairs of an English page, or none of them if the page does not answer for them.

    It does if it and its Polish page are live and not withdrawn, and a second person stands behind the text that is
    live, which code that loads content needs not.
    """
    standing = Page.objects.filter(~is_withdrawn(), live=True)
    page = standing.filter(pk=page_id, locale_id=target_locale_id()).select_related("live_revision").first()
    state = TranslationState.objects.filter(page_id=page_id).select_related("source", "true_to").first()
    approval = _approval_of(page) if page else None
    true_to = state.true_to if state else None
    if (
        page is None
        or state is None
        or true_to is None
        or approval is None
        or not standing.filter(pk=state.source_id).exists()
    ):
        forget(page_id)
        return
    model = page.specific_class
    polish, english = (parts_of(each.content, model) for each in (true_to, page.live_revision))
    remember(page, state.source, polish, english, approval)


def _approval_of(page: Page) -> Approval | None:
    approvals = approvals_in_force(page).filter(revision_id=page.live_revision_id)
    return Approval.by_second_person().filter(pk__in=approvals).last()


def _english(page: Page) -> int | None:
    """Return the primary key of the English page of a Polish one, or of the page itself if it is English."""
    english = page if page.locale_id == target_locale_id() else english_of(page)
    return english.pk if english is not None else None


def page_went_live(sender: type[Page], instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    """Remember an English page, and that of a Polish page that comes back. A Polish change leaves pairs as they are."""
    if instance.locale_id == source_locale_id() and MemoryUse.objects.filter(source_id=instance.pk).exists():
        return
    if (english := _english(instance)) is not None:
        settle(english)


def page_came_down(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Forget the pairs of a page that was unpublished, has expired or is about to be deleted, in either language."""
    if (english := _english(instance)) is not None:
        forget(english)


def page_was_taken_down(sender: type[TakeDown], instance: TakeDown, **_kwargs: Any) -> None:
    """Forget the pairs of a page that was marked as withdrawn, and remember them when that is lifted."""
    if instance.kind == TakeDown.Kind.WITHDRAWN and (english := _english(instance.page)) is not None:
        settle(english)


def emergency_was_confirmed(sender: type[Confirmation], instance: Confirmation, **_kwargs: Any) -> None:
    """Remember what was published in an emergency, now that a second person stands by it."""
    if instance.page.locale_id == target_locale_id():
        settle(instance.page_id)


def page_is_deleted(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Forget the pairs of a page that goes for good, in either language."""
    pages = MemoryUse.objects.filter(source_id=instance.pk).values_list("page_id", flat=True)
    for page_id in {instance.pk, *pages}:
        forget(page_id)


def connect() -> None:
    """Follow pages. Comes after `translation.truth.signals.connect`, which records what an English page is true to."""
    page_published.connect(page_went_live, dispatch_uid="translation.memory.published")
    page_unpublished.connect(page_came_down, dispatch_uid="translation.memory.unpublished")
    post_save.connect(page_was_taken_down, sender=TakeDown, dispatch_uid="translation.memory.taken_down")
    post_save.connect(emergency_was_confirmed, sender=Confirmation, dispatch_uid="translation.memory.confirmed")
    pre_delete.connect(page_is_deleted, sender=Page, dispatch_uid="translation.memory.deleted")
