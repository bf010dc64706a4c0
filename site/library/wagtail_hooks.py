"""Where the library meets Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from library.serving import serve_private_file


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Give private files an address for those who may use the admin."""
    return [path("files/<path:name>", serve_private_file, name="private_file")]
