"""Wagtail's views of pages, but for the one that deletes."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.utils.functional import cached_property
from wagtail.admin.viewsets.pages import PageViewSet

from recycle_bin.views.delete import DeletePageView

AFTER_WAGTAIL = 100  # what is registered last under a name counts


class BinningPageViewSet(PageViewSet):
    """Deletes into the recycle bin. `core` registers it, with what other rooms change."""

    delete_view_class = DeletePageView

    @cached_property
    def delete_view(self) -> Callable[..., HttpResponseBase]:
        return self.construct_view(self.delete_view_class, header_icon=DeletePageView.header_icon)
