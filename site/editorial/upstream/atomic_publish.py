"""Publishing is all or nothing.

Wagtail 8.0 clears every schedule of a page before it saves the row, outside a transaction, so a refused publication
would wipe an approved schedule. docs/deviations/atomic-publishing.md says when this can go.
"""

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction


def apply() -> None:
    """Wrap the actions that publish and unpublish in a transaction, once."""
    for action in (PublishRevisionAction, PublishPageRevisionAction, UnpublishAction):
        execute = action.__dict__.get("execute")
        if execute is not None and not hasattr(execute, "__wrapped__"):
            action.execute = transaction.atomic(execute)
