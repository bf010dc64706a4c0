"""Accounts are deactivated, never deleted: the listing offers no bulk deletion.

Wagtail 8.0 has no setting for it. docs/deviations/accounts-are-not-deleted.md says when this can go.
"""

from wagtail.users.views.bulk_actions import DeleteBulkAction


def apply() -> None:
    """Take the bulk action off every model, which also takes its address away."""
    DeleteBulkAction.models = []
