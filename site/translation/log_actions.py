"""What the audit log calls the steps of translation."""

from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from editorial.log_actions import WithReason

SETTLE = "translation.settle"
SAY_SAME = "translation.say_same"
TAKE_BACK = "translation.take_back"
SAY_TRUE = "translation.say_true"

LABELS = {
    SETTLE: (gettext_lazy("Say that a passage needs no change"), gettext_lazy("A passage needs no change in English")),
    SAY_SAME: (
        gettext_lazy("Say that a passage is the same in English"),
        gettext_lazy("A passage is the same in English"),
    ),
    TAKE_BACK: (
        gettext_lazy("Take back what was said of a passage"),
        gettext_lazy("What was said of a passage was taken back"),
    ),
    SAY_TRUE: (gettext_lazy("Say that it is true again"), gettext_lazy("Said to be true to the Polish text")),
}


def register(actions: LogActionRegistry) -> None:
    """Name every step."""
    for action, (label, message) in LABELS.items():
        actions.register_action(action)(type("Formatter", (WithReason,), {"label": label, "message": message}))


def connect() -> None:
    """Have them named."""
    hooks.register("register_log_actions", register)
