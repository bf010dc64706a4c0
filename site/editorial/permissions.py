"""What a person may do with a page, as the admin asks it. The guard decides in the end; this is its friendly front."""

from wagtail.models import Page, PagePermissionTester

from editorial.bin import is_in_bin
from editorial.decisions import why_not_delete


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

    def has_delete_right(self, ignore_bulk: bool = False) -> bool:
        """Whether the person's role lets them delete this page, whatever its state."""
        return super().can_delete(ignore_bulk)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Delete what the rules let the person delete. It goes to the recycle bin."""
        return why_not_delete(self.user, self.page) is None

    def can_move(self) -> bool:
        """Move what could be deleted in stock Wagtail: a moved page redirects, so one that was public may move."""
        return self.has_delete_right(ignore_bulk=True) and not self.page_locked()

    def can_move_to(self, destination: Page) -> bool:
        """Nothing is moved into the recycle bin but by deleting it, and what is locked stays, for superusers too."""
        return not is_in_bin(destination) and self.can_move() and super().can_move_to(destination)

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        """Nothing is copied into the recycle bin."""
        return not is_in_bin(destination) and super().can_copy_to(destination, recursive)


def _never(*_args: object, **_options: object) -> bool:
    return False


class BinnedPagePermissionTester(GovernedPagePermissionTester):
    """Of a page in the recycle bin: nobody may do anything with it. Restoring it is asked of `recycle_bin`.

    Every question of Wagtail's tester is answered, also one that a later version adds.
    """


for _name in dir(GovernedPagePermissionTester):
    if _name.startswith(("can_", "has_")):
        setattr(BinnedPagePermissionTester, _name, _never)
