"""Keeps the states of translations, as pages are published, edited, moved, taken down and sent through approval."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState, get_default_page_content_type
from wagtail.signals import (
    copy_for_translation_done,
    page_published,
    page_unpublished,
    post_page_move,
    task_submitted,
)

from accounts.models import User
from editorial.bin import bin_changed
from editorial.models import Approval, Confirmation
from translation.locales import source_locale_id, target_locale_id
from translation.requests.notices import tell_of_publication
from translation.segments import parts_of
from translation.truth.meaning import settle_what_keeps_its_meaning
from translation.truth.measuring import refresh
from translation.truth.models import PublishedText, Statement, TranslationState, english_of
from translation.truth.progress import add_missing
from translation.truth.reasons import reasons_given
from translation.truth.statements import (
    forget_what_was_same,
    is_about,
    say_true,
    state_of,
    state_of_source,
    statement_in_force,
    take_effect,
    take_no_effect,
    waiting_statement,
)
from translation.words import words_digest


def sources_of(pages: QuerySet[Page]) -> list[int]:
    """Return the keys of the Polish pages of some pages of any language, in one query."""
    keys = pages.order_by().values("translation_key")
    return list(
        Page.objects.filter(translation_key__in=keys, locale_id=source_locale_id()).values_list("pk", flat=True)
    )


def _refresh_page(page: Page) -> None:
    refresh(sources_of(Page.objects.filter(pk=page.pk)))


def _source_was_published(page: Page, revision: Revision) -> None:
    digest = words_digest(page)
    known = PublishedText.objects.select_related("revision").filter(page_id=page.pk).first()
    former = known.revision if known else None
    is_another = known is None or known.digest != digest
    if is_another:
        parts = parts_of(revision.content, type(page)).values()
        words = sum(part.words for part in parts)
        if known is not None:
            forget_what_was_same(state_of_source(page), parts)
        PublishedText.objects.update_or_create(
            page_id=page.pk,
            defaults={"revision": revision, "digest": digest, "changed_at": timezone.now(), "words": words},
        )
    add_missing([page.pk])
    refresh([page.pk])
    approval = _approval_of(page, revision)
    # In an emergency nobody has confirmed what the author says of the meaning
    is_confirmed = approval is None or approval.kind != Approval.Kind.EMERGENCY
    if former is not None and getattr(page, "keeps_meaning", False) and is_confirmed:
        settle_what_keeps_its_meaning(state_of_source(page), former, revision, revision.user)
    is_somebodys = approval is not None and approval.kind != Approval.Kind.CONTENT
    if is_another and is_somebodys and (known is None or english_of(page) is not None):
        tell_of_publication(page, revision, is_new=known is None)


def _approval_of(page: Page, revision: Revision) -> Approval | None:
    return Approval.objects.filter(page_id=page.pk, revision_id=revision.pk).last()


def _translation_was_published(page: Page, revision: Revision) -> None:
    """Let hold what was said of the version that goes live. Of content that code loads, the code says it."""
    _refresh_page(page)
    state = state_of(page)
    if state is None:
        return
    approval = _approval_of(page, revision)
    if approval is not None and approval.kind == Approval.Kind.CONTENT:
        text = state.source_text
        if text is not None:
            say_true(state, page, revision, text.revision, None)
        return
    statement = waiting_statement(page)
    if approval is not None and approval.kind == Approval.Kind.WORKFLOW and statement is not None:
        _let_hold(state, statement, page, revision, approval)
        return
    in_force = statement_in_force(page)
    if state.true_to_id is not None and not (in_force and is_about(in_force, revision)):
        take_no_effect(state)


def _let_hold(
    state: TranslationState, statement: Statement, page: Page, revision: Revision, approval: Approval
) -> None:
    """Let hold what a submission has said. Of words that were changed since, it is the word of who approved them."""
    if is_about(statement, revision):
        take_effect(state, statement)
        return
    source = statement.source_revision
    reasons = reasons_given(revision.as_object(), source)
    say_true(state, page, revision, source, approval.user, accepted=reasons)


def page_was_published(sender: type[Page], instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    """Note a page that went live, in either language."""
    if revision is None:
        return
    if instance.locale_id == source_locale_id():
        _source_was_published(instance, revision)
    elif instance.locale_id == target_locale_id():
        _translation_was_published(instance, revision)


def emergency_was_confirmed(sender: type[Confirmation], instance: Confirmation, **_kwargs: Any) -> None:
    """Let hold what was said of a version that went out in an emergency, now that a second person stands by it."""
    page = instance.page
    revision = page.live_revision
    statement = waiting_statement(page)
    state = state_of(page)
    if revision is None or revision.pk != instance.revision_id or state is None or statement is None:
        return
    if page.live and is_about(statement, revision):
        take_effect(state, statement)


def page_was_unpublished(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Note a page that readers do not see any more."""
    _refresh_page(instance)


def page_was_saved(
    sender: type,
    instance: Any,
    created: bool = False,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Note a new page, and a new draft of an English one: words of it may be translated now."""
    if raw or not isinstance(instance, Page) or instance.is_root():
        return
    is_draft = "latest_revision" in (update_fields or ())
    if created and instance.locale_id == source_locale_id():
        add_missing([instance.pk])
        refresh([instance.pk])
    elif instance.locale_id == target_locale_id() and (created or is_draft):
        _refresh_page(instance)


def page_was_deleted(sender: type[Any], instance: Any, **_kwargs: Any) -> None:
    """Note an English page that is gone."""
    if isinstance(instance, Page) and sender is Page and instance.locale_id == target_locale_id():
        sources = Page.objects.filter(translation_key=instance.translation_key, locale_id=source_locale_id())
        refresh(list(sources.values_list("pk", flat=True)))


def subtree_was_moved(sender: type, instance: Page, **_kwargs: Any) -> None:
    """Note pages that stand elsewhere now, such as in the recycle bin."""
    refresh(sources_of(Page.objects.filter(path__startswith=instance.path)))


def workflow_was_saved(sender: type[WorkflowState], instance: WorkflowState, **_kwargs: Any) -> None:
    """Note an English page that was submitted, returned, taken back or approved."""
    if instance.base_content_type_id == get_default_page_content_type().pk:
        refresh(sources_of(Page.objects.filter(pk=int(instance.object_id), locale_id=target_locale_id())))


def page_was_submitted(sender: type[TaskState], instance: TaskState, user: User | None = None, **_kwargs: Any) -> None:
    """Record what somebody says by submitting an English page: it is true to the Polish text that was beside it."""
    page = instance.workflow_state.content_object
    if not isinstance(page, Page) or page.locale_id != target_locale_id():
        return
    state = state_of(page)
    if state is not None and state.worked_from is not None:
        reasons = reasons_given(instance.revision.as_object(), state.worked_from)
        say_true(state, page, instance.revision, state.worked_from, user, accepted=reasons)


def translation_was_started(sender: Any, source_obj: Any, target_obj: Any, **_kwargs: Any) -> None:
    """Note which text a translation that code has started was made from."""
    if isinstance(source_obj, Page) and target_obj.locale_id == target_locale_id():
        start_from_live_text(source_obj)


def start_from_live_text(source: Page) -> None:
    """Note that the English version was started from what readers see of its Polish page."""
    text = PublishedText.objects.filter(page_id=source.pk).first()
    if text is not None:
        state_of_source(source)
        TranslationState.objects.filter(source_id=source.pk).update(
            begun_from=text.revision_id, worked_from=text.revision_id
        )
    refresh([source.pk])


def connect() -> None:
    """Listen to all of it."""
    name = "translation.truth"
    page_published.connect(page_was_published, dispatch_uid=f"{name}.published")
    post_save.connect(emergency_was_confirmed, sender=Confirmation, dispatch_uid=f"{name}.confirmed")
    page_unpublished.connect(page_was_unpublished, dispatch_uid=f"{name}.unpublished")
    post_save.connect(page_was_saved, dispatch_uid=f"{name}.saved")
    post_delete.connect(page_was_deleted, dispatch_uid=f"{name}.deleted")
    post_page_move.connect(subtree_was_moved, dispatch_uid=f"{name}.moved")
    bin_changed.connect(subtree_was_moved, dispatch_uid=f"{name}.binned")
    post_save.connect(workflow_was_saved, sender=WorkflowState, dispatch_uid=f"{name}.workflow")
    task_submitted.connect(page_was_submitted, dispatch_uid=f"{name}.submitted")
    copy_for_translation_done.connect(translation_was_started, dispatch_uid=f"{name}.started")
