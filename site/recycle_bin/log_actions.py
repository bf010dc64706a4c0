"""What the audit log calls the ways into the recycle bin and out of it."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from editorial.log_actions import WithReason

BIN = "recycle_bin.bin"
RESTORE = "recycle_bin.restore"
PURGE = "recycle_bin.purge"

LABELS = {
    BIN: (_("Delete"), _("Moved to the recycle bin")),
    RESTORE: (_("Restore"), _("Restored from the recycle bin")),
    PURGE: (_("Purge"), _("Purged from the recycle bin")),
}


@hooks.register("register_log_actions")
def register(actions: LogActionRegistry) -> None:
    """Name every step."""
    for action, (label, message) in LABELS.items():
        actions.register_action(action)(type("Formatter", (WithReason,), {"label": label, "message": message}))
