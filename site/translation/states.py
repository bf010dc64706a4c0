"""Keeps what the site knows of the two languages of a page, as pages are published and translated."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import copy_for_translation_done, page_published

from accounts.models import User
from editorial.models import Approval
from translation.locales import source_locale_id, target_locale_id
from translation.models import PublishedText, TranslationState, english_of
from translation.notices import tell_translators
from translation.words import words_digest


def follow(page: Page, text: PublishedText, user: User | None) -> TranslationState:
    """Record that a translation is true to a text of its source page."""
    state, _created = TranslationState.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "source_id": text.page_id,
            "source_revision_id": text.revision_id,
            "source_digest": text.digest,
            "user": user,
            "confirmed_at": timezone.now(),
        },
    )
    return state


def _source_was_published(page: Page, revision: Revision) -> None:
    digest = words_digest(page)
    known = PublishedText.objects.filter(page_id=page.pk).first()
    if known is not None and known.digest == digest:
        return
    PublishedText.objects.update_or_create(
        page_id=page.pk, defaults={"revision": revision, "digest": digest, "changed_at": timezone.now()}
    )
    approval = Approval.objects.filter(page_id=page.pk, revision_id=revision.pk).last()
    if approval is None or approval.kind == Approval.Kind.CONTENT:
        return
    if known is None or english_of(page) is not None:
        transaction.on_commit(lambda: tell_translators(page.pk, is_new=known is None), robust=True)


def _translation_was_published(page: Page, revision: Revision) -> None:
    """Make the state follow the text that readers of the source page saw when the translation was last saved.

    A change of the source between that moment and the approval is not covered by it.
    """
    text = PublishedText.objects.filter(
        page__translation_key=page.translation_key, page__locale_id=source_locale_id()
    ).first()
    if text is not None and text.changed_at <= revision.created_at:
        follow(page, text, revision.user)


def page_was_published(sender: type[Page], instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    """Note a page that went live, in either language."""
    if revision is None:
        return
    if instance.locale_id == source_locale_id():
        _source_was_published(instance, revision)
    elif instance.locale_id == target_locale_id():
        _translation_was_published(instance, revision)


def translation_was_started(sender: Any, source_obj: Any, target_obj: Any, **_kwargs: Any) -> None:
    """Note which text a translation that code has started was made from."""
    if isinstance(source_obj, Page) and target_obj.locale_id == target_locale_id():
        text = PublishedText.objects.filter(page_id=source_obj.pk).first()
        if text is not None:
            follow(target_obj, text, None)


def connect() -> None:
    """Listen to publications and to starts of translations."""
    page_published.connect(page_was_published, dispatch_uid="translation.states.published")
    copy_for_translation_done.connect(translation_was_started, dispatch_uid="translation.states.started")
