"""A page that was published while somebody had it open is not taken down by their saving it.

Wagtail 8.0 saves the whole row of a draft. What was loaded before a publication, and is saved after it, would put the
old state and unapproved words into the row that readers see. docs/deviations/overtaken-saves.md says when this can go.
"""

from collections.abc import Collection
from typing import Any, Self

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.refusals import PublishingRefused

OVERTAKEN = _(
    "“%(title)s” was published while you had it open. Open it again to go on. What readers see has not changed."
)


class RefusesOvertakenSaves(Page):
    """A page that knows whether it was live when it was loaded: saving a draft is told from taking a page down."""

    class Meta:
        abstract = True

    _was_live: bool | None = None  # None: it was made here, and not loaded

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        page = super().from_db(*args, **kwargs)
        page._was_live = page.__dict__.get("live")
        return page

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        super().refresh_from_db(*args, **kwargs)
        self._was_live = self.__dict__.get("live", self._was_live)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        page = super().with_content_json(content)
        page._was_live = self._was_live
        return page

    @transaction.atomic
    def save(self, *args: Any, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
        """Save the page.

        Raises:
            PublishingRefused: it was loaded as a draft and is saved as one, but is live by now.
        """
        if update_fields is None and self.pk and self._was_live is False and not self.live:
            stored = Page.objects.select_for_update(no_key=True).filter(pk=self.pk)
            if any(stored.values_list("live", flat=True)):
                raise PublishingRefused(OVERTAKEN % {"title": self.title})
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None or "live" in update_fields:
            self._was_live = self.live
