"""Where pages stand in the recycle bin, where they stood before, and how they get from one place to the other.

What lists need to leave the pages in the bin out is in `editorial.bin`, and to be had here too.
"""

from collections.abc import Mapping

from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from editorial.bin import BIN_SLUG, bin_changed, in_bin, is_in_bin, outside_bin
from editorial.decisions import HOME_DEPTH
from recycle_bin.models import BinnedPage

__all__ = [
    "bin_slug",
    "binned_above",
    "by_path",
    "former_place",
    "homes_by_locale",
    "in_bin",
    "is_in_bin",
    "outside_bin",
    "put",
]


def bin_slug(page: Page) -> str:
    """Return the slug of a page while it is in the bin. What it was called is kept beside it."""
    return f"{BIN_SLUG}{page.pk}"


def put(page: Page, target: Page, position: str, slug: str) -> Page:
    """Move a page with all below it to another place and another slug at once, and return it as it is then.

    Wagtail's own `Page.move()` would ask for the old slug to be free at the new place. The numbers of the pages stay,
    and with them all that refers to them.

    Args:
        position: of treebeard, such as "last-child" of `target` or "left" of it.
    """
    MP_Node.move(Page.objects.get(pk=page.pk), Page.objects.get(pk=target.pk), pos=position)
    moved = Page.objects.get(pk=page.pk)
    moved.slug = slug
    moved.save()  # with the new addresses of all below it
    bin_changed.send(sender=type(moved), instance=moved)
    return moved


def by_path() -> dict[str, BinnedPage]:
    """Return all that is in the bin, with its pages, by the paths of these."""
    rows = BinnedPage.objects.select_related("page__locale", "page__content_type", "parent", "user")
    return {row.page.path: row for row in rows}


def binned_above(page: Page, rows: Mapping[str, BinnedPage]) -> BinnedPage | None:
    """Return the row of the page in the bin that `page` is or stands below. Such rows are as deep as home pages."""
    return rows.get(page.path[: HOME_DEPTH * page.steplen])


def former_place(binned: BinnedPage, rows: Mapping[str, BinnedPage], homes: Mapping[int, Page]) -> Page | None:
    """Return the page outside the bin whose rights hold for what stood below it.

    That is the page it stood below; where that one is in the bin too, the one which that stood below; where it is gone,
    the home page of the language.

    Args:
        rows: `by_path()`
        homes: the home page of each language, by the primary key of its locale.
    """
    parent = binned.parent
    while parent is not None and is_in_bin(parent):
        holder = binned_above(parent, rows)
        parent = holder.parent if holder else None
    return parent or homes.get(binned.page.locale_id)


def homes_by_locale() -> dict[int, Page]:
    """Return the home page of each language, by the primary key of its locale."""
    return {page.locale_id: page for page in Page.objects.filter(outside_bin(), depth=HOME_DEPTH).order_by("-path")}
