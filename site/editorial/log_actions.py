"""What the audit log calls the steps of publishing that stock Wagtail does not know, with the reasons they keep."""

from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

EMERGENCY = "editorial.emergency"
CONFIRM = "editorial.confirm"
ERROR = "editorial.take_down.error"
CONSOLIDATED = "editorial.take_down.consolidated"
WITHDRAW = "editorial.withdraw"
REINSTATE = "editorial.reinstate"
TAKE_BACK = "editorial.take_back"
HAND_OVER = "editorial.hand_over"
REVIEW = "editorial.review"
REVIEW_DATE = "editorial.review_date"
NOT_CARRIED_OUT = "editorial.schedule.not_carried_out"
OVERRIDE = "editorial.override"

LABELS = {
    EMERGENCY: (gettext_lazy("Publish in an emergency"), gettext_lazy("Published in an emergency")),
    CONFIRM: (gettext_lazy("Confirm"), gettext_lazy("Emergency publication confirmed")),
    ERROR: (gettext_lazy("Take down: published in error"), gettext_lazy("Taken down as published in error")),
    CONSOLIDATED: (gettext_lazy("Take down: said elsewhere"), gettext_lazy("Taken down, readers are led elsewhere")),
    WITHDRAW: (gettext_lazy("Mark as withdrawn"), gettext_lazy("Marked as withdrawn")),
    REINSTATE: (gettext_lazy("Lift the withdrawal"), gettext_lazy("Withdrawal lifted")),
    TAKE_BACK: (gettext_lazy("Take back"), gettext_lazy("Submission taken back")),
    HAND_OVER: (gettext_lazy("Hand over"), gettext_lazy("Deadline, priority or approver set")),
    REVIEW: (gettext_lazy("Review"), gettext_lazy("Reviewed, it still holds")),
    REVIEW_DATE: (gettext_lazy("Set the review date"), gettext_lazy("Review date set")),
    NOT_CARRIED_OUT: (gettext_lazy("Carry out at its time"), gettext_lazy("Not carried out at its time")),
    OVERRIDE: (gettext_lazy("Give a reason at a check"), gettext_lazy("Said why a check does not stand in the way")),
}


class WithReason(LogFormatter):
    """Says what happened, and beside it why, where a reason was given."""

    def format_comment(self, log_entry: PageLogEntry) -> str:
        """Return the reason, or nothing."""
        return str((log_entry.data or {}).get("reason", ""))


@hooks.register("register_log_actions")
def register(actions: LogActionRegistry) -> None:
    """Name every step."""
    for action, (label, message) in LABELS.items():
        actions.register_action(action)(type("Formatter", (WithReason,), {"label": label, "message": message}))
