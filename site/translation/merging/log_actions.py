"""What a page's history calls what happens to its texts without a place."""

from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from editorial.log_actions import WithReason

DISMISS = "translation.dismiss_leftover"


class Dismissed(WithReason):
    """Says which text it was."""

    label = gettext_lazy("Dismiss a text without a place")
    message = gettext_lazy("Text without a place dismissed")


def register_log_actions(actions: LogActionRegistry) -> None:
    """Name the action."""
    actions.register_action(DISMISS)(Dismissed)


def connect() -> None:
    """Have it named."""
    hooks.register("register_log_actions", register_log_actions)
