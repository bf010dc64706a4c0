"""What is said of each event, in the language that is active. Two templates, of a letter and of a digest, set it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.submissions import Submission
from notifications.kinds import OF_OTHER_APPS, Kind
from notifications.outbox import Notification


@dataclass(frozen=True)
class Words:
    """What is said of one event.

    Args:
        subject: of a letter of its own, and the heading of its part of a digest.
        lines: sentences.
        link: label and address of what to do next.
        why: why the person is told.
        quote: what somebody wrote, such as the reason.
        fields: comments beside fields, each with a heading.
    """

    subject: str
    lines: list[str]
    link: tuple[str, str]
    why: str
    quote: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)


Wording: TypeAlias = Callable[[Notification, Page], Words]
_wordings: dict[str, Wording] = {}


def words_for(kind: Kind) -> Callable[[Wording], Wording]:
    """Have a function say what is said of a kind of event."""
    return lambda wording: _wordings.setdefault(kind, wording)


def register_words(name: str, wording: Wording, kind: Kind = Kind.REMINDER) -> None:
    """Have a function say what is said of an event that another app posts, of one of its kinds, with `about=name`."""
    _wordings[f"{kind}:{name}"] = wording


def has_words(kind: Kind) -> bool:
    """Whether another app has words for a kind of event."""
    return any(key.startswith(f"{kind}:") for key in _wordings)


def words_of(notification: Notification, page: Page) -> Words:
    """Return what is said of an event.

    Args:
        notification: with its `recipient` at hand.
        page: the page that it is about.
    """
    notification.data["by"] = notification.data.get("by") or _("The site itself")
    key = str(notification.kind)
    if key in OF_OTHER_APPS:
        key = f"{key}:{notification.data['about']}"
    return _wordings[key](notification, page)


# Parts of sentences


def address(name: str, *args: Any) -> str:
    """Return the whole address of a view."""
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)


def day(text: str) -> str:
    """Return a day as people write it."""
    return date_format(date.fromisoformat(text), "DATE_FORMAT")


def moment(text: str) -> str:
    """Return a moment by the clock on the wall."""
    return date_format(timezone.localtime(datetime.fromisoformat(text)), "DATETIME_FORMAT")


def editor_of(page: Page) -> tuple[str, str]:
    """Return the link to the page's editor."""
    return _("Open the page"), address("wagtailadmin_pages:edit", page.pk)


def because_you_wrote() -> str:
    """Return why an author is told."""
    return _("You get this because you wrote, changed or submitted this page.")


def because_you_approve() -> str:
    """Return why an approver is told."""
    return _("You get this because you may approve this page.")


def asked(data: Mapping[str, Any]) -> list[str]:
    """Return what a submission asks."""
    lines = []
    if data.get("deadline"):
        lines.append(_("It should be live by %(day)s.") % {"day": day(data["deadline"])})
    if data.get("priority") == Submission.Priority.URGENT:
        lines.append(_("It is urgent."))
    return lines


def beside_fields(page: Page, comments: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Return comments, each under the name of its field and of who wrote it."""
    found = []
    for comment in comments:
        try:
            model_field = page.specific_class._meta.get_field(comment["path"].partition(".")[0])
            name = capfirst(str(getattr(model_field, "verbose_name", model_field.name)))
        except (FieldDoesNotExist, AttributeError):
            name = _("The page")
        found.append((f"{name} – {comment['who']}", comment["text"]))
    return found


# The words of each kind


@words_for(Kind.ASSIGNED)
def assigned(notification: Notification, page: Page) -> Words:
    """Say that the person is named to approve a page."""
    data = notification.data
    return Words(
        _("For you to approve: %(title)s") % data,
        [_("%(by)s asks you to approve “%(title)s”.") % data, *asked(data)],
        (_("Read it and approve it or send it back"), address("wagtailadmin_pages:edit", page.pk)),
        _("You get this because you are named to approve this page."),
    )


@words_for(Kind.SUBMITTED)
def submitted(notification: Notification, page: Page) -> Words:
    """Say that a page waits for approval."""
    data = notification.data
    return Words(
        _("Waiting for approval: %(title)s") % data,
        [_("%(by)s has submitted “%(title)s” for approval.") % data, *asked(data)],
        (_("Read it and approve it or send it back"), address("wagtailadmin_pages:edit", page.pk)),
        because_you_approve(),
    )


@words_for(Kind.RETURNED)
def returned(notification: Notification, page: Page) -> Words:
    """Say that a page was sent back, and why."""
    data = notification.data
    return Words(
        _("Sent back: %(title)s") % data,
        [_("%(by)s has sent “%(title)s” back. Change it as follows, then submit it again.") % data],
        editor_of(page),
        because_you_wrote(),
        quote=data["comment"],
        fields=beside_fields(page, data["fields"]),
    )


@words_for(Kind.APPROVED)
def approved(notification: Notification, page: Page) -> Words:
    """Say that a page was approved, and when it goes live."""
    data = notification.data
    lines = [_("%(by)s has approved “%(title)s”.") % data]
    if data["go_live_at"]:
        lines.append(_("Readers will see it from %(time)s.") % {"time": moment(data["go_live_at"])})
    return Words(
        _("Approved: %(title)s") % data, lines, editor_of(page), because_you_wrote(), quote=data.get("comment", "")
    )


@words_for(Kind.PUBLISHED)
def published(notification: Notification, page: Page) -> Words:
    """Say that readers see a page, and how that came."""
    data = notification.data
    if data["way"] == "scheduled":
        line = _("“%(title)s” has gone live at its time. %(approver)s had approved it.") % data
    elif data["way"] == "emergency":
        line = _(
            "%(approver)s has published “%(title)s” in an emergency. Another person, with no part in it, still has to "
            "confirm it."
        )
        line %= data
    else:
        line = _("%(approver)s has approved “%(title)s”. Readers see it now.") % data
    return Words(
        _("Live: %(title)s") % data,
        [line],
        (_("See it as readers do"), page.full_url or address("wagtailadmin_pages:edit", page.pk)),
        because_you_wrote(),
        quote=data["comment"],
    )


@words_for(Kind.EMERGENCY)
def emergency(notification: Notification, page: Page) -> Words:
    """Ask for the confirmation of an emergency publication."""
    data = notification.data
    line = _("%(by)s has published “%(title)s” in an emergency, without a second person, on %(time)s.")
    lines = [line % {**data, "time": moment(data["since"])}]
    if data.get("again"):
        lines.append(_("Nobody has confirmed it yet."))
    lines.append(_("Read what readers see. If it is right, confirm it; if it is not, correct it or take it down."))
    return Words(
        _("To be confirmed: %(title)s") % data,
        lines,
        (_("Read and confirm"), address("editorial:confirm", data["approval"])),
        _("You get this, whatever you have chosen, because you may confirm this page."),
        quote=data["reason"],
    )


@words_for(Kind.DEADLINE)
def deadline(notification: Notification, page: Page) -> Words:
    """Say that a deadline is near, or over."""
    data = {**notification.data, "day": day(notification.data["deadline"])}
    if data["is_over"]:
        subject = _("Overdue: %(title)s")
        line = _("“%(title)s” should have been live by %(day)s.")
    else:
        subject = _("Deadline on %(day)s: %(title)s")
        line = _("“%(title)s” should be live by %(day)s.")
    state = _("It was sent back and waits for its changes.") if data["is_returned"] else _("It waits for approval.")
    return Words(
        subject % data,
        [line % data, state],
        editor_of(page),
        _("You get this because you submitted this page or may approve it."),
    )


@words_for(Kind.REVIEW)
def review(notification: Notification, page: Page) -> Words:
    """Say that a page has to be read again, to a person here or to one outside, who sees only what readers see."""
    data = {**notification.data, "day": day(notification.data["review_by"])}
    if data["is_over"]:
        subject = _("Review overdue: %(title)s")
        line = _("“%(title)s” should have been reviewed by %(day)s.")
    else:
        subject = _("Review by %(day)s: %(title)s")
        line = _("“%(title)s” has to be reviewed by %(day)s.")
    if notification.recipient is not None:
        then = _("Read it as readers see it. Change what does not hold any more, or say that all of it still holds.")
        link = (_("Review the page"), address("editorial:review", page.pk))
    else:
        then = _("Please read it, and tell the association what does not hold any more, or that all of it still holds.")
        link = (_("Read the page"), page.full_url or settings.WAGTAILADMIN_BASE_URL)
    return Words(
        subject % data, [line % data, then], link, _("You get this because you are named for the review of this page.")
    )


@words_for(Kind.DOWN)
def down(notification: Notification, page: Page) -> Words:
    """Say that readers do not find a page any more, or find it marked as withdrawn."""
    data = notification.data
    lines = {
        "error": _("“%(title)s” was taken down: it had been published in error."),
        "consolidated": _("“%(title)s” was taken down: another page says it now, and readers are led there."),
        "withdrawn": _("“%(title)s” was marked as withdrawn. Readers still find it, with a notice."),
        "expired": _("“%(title)s” is not live any more: its time is over."),
        "with_source": _("“%(title)s” was taken down together with its Polish page."),
        "unpublished": _("“%(title)s” was taken down."),
    }
    subject = _("Withdrawn: %(title)s") if data["way"] == "withdrawn" else _("Taken down: %(title)s")
    return Words(
        subject % data,
        [lines[data["way"]] % data, _("This was done by: %(by)s.") % data],
        editor_of(page),
        _("You get this because you wrote or changed this page, or its version in the other language."),
        quote=data["reason"],
    )


@words_for(Kind.COMMENTS)
def comments(notification: Notification, page: Page) -> Words:
    """Say what was written beside the fields of a page."""
    data = notification.data
    parts = {
        "new": _("New comment"),
        "replies": _("Reply to a comment"),
        "resolved": _("Resolved comment"),
        "deleted": _("Deleted comment"),
    }
    fields = [
        (f"{label}: {heading}", text)
        for name, label in parts.items()
        for heading, text in beside_fields(page, data[name])
    ]
    return Words(
        _("Comments: %(title)s") % data,
        [_("%(by)s has written, answered, resolved or deleted comments on “%(title)s”.") % data],
        editor_of(page),
        _("You get this because you follow the comments on this page, or have written some."),
        fields=fields,
    )
