"""What goes into the recycle bin with a page: its versions in other languages, and those of the pages below it."""

from wagtail import hooks
from wagtail.models import Page

from recycle_bin.places import is_in_bin


def companions_of(page: Page) -> list[Page]:
    """Return the pages that a page takes along, each with all below it, in the order of the tree.

    Those who know of such pages tell by Wagtail's hook `construct_translated_pages_to_cascade_actions`.
    """
    pages = list(page.get_descendants(inclusive=True))
    found = {
        each.path: each
        for find in hooks.get_hooks("construct_translated_pages_to_cascade_actions")
        for others in (find(pages, "delete") or {}).values()
        for each in others
        if not is_in_bin(each) and not each.path.startswith(page.path)
    }
    tops: list[Page] = []
    for path in sorted(found):
        if not tops or not path.startswith(tops[-1].path):
            tops.append(found[path])
    return tops
