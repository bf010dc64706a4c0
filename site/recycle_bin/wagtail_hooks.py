"""Where the recycle bin enters the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.query import PageQuerySet

from editorial.bin import outside_bin_when_searched
from recycle_bin.access import may_delete_pages
from recycle_bin.page_views import AFTER_WAGTAIL
from recycle_bin.upstream.page_links import AddressedPageLinkHandler
from recycle_bin.views.delete import DeletePagesBulkAction

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


@hooks.register("construct_page_chooser_queryset")
def leave_bin_out_of_choosers(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer no page in the recycle bin where a page is chosen."""
    return pages.filter(outside_bin_when_searched())


@hooks.register("register_rich_text_features", order=AFTER_WAGTAIL)
def register_links(features: Any) -> None:
    """Put our links to pages in place of Wagtail's."""
    features.register_link_type(AddressedPageLinkHandler)
