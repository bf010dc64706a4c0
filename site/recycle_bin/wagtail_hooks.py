"""Where the recycle bin enters the admin."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLResolver, include, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.navigation import get_site_for_user
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.bin import outside_bin_when_searched
from recycle_bin.access import may_delete_pages
from recycle_bin.places import in_bin, is_in_bin
from recycle_bin.upstream.page_links import AddressedPageLinkHandler
from recycle_bin.views.delete import DeletePagesBulkAction, DeletePageView

AFTER_WAGTAIL = 100  # what is registered last under a name counts


class BinningPageViewSet(PageViewSet):
    """Wagtail's views of pages, but for the one that deletes."""

    delete_view_class = DeletePageView

    @cached_property
    def delete_view(self) -> Callable[..., HttpResponseBase]:
        return self.construct_view(self.delete_view_class, header_icon=DeletePageView.header_icon)


hooks.register("register_admin_viewset", BinningPageViewSet, order=AFTER_WAGTAIL)
hooks.register("register_bulk_action", DeletePagesBulkAction, order=AFTER_WAGTAIL)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give our views their addresses."""
    return [path("recycle-bin/", include("recycle_bin.admin_urls"))]


class RecycleBinMenuItem(MenuItem):
    """The recycle bin, for those who may delete pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_delete_pages(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    """Put the recycle bin after the pages and what is made of them."""
    return RecycleBinMenuItem(
        _("Recycle bin"), reverse("recycle_bin:list"), name="recycle-bin", icon_name="bin", order=900
    )


class RecentEditsOutsideBin(RecentEditsPanel):
    """What a person has edited last, without what was deleted since."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["last_edits"] = [(when, page) for when, page in context["last_edits"] if not is_in_bin(page)]
        return context


class PagesOutsideBin(PagesSummaryItem):
    """How many pages there are, without those that were deleted."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        counted = get_site_for_user(self.request.user)["root_page"]
        if counted is not None:
            context["total_pages"] -= Page.objects.filter(in_bin(), path__startswith=counted.path).count()
        return context


@hooks.register("construct_homepage_panels", order=AFTER_WAGTAIL)
def leave_bin_out_of_recent_edits(request: HttpRequest, panels: list[Component]) -> None:
    """Put our panel of recent edits in place of Wagtail's."""
    panels[:] = [RecentEditsOutsideBin() if type(panel) is RecentEditsPanel else panel for panel in panels]


@hooks.register("construct_homepage_summary_items", order=AFTER_WAGTAIL)
def leave_bin_out_of_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Put our count of pages in place of Wagtail's."""
    items[:] = [PagesOutsideBin(request) if type(item) is PagesSummaryItem else item for item in items]


@hooks.register("construct_page_chooser_queryset")
def leave_bin_out_of_choosers(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer no page in the recycle bin where a page is chosen."""
    return pages.filter(outside_bin_when_searched())


@hooks.register("register_rich_text_features", order=AFTER_WAGTAIL)
def register_links(features: Any) -> None:
    """Put our links to pages in place of Wagtail's."""
    features.register_link_type(AddressedPageLinkHandler)
