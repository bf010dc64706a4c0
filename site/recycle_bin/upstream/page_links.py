"""Links in texts to pages that have no address, as those in the recycle bin.

Wagtail 8.0 writes `href="None"`, which readers' browsers follow. docs/deviations/deleting.md says when this can go.
"""

from typing import Any

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler


class AddressedPageLinkHandler(PageLinkHandler):
    """Leaves the target of a link out where the page has no address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        urls = [page.localized.url if page else None for page in cls.get_many(attrs_list)]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]
