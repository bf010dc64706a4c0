"""What a person may do with a page, as the admin asks it. The guard decides in the end; this is its friendly front."""

from wagtail.models import Page, PagePermissionTester


class GovernedPagePermissionTester(PagePermissionTester):
    """Wagtail's tester, narrowed by the publishing rules for everyone, superusers included."""

    def has_publish_right(self) -> bool:
        """Whether the person's role answers for what readers see of this page."""
        return super().can_publish()

    def can_publish(self) -> bool:
        """Never publish directly: approval does it."""
        return False

    def can_publish_subpage(self) -> bool:
        """Never publish a page as it is created."""
        return False

    def can_set_view_restrictions(self) -> bool:
        return self.has_publish_right()

    def can_unpublish(self) -> bool:
        """Never as Wagtail does, without a word to readers: `editorial.taking_down` does it."""
        return False

    def can_unschedule(self) -> bool:
        return self.has_publish_right()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Delete only what never was public, and nothing that somebody has locked."""
        return not self._was_public() and super().can_delete(ignore_bulk) and not self.page_locked()

    def can_move(self) -> bool:
        """Move what could be deleted in stock Wagtail: a moved page redirects, so one that was public may move."""
        return super().can_delete(ignore_bulk=True) and not self.page_locked()

    def _was_public(self) -> bool:
        if self.page.first_published_at is not None or self.page.is_leaf():
            return self.page.first_published_at is not None
        return Page.objects.descendant_of(self.page, inclusive=True).filter(first_published_at__isnull=False).exists()
