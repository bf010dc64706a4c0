"""Which Polish revision an English page has its structure from."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import copy_for_translation_done

from accounts.models import User
from translation.locales import source_locale_id, target_locale_id
from translation.merging.models import MergedStructure
from translation.models import PublishedText, TranslationState


def published_revision(english: Page) -> Revision | None:
    """Return the revision that holds the Polish text that readers see, or saw last; None if there never was one."""
    text = (
        PublishedText.objects.select_related("revision")
        .filter(page__translation_key=english.translation_key, page__locale_id=source_locale_id())
        .first()
    )
    return text.revision if text else None


def base_revision(english: Page) -> Revision | None:
    """Return the Polish revision that the structure of an English page comes from.

    None if that is not known: then nothing counts as removed, in either language.
    """
    merged = MergedStructure.objects.select_related("source_revision").filter(page_id=english.pk).first()
    return merged.source_revision if merged else _followed_revision(english)


def _followed_revision(english: Page) -> Revision | None:
    """Return the Polish revision that the words of an English page follow."""
    state = TranslationState.objects.select_related("true_to", "begun_from").filter(page_id=english.pk).first()
    return state.base if state else None


def follow_structure(english: Page, source: Revision, user: User | None) -> None:
    """Record that an English page has the structure of a Polish revision."""
    MergedStructure.objects.update_or_create(
        page_id=english.pk, defaults={"source_revision": source, "merged_at": timezone.now(), "user": user}
    )


def translation_was_started(sender: Any, source_obj: Any, target_obj: Any, **_kwargs: Any) -> None:
    """Note which revision a translation that code has started has its structure from."""
    if isinstance(source_obj, Page) and target_obj.locale_id == target_locale_id():
        source = published_revision(target_obj)
        if source is not None:
            follow_structure(target_obj, source, None)


def connect() -> None:
    """Listen to starts of translations."""
    copy_for_translation_done.connect(translation_was_started, dispatch_uid="translation.merging.started")
