"""Who may have which pages back: those who could delete them where they stood."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User
from recycle_bin.models import BinnedPage
from recycle_bin.places import binned_above, by_path, former_place, homes_by_locale


def may_delete_pages(user: User | AnonymousUser) -> bool:
    """Whether a person may delete any page, by their role."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, {"add", "change"})


def rights_at(user: User | AnonymousUser, place: Page) -> frozenset[str]:
    """Return what a person's role lets them do at a page of the site, such as "change"; superusers do everything."""
    if user.is_superuser:
        return frozenset({"add", "change"})
    return frozenset(
        right.permission.codename.removesuffix("_page")
        for right in policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
        if place.path.startswith(right.page.path)
    )


def restorable(user: User | AnonymousUser) -> dict[int, BinnedPage]:
    """Return what a person may have back by their rights, by primary key, in a number of queries that never grows.

    Whoever may change pages where it stood may; whoever may only add pages there, if all of it is their own. What
    another page took along comes back with that one and is not here.
    """
    if not user.is_active or not may_delete_pages(user):
        return {}
    rows, homes = by_path(), homes_by_locale()
    tops = {row.pk: row for row in rows.values() if row.companion_of_id is None}
    places = {pk: former_place(row, rows, homes) for pk, row in tops.items()}
    shared = _with_pages_of_others(user)
    return {pk: row for pk, row in tops.items() if _has_right(user, places[pk], is_own=pk not in shared)}


def _has_right(user: User | AnonymousUser, place: Page | None, *, is_own: bool) -> bool:
    rights = rights_at(user, place) if place is not None else frozenset()
    return user.is_superuser or "change" in rights or ("add" in rights and is_own)


def _with_pages_of_others(user: User | AnonymousUser) -> frozenset[int]:
    others = Page.objects.filter(path__startswith=OuterRef("page__path")).exclude(owner_id=user.pk)
    return frozenset(BinnedPage.objects.filter(Exists(others)).values_list("pk", flat=True))


def binned_with(page: Page) -> BinnedPage | None:
    """Return the row that a page comes back with: its own, that of a page above it, or that of its Polish page."""
    rows = by_path()
    row = binned_above(page, rows)
    if row is None or row.companion_of_id is None:
        return row
    return next((each for each in rows.values() if each.pk == row.companion_of_id), row)
