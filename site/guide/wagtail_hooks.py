"""Where the guide enters the admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guide.views import TITLE


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give our views their addresses."""
    return [path("guide/", include("guide.admin_urls"))]


@hooks.register("register_help_menu_item")
def register_menu_item() -> MenuItem:
    """Put the guide first in the help menu."""
    return MenuItem(TITLE, reverse("guide:index"), name="guide", icon_name="doc-full", order=100)


@hooks.register("construct_help_menu")
def drop_wagtails_guides(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out Wagtail's own guide and news: they tell of buttons that are not there, such as “Publish”."""
    items[:] = [item for item in items if item.name != "editor-guide" and not item.name.startswith("whats-new")]
