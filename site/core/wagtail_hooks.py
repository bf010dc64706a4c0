"""Where the rooms below give Wagtail's views of pages what they add to them, and what every view of the admin gets."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from core.upstream.rich_text_links import register_links
from recycle_bin.page_views import AFTER_WAGTAIL, BinningPageViewSet
from translation.source_panel.side_panel import SourceBesideEditView


class SitePageViewSet(BinningPageViewSet):
    """Wagtail's views of pages: deleting leads to the recycle bin, and the Polish text stands beside English pages."""

    edit_view_class = SourceBesideEditView


hooks.register("register_admin_viewset", SitePageViewSet, order=AFTER_WAGTAIL)
hooks.register("register_rich_text_features", register_links, order=AFTER_WAGTAIL)


@hooks.register("insert_global_admin_js")
def calendar_script() -> SafeString:
    """Let no calendar open over what has the focus after its field."""
    return format_html('<script src="{}"></script>', static("core/calendars.js"))
