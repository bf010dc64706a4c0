"""The steps of a request. Each writes the page's history and tells whom it concerns, in one transaction."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User
from editorial.refusals import PublishingRefused
from translation.requests import log_actions, notices
from translation.requests.holding import hold, requests_done, states_of
from translation.requests.models import TranslationRequest
from translation.requests.rules import ENDED
from translation.truth.measuring import states_refreshed
from translation.truth.models import PublishedText, TranslationState

Outcome = TranslationRequest.Outcome
LOGGED = {
    Outcome.DONE: log_actions.DONE,
    Outcome.CANCELLED: log_actions.CANCEL,
    Outcome.DECLINED: log_actions.DECLINE,
}


def open_request_of(source: Page) -> TranslationRequest | None:
    """Return the open request that was made for a page itself."""
    return TranslationRequest.objects.open().filter(page_id=source.pk).select_related("assignee", "asked_by").first()


def request_that_holds(source: Page) -> TranslationRequest | None:
    """Return the open request that holds for a page: its own, or that of a section that it stands in."""
    own = open_request_of(source)
    if own is not None:
        return own
    around = TranslationRequest.objects.filter(states__source_id=source.pk)
    return around.select_related("page__locale", "assignee", "asked_by").first()


@transaction.atomic
def ask(
    source: Page,
    user: User,
    *,
    whole_section: bool = False,
    assignee: User | None = None,
    deadline: date | None = None,
    priority: int = TranslationRequest._meta.get_field("priority").default,
    message: str = "",
) -> TranslationRequest:
    """Ask for the English version of a live Polish page as readers see it now; asking again changes what was asked.

    Args:
        source: a page for which `why_not_ask` knows no reason.
    """
    asked: dict[str, Any] = {
        "whole_section": whole_section,
        "assignee": assignee,
        "deadline": deadline,
        "priority": priority,
        "message": message,
        "revision_id": _text_now(source),
        "asked_by": user,
        "asked_at": timezone.now(),
    }
    request, is_new = TranslationRequest.objects.select_for_update().get_or_create(
        page_id=source.pk, closed_at=None, defaults=asked
    )
    concerned = states_of(source) if whole_section or request.whole_section else _state_of(source)
    if not is_new:
        for name, value in asked.items():
            setattr(request, name, value)
        request.save()
    hold(concerned)
    entry = log(instance=source, action=log_actions.ASK, user=user, data={"reason": _in_words(request)})
    notices.tell_of_asking(request, source, user, event=entry.pk)
    return request


def _text_now(source: Page) -> int | None:
    """Return the revision with the words that readers see: a later publication of the same words is not another."""
    text = PublishedText.objects.filter(page_id=source.pk).first()
    return text.revision_id if text else source.live_revision_id


def _in_words(request: TranslationRequest) -> str:
    parts = [str(request.get_priority_display())]
    if request.whole_section:
        parts.append(_("with all pages below it"))
    if request.deadline:
        parts.append(_("by %(day)s") % {"day": request.deadline.isoformat()})
    if request.assignee:
        parts.append(_("for %(person)s") % {"person": request.assignee})
    return ", ".join(parts)


def _state_of(source: Page) -> QuerySet[TranslationState]:
    return TranslationState.objects.filter(source_id=source.pk)


def _locked(request: TranslationRequest) -> TranslationRequest:
    """Return a request as it is now, for this transaction alone.

    Raises:
        PublishingRefused: it has ended meanwhile.
    """
    found = TranslationRequest.objects.open().select_for_update().filter(pk=request.pk).first()
    if found is None:
        raise PublishingRefused(ENDED)
    return found


@transaction.atomic
def take(request: TranslationRequest, user: User) -> None:
    """Take on a request for which nobody is named.

    Raises:
        PublishingRefused: it has ended, or somebody else was faster.
    """
    request = _locked(request)
    if request.translator not in (None, user):
        raise PublishingRefused(_("%(person)s has taken this request already.") % {"person": request.translator})
    request.assignee = user
    request.save(update_fields=["assignee"])
    log(instance=request.page, action=log_actions.TAKE, user=user)


@transaction.atomic
def hand_over(request: TranslationRequest, user: User, colleague: User) -> None:
    """Name somebody else for a request, and tell them.

    Raises:
        PublishingRefused: it has ended.
    """
    request = _locked(request)
    request.assignee = colleague
    request.save(update_fields=["assignee"])
    reason = _("for %(person)s") % {"person": colleague}
    entry = log(instance=request.page, action=log_actions.HAND_OVER, user=user, data={"reason": reason})
    notices.tell_of_asking(request, request.page, user, event=entry.pk, handed_over=True)


@transaction.atomic
def close(
    request: TranslationRequest, outcome: TranslationRequest.Outcome, user: User | None, reason: str = ""
) -> None:
    """End a request.

    Args:
        user: who ended it; of one that is done, who said that the English version is true.
        reason: of one that is cancelled or declined.

    Raises:
        PublishingRefused: it has ended meanwhile.
    """
    request = _locked(request)
    request.closed_at, request.closed_by = timezone.now(), user
    request.outcome, request.reason = outcome, reason
    request.save()
    page = request.page
    hold(states_of(page) if request.whole_section else _state_of(page))
    log(instance=page, action=LOGGED[outcome], user=user, data={"reason": reason})
    notices.tell_of_end(request, page)


def keep_up(sender: type[TranslationState], states: QuerySet[TranslationState], **_kwargs: Any) -> None:
    """Close what is done, and note which request holds for rows whose pages were published, moved or translated."""
    if not TranslationRequest.objects.open().exists():
        return  # the last one to end has left no row
    for request in requests_done(states).select_for_update(of=("self",)):
        state = TranslationState.objects.filter(source_id=request.page_id).select_related("user").first()
        close(request, Outcome.DONE, state.user if state else None)
    hold(states)


def connect() -> None:
    """Follow the states of translations, and name the steps in the history of pages."""
    hooks.register("register_log_actions", log_actions.register_log_actions)
    states_refreshed.connect(keep_up, dispatch_uid="translation.requests")
