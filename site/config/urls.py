"""Every address of the site, in one place."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from content.styleguide.views import styleguide
from core.errors import page_not_found
from core.feeds import SiteFeed
from core.icons import favicon_ico, favicon_svg, touch_icon
from core.social_images import social_image
from core.untranslated import ask_for_english, not_translated
from delivery.urls import language_patterns
from home.activity_text import activity_text
from library.serving import serve_document, serve_rendition
from news.calendar import calendar, event_calendar

handler400 = "core.errors.bad_request"
handler403 = "core.errors.permission_denied"
handler404 = "core.errors.page_not_found"
handler500 = "core.errors.server_error"

PAGES = r"((?:[\w-]+/)*)"  # the path of a page of the tree, as Wagtail has it

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d{1,18})/(.*)$", serve_document, name="wagtaildocs_serve"),  # before Wagtail's own
    re_path(r"^images/(\d{1,18})/([^/]+)$", serve_rendition, name="rendition"),
    path("", include("delivery.urls")),
    path("", include("operations.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("search.urls")),
    path("", include("home.reports.urls")),
    path("dzialalnosc.txt", activity_text, name="activity_text_pl"),
    path("en/activity.txt", activity_text, name="activity_text_en"),
    re_path(rf"^en/not-translated/{PAGES}$", not_translated, name="not_translated"),
    re_path(rf"^en/ask-for-english/{PAGES}$", ask_for_english, name="ask_for_english"),
    path("favicon.svg", favicon_svg, name="favicon_svg"),
    path("favicon.ico", favicon_ico, name="favicon_ico"),
    path("apple-touch-icon.png", touch_icon, name="touch_icon"),
    path("social/<int:page_id>-<slug:digest>.png", social_image, name="social_image"),
]

if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
    # Django's own report stands in for it while DEBUG is on
    urlpatterns += i18n_patterns(path("404/", page_not_found), prefix_default_language=False)

urlpatterns += i18n_patterns(
    path("rss.xml", SiteFeed(), name="feed"),
    path("calendar.ics", calendar, name="calendar"),
    path("calendar/<int:pk>.ics", event_calendar, name="event_calendar"),
    path("styleguide/", styleguide, name="styleguide"),
    path("", include(language_patterns)),
    path("", include("core.routing")),
    prefix_default_language=False,
)
