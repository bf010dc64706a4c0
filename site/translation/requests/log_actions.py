"""What a page's history calls the steps of requests, each on the Polish page, with the reasons they keep."""

from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry

from editorial.log_actions import WithReason

ASK = "translation.request.ask"
TAKE = "translation.request.take"
HAND_OVER = "translation.request.hand_over"
DECLINE = "translation.request.decline"
CANCEL = "translation.request.cancel"
DONE = "translation.request.done"
WITHHOLD = "translation.withhold"
LIFT = "translation.lift"

LABELS = {
    ASK: (gettext_lazy("Ask for a translation"), gettext_lazy("Translation into English asked for")),
    TAKE: (gettext_lazy("Take a translation"), gettext_lazy("Translation into English taken")),
    HAND_OVER: (gettext_lazy("Hand a translation over"), gettext_lazy("Translation into English handed over")),
    DECLINE: (gettext_lazy("Decline a translation"), gettext_lazy("Translation into English declined")),
    CANCEL: (gettext_lazy("Cancel a request for a translation"), gettext_lazy("Request for a translation cancelled")),
    DONE: (gettext_lazy("Finish a translation"), gettext_lazy("Requested translation into English is live")),
    WITHHOLD: (gettext_lazy("Leave untranslated"), gettext_lazy("Left untranslated on purpose")),
    LIFT: (gettext_lazy("Translate after all"), gettext_lazy("Not left untranslated any more")),
}


def register_log_actions(actions: LogActionRegistry) -> None:
    """Name every step."""
    for action, (label, message) in LABELS.items():
        actions.register_action(action)(type("Formatter", (WithReason,), {"label": label, "message": message}))
