"""One section of the desk, whole."""

from typing import Any, cast

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from accounts.models import User
from editorial.desk.rows import Section
from editorial.desk.sources import Pile, piles
from editorial.views.paginator import PagePaginator

ROWS = 50  # of each page of the list


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """Lists all rows of one section, in the order of the desk."""

    template_name = "editorial/desk/section.html"
    header_icon = "tasks"

    @cached_property
    def section(self) -> Section:
        """The section at this address.

        Raises:
            Http404: there is none of this name.
        """
        try:
            return Section(self.kwargs["section"])
        except ValueError:
            raise Http404 from None

    @cached_property
    def number(self) -> int:
        """Which page of the list is wanted; the first, where the address names none."""
        given = self.request.GET.get("p", "")
        return max(int(given), 1) if given.isascii() and given.isdigit() and len(given) < 6 else 1

    def get_page_title(self) -> str:
        return str(self.section.label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = piles(cast(User, self.request.user), self.number * ROWS, [self.section])
        pile = found[0] if found else Pile(self.section, [], 0)
        # The rows before this page are known too, those after it are not: only their number counts.
        page = PagePaginator(range(pile.total), ROWS).get_page(self.number)
        start = (page.number - 1) * ROWS
        return {
            **super().get_context_data(**kwargs),
            "pile": pile,
            "rows": pile.rows[start : start + ROWS],
            "page_obj": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
        }
