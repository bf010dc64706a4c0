"""Addresses outside the page tree: for robots and watchers, and what comes with a page."""

from django.urls import path
from django.views.generic import RedirectView

from delivery import health, passwords, sitemap

# The same in every language. They stand before Wagtail's own of the same address.
urlpatterns = [
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        passwords.document_password,
        name="document_password",
    ),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.sitemap_part, name="sitemap_part"),
    path("health/live/", health.live, name="health_live"),
    path("health/ready/", health.ready, name="health_ready"),
]

# Once in each language. They stand before Wagtail's own of the same address.
language_patterns = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        passwords.page_password,
        name="page_password",
    ),
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)),
]
