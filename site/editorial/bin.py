"""Where pages stand that were deleted and can still be restored. Lists leave them out; `recycle_bin` puts them there.

Such a page stands below the root of the tree, outside every site, under a slug that only the recycle bin gives. So the
paths of all pages in the bin begin alike, and nobody has rights there: rights hang on the pages of the site.
"""

from django.db.models import Q
from django.dispatch import Signal
from wagtail.models import Page

from library.conditions import WrittenCondition

BIN_SLUG = "recycle-bin-"  # followed by the number of the page

bin_changed = Signal()  # sent with the page, as `instance`, that came into the bin or out of it, with all below it


def in_bin(prefix: str = "") -> Q:
    """Return the condition, for a query, that a page is in the recycle bin or below one that is.

    Args:
        prefix: the way from the queried model to the page, such as `page__`.
    """
    return Q(**{f"{prefix}url_path__startswith": f"/{BIN_SLUG}"})


def row_in_bin(page: str) -> WrittenCondition:
    """Return the same condition in written SQL, for a query that is made with each page that is saved.

    Args:
        page: the field of the queried model that holds the key of the page.
    """
    in_bin = "EXISTS (SELECT 1 FROM wagtailcore_page p WHERE p.id = {0} AND p.url_path LIKE %s)"
    return WrittenCondition(in_bin, page, values=(f"/{BIN_SLUG}%",))


def outside_bin(prefix: str = "") -> Q:
    """Return the condition, for a query, that a page is not in the recycle bin."""
    return ~in_bin(prefix)


def outside_bin_when_searched() -> Q:
    """Return the same condition for a query of pages that may be searched.

    Wagtail's search narrows by indexed fields only, and the path of the address is none of them.
    """
    return ~Q(pk__in=Page.objects.filter(in_bin()).values("pk"))


def is_in_bin(page: Page) -> bool:
    """Whether a page is in the recycle bin or below one that is."""
    return page.url_path.startswith(f"/{BIN_SLUG}")
