"""Publishing is all or nothing, and one page is published by one at a time.

Wagtail 8.0 clears every schedule of a page before it saves the row, outside a transaction, so a refused publication
would wipe an approved schedule. docs/deviations/atomic-publishing.md says when this can go.
"""

from typing import Any

from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page


def apply() -> None:
    """Wrap the action that publishes in a transaction that locks the row first, once.

    Workers that carry out schedules lock it first too (`editorial.schedules`), so nobody waits for somebody who waits.
    """
    stock = PublishRevisionAction.execute
    if hasattr(stock, "__wrapped__"):
        return

    @transaction.atomic
    def execute(self: PublishRevisionAction, *args: Any, **options: Any) -> None:
        if isinstance(self.object, Page):
            Page.objects.select_for_update(no_key=True).filter(pk=self.object.pk).values_list("pk").first()
        stock(self, *args, **options)

    execute.__wrapped__ = stock  # type: ignore[attr-defined]  # where functools keeps it too
    PublishRevisionAction.execute = execute
