"""Settings that hold in every environment. Each environment's module imports these by name."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "site"
VAR = ROOT / "var"


MACHINES = "wagtail_localize.machine_translators"


def machine_translator(name: str, url: str, key: str) -> dict[str, Any] | None:
    """Return wagtail-localize's setting for a machine translator, or None where no name is given.

    Raises:
        ImproperlyConfigured: the name is none that we know, or the service lacks its address or its key.
    """
    if not name:
        return None
    if name == "libretranslate" and url:
        options = {"LIBRETRANSLATE_URL": url.rstrip("/"), "API_KEY": key, "TIMEOUT": 10}
        return {"CLASS": f"{MACHINES}.libretranslate.LibreTranslator", "OPTIONS": options}
    if name == "deepl" and key:
        return {"CLASS": f"{MACHINES}.deepl.DeepLTranslator", "OPTIONS": {"AUTH_KEY": key, "TIMEOUT": 10}}
    raise ImproperlyConfigured(
        "MACHINE_TRANSLATOR is libretranslate, with MACHINE_TRANSLATOR_URL, or deepl, with MACHINE_TRANSLATOR_KEY."
    )


def frontend_caches(name: str, *, location: str, key: str, zone: str) -> dict[str, dict[str, Any]]:
    """Return Wagtail's setting for the cache in front of the site, or nothing where none is named.

    Raises:
        ImproperlyConfigured: the name is none that we know, or it lacks what it needs.
    """
    if not name:
        return {}
    if name == "varnish" and location:
        return {"varnish": {"BACKEND": "delivery.caching.frontends.Varnish", "LOCATION": location, "KEY": key}}
    if name == "cloudflare" and key and zone:
        backend = "delivery.caching.frontends.Cloudflare"
        return {"cloudflare": {"BACKEND": backend, "BEARER_TOKEN": key, "ZONEID": zone}}
    raise ImproperlyConfigured(
        "FRONTEND_CACHE is varnish, with FRONTEND_CACHE_LOCATION, or cloudflare, with FRONTEND_CACHE_KEY and "
        "FRONTEND_CACHE_ZONE."
    )


TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}


def tasks(name: str) -> dict[str, Any]:
    """Return the setting for tasks: run at once within the request, or kept in the database for a worker.

    Raises:
        ImproperlyConfigured: the name is none that we know.
    """
    if name not in TASK_BACKENDS:
        raise ImproperlyConfigured("TASKS is immediate, or database with `manage.py db_worker` beside the server.")
    return {"default": {"BACKEND": TASK_BACKENDS[name]}}


def database(default: str | None = None) -> dict[str, Any]:
    """Return the database at `DATABASE_URL`; SQLite with what lets several processes use one file.

    Args:
        default: an address to use where the environment has none.

    Raises:
        ImproperlyConfigured: it is no address of a database.
    """
    config: dict[str, Any] = env.db("DATABASE_URL", **({} if default is None else {"default": default}))
    if not config.get("ENGINE"):
        raise ImproperlyConfigured(
            "DATABASE_URL is no address of a database, such as postgres://user:password@host/name."
        )
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config.setdefault("OPTIONS", {}).update(
            {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            }
        )
    return config


# Where things start
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
WAGTAILIMAGES_IMAGE_MODEL = "library.CustomImage"
WAGTAILDOCS_DOCUMENT_MODEL = "library.CustomDocument"

# Ours stand before Wagtail's where they shadow a template or a command of it.
INSTALLED_APPS = [
    "content",
    "home",
    "news",
    "publications",
    "members",
    "checks",
    "core",
    "translation",
    "search",
    "delivery",
    "operations",
    "notifications",
    "recycle_bin",
    "editorial",
    "accounts.apps.AccountsConfig",
    "library",
    "guide",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.apps.WagtailUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.CompressText",
    "delivery.caching.middleware.KeepWhatIsForEveryone",
    "core.middleware.ContentSecurityPolicyByAddress",
    "core.middleware.PermissionsPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.LanguageOfTheAddress",
    "core.middleware.RefuseNulBytes",
    "core.middleware.RefuseMalformedAdminRequests",
    "django.middleware.common.CommonMiddleware",
    "core.middleware.ProtectionOfForms",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "editorial.middleware.ExplainRefusals",
    "recycle_bin.middleware.LeadToTheBin",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# Languages. The first one is the source of every page that has both.
LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", "Polski"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [SOURCE / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Warsaw"
WAGTAIL_USER_TIME_ZONES = ["Europe/Warsaw"]

# Translation: ordinary pages in the ordinary editor (docs/deviations/).
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# Publishing: what ends a workflow publishes the revision that was approved.
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.publishing.publish_approved"
# So many characters of words, no fact among them, may an approver correct in what others have written
APPROVERS_OWN_CHARACTERS = 12
# After so many days the desk reminds a person of a draft that they have not gone on with
DRAFTS_GO_QUIET_AFTER_DAYS = 14
# Days that a deleted page can be restored
RECYCLE_BIN_DAYS = 30
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# Days that a notification is kept after it was sent or given up
NOTIFICATIONS_KEPT_DAYS = env.int("NOTIFICATIONS_KEPT_DAYS", default=90)
WAGTAILADMIN_COMMENTS_ENABLED = True

# Uploads
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# On each format's own scale to 100, measured to look alike on photographs (docs/decisions/0008-renditions.md)
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 75
WAGTAILIMAGES_JPEG_QUALITY = 76
WAGTAILIMAGES_IMAGE_FORM_BASE = "library.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "library.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "geojson", "mp4", "ods", "odt", "pdf", "pptx", "txt", "vtt", "webm", "xlsx", "zip"),
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# What a player reads, by name and not by what the machine's own table of types says
WAGTAILDOCS_CONTENT_TYPES = {"mp4": "video/mp4", "vtt": "text/vtt", "webm": "video/webm"}
# Every other document is a download, never a page of ours
WAGTAILDOCS_INLINE_CONTENT_TYPES = list(WAGTAILDOCS_CONTENT_TYPES.values())

# The admin: its name, its sign-in, and nothing fetched from or told to others
WAGTAIL_SITE_NAME = _("Website of the association")
WAGTAILADMIN_USER_LOGIN_FORM = "accounts.forms.SignInForm"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_ENABLED = True
# PostgreSQL's own default depends on the machine; "simple" finds words as they are written, in any language.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend", "SEARCH_CONFIG": "simple"}}
WAGTAILREDIRECTS_AUTO_CREATE = False  # delivery.redirects makes them
WAGTAIL_ALLOW_UNICODE_SLUGS = False
TAGGIT_CASE_INSENSITIVE = True

# Sign-in, throttled per account and address
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # or the time that we name would not hold
AXES_DISABLE_ACCESS_LOG = True  # who signed in when, from where, is personal data that nobody here needs
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "accounts.sign_in.locked_out"
AXES_CLIENT_IP_CALLABLE = "accounts.sign_in.client_address"
# How many proxies of ours stand in front, each of which appends to X-Forwarded-For. None is trusted unless told.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
# Mails with a link for a new password, per hour
PASSWORD_RESETS_PER_EMAIL = 3
PASSWORD_RESETS_PER_ADDRESS = 20
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "accounts.password_reset.LocalizedPasswordResetForm"  # noqa: S105 - a name
LOGIN_URL = "wagtailadmin_login"
WAGTAIL_FRONTEND_LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
CSRF_FAILURE_VIEW = "core.errors.csrf_failure"
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # it looks for Django's own middleware; ProtectionOfForms is made from it

# Readers' forms: wrong passwords for protected pages and documents in 15 minutes; reports and votes in an hour
PAGE_PASSWORDS_PER_ADDRESS = 10
REPORTS_PER_ADDRESS = 10
TRANSLATION_VOTES_PER_ADDRESS = 30
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "delivery/password.html"  # noqa: S105 - a template
# Days that a report of a problem with accessibility is kept after it was closed
REPORTS_KEPT_DAYS = env.int("REPORTS_KEPT_DAYS", default=365)

# Days that it is kept what was searched and not found, and how often
MISSED_SEARCHES_KEPT_DAYS = env.int("MISSED_SEARCHES_KEPT_DAYS", default=90)

# Suggestions for translators. Off unless a service is named; what is sent to it is the text of one passage.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator(
    env.str("MACHINE_TRANSLATOR", default=""),
    url=env.str("MACHINE_TRANSLATOR_URL", default=""),
    key=env.str("MACHINE_TRANSLATOR_KEY", default=""),
)

# Files
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [SOURCE / "static"]
STATICFILES_FINDERS = [
    "core.stylesheets.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# Uploads and what is made of them are private: views hand them out, after asking who may see them. Public is only what
# live pages show of images (docs/operators/storage.md).
PRIVATE_ROOT = Path(env.str("PRIVATE_ROOT", default=str(VAR / "private")))
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "library.storage.PrivateStorage"},
    "public": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Cache: of this process, or shared
REDIS_URL = env.str("REDIS_URL", default="")
CACHES: dict[str, dict[str, Any]] = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        # Room for what is counted (limits of readers' forms) beside the parts of pages: what is full forgets both.
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
    ),
    # Whole answers for readers (delivery.caching)
    "pages": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "pages"}
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "pages",
            "OPTIONS": {"MAX_ENTRIES": 400},
        }
    ),
}

# Caches of pages, each of them optional (docs/operators/caching.md). Off for development and tests.
PAGE_CACHE = False
SHARED_PARTS = False  # whether what many pages have, such as the menu, is made once for them
PAGE_CACHE_SECONDS = 300  # that an answer is kept here at most, though every change is noticed
WAGTAILFRONTENDCACHE: dict[str, dict[str, Any]] = {}
# What a cache in front may do: keep an answer, show it while it asks again, show it while the site is down
SHARED_SECONDS, STALE_SECONDS, STALE_IF_ERROR_SECONDS = 300, 10, 24 * 3600

# Tasks: what follows a publication, such as sizes of images and the search index (docs/operators/background.md)
TASKS = tasks(env.str("TASKS", default="immediate"))

# Players of videos at providers, which a reader's click puts into a page (core.videos). No other frame is allowed.
VIDEO_PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]

# What a browser may do with our pages. The admin's own inline scripts need more (core.middleware).
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],  # previews in the admin are frames
        "frame-src": VIDEO_PLAYERS,
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it for its previews
SECURE_REFERRER_POLICY = "same-origin"
