"""Wagtail's own mails are not sent: the outbox tells the same, once, and survives a mail server that fails.

Wagtail 8.0 writes to people while their action is carried out, and forgets what the mail server does not take. It has
no setting for that. docs/deviations/notifications.md says when this can go.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.admin import signal_handlers
from wagtail.admin.views.account import NotificationsSettingsPanel
from wagtail.admin.views.pages import edit

from accounts.models import User
from notifications.events import comment_data
from notifications.kinds import Kind
from notifications.posting import post, shortened


def apply() -> None:
    """Keep the mails of workflows from being connected, take over those of comments, and hide their settings.

    `notifications` stands before `wagtail.admin` in INSTALLED_APPS, so that this comes before Wagtail connects them.
    """
    signal_handlers.register_signal_handlers = _connect_nothing
    edit.send_notification = tell_of_comments
    NotificationsSettingsPanel.is_active = _is_never_active


def _connect_nothing() -> None:
    """Connect none of Wagtail's notifiers."""


def _is_never_active(_panel: NotificationsSettingsPanel) -> bool:
    return False


def tell_of_comments(recipients: Iterable[User], notification: str, context: Mapping[str, Any]) -> None:
    """Put into the outbox what Wagtail's editor would send about comments, to whom it would send it.

    Args:
        recipients: who follows the comments of the page or wrote one of these.
        notification: Wagtail's name of it, "updated_comments".
        context: `page`, `editor` and the comments: new, resolved, deleted, and replied to with their replies.
    """
    new, resolved = context["new_comments"], context["resolved_comments"]
    deleted, replied = context["deleted_comments"], context["replied_comments"]
    replies = [(thread["comment"], reply) for thread in replied for reply in thread["replies"]]
    happened = [
        *(f"new {each.pk}" for each in new),
        *(f"resolved {each.pk} {each.resolved_at}" for each in resolved),
        *(f"deleted {each.user_id} {each.created_at}" for each in deleted),
        *(f"reply {reply.pk}" for _comment, reply in replies),
    ]
    post(
        Kind.COMMENTS,
        f"comments:{hashlib.sha256('|'.join(happened).encode()).hexdigest()}",
        context["page"],
        recipients,
        by=context["editor"],
        new=[comment_data(each) for each in new],
        replies=[
            {"path": comment.contentpath, "text": shortened(reply.text), "who": str(reply.user)}
            for comment, reply in replies
        ],
        resolved=[comment_data(each) for each in resolved],
        deleted=[comment_data(each) for each in deleted],
    )
