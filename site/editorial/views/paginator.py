"""Lists of pages in parts, and how many pages there are in all, which Polish says in three ways."""

from django.utils.functional import cached_property
from django.utils.translation import ngettext
from wagtail.admin.paginator import WagtailPaginator


class PagePaginator(WagtailPaginator):
    """Wagtail's, which would join a number and the name of a model as English does, or call the pages items."""

    @cached_property
    def items_count_label(self) -> str:
        """How many pages there are."""
        return ngettext("%(number)s page", "%(number)s pages", self.count) % {"number": self.count}
