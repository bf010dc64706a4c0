"""Publishing is all or nothing.

Wagtail 8.0 clears every schedule of a page before it saves the row, outside a transaction, so a refused publication
would wipe an approved schedule. docs/deviations/atomic-publishing.md says when this can go.
"""

from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction


def apply() -> None:
    """Wrap the action that publishes in a transaction, once."""
    if not hasattr(PublishRevisionAction.execute, "__wrapped__"):
        PublishRevisionAction.execute = transaction.atomic(PublishRevisionAction.execute)
