"""What a person may do with a page, as the admin asks it. The guard decides in the end; this is its friendly front."""

from wagtail.models import Page, PagePermissionTester

from editorial.approvals import is_latest_approved


class GovernedPagePermissionTester(PagePermissionTester):
    """Wagtail's tester, narrowed by the publishing rules for everyone, superusers included."""

    def can_publish(self) -> bool:
        """Publish directly only what was approved and has not changed since."""
        return super().can_publish() and is_latest_approved(self.page)

    def can_publish_subpage(self) -> bool:
        """Never publish a page as it is created."""
        return False

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Delete only what never was public, and nothing that somebody has locked."""
        if not super().can_delete(ignore_bulk):
            return False
        return not (self.page_locked() or self._was_public())

    def can_move(self) -> bool:
        """Move what could be deleted in stock Wagtail: a moved page redirects, so one that was public may move."""
        return super().can_delete(ignore_bulk=True) and not self.page_locked()

    def _was_public(self) -> bool:
        return Page.objects.descendant_of(self.page, inclusive=True).filter(first_published_at__isnull=False).exists()
