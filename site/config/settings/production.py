"""Settings for a public site. Every needed value comes from the environment; a missing one stops the start, named.

docs/operators/settings.md lists every variable.
"""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403 - an environment is the base and what differs from it
from config.settings.base import CONTENT_SECURITY_POLICY, STORAGES, TRUSTED_PROXIES, database, env, frontend_caches
from config.settings.buckets import buckets, image_source

NEEDED = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "WAGTAILADMIN_BASE_URL")
SHORTEST_SECRET = 50

missing = [name for name in NEEDED if not env.str(name, default="").strip()]
if missing:
    raise ImproperlyConfigured(
        "Missing environment variables: " + ", ".join(missing) + ". docs/operators/settings.md lists every one."
    )

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
if len(SECRET_KEY) < SHORTEST_SECRET or len(set(SECRET_KEY)) < 5:
    raise ImproperlyConfigured(
        f"SECRET_KEY must be a random text of at least {SHORTEST_SECRET} characters. "
        "`openssl rand -base64 60 | tr -d '\\n'` makes one."
    )
ALLOWED_HOSTS = [host.strip() for host in env.list("ALLOWED_HOSTS") if host.strip()]
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's own hosts; “*” would let anybody's name through.")
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL").rstrip("/")
_base = urlsplit(WAGTAILADMIN_BASE_URL)
if _base.scheme not in {"http", "https"} or not _base.hostname:
    raise ImproperlyConfigured("WAGTAILADMIN_BASE_URL must be the whole address, such as https://www.example.org.")
CSRF_TRUSTED_ORIGINS = [f"{_base.scheme}://{_base.netloc}"]
DATABASES = {"default": {**database(), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}

# HTTPS everywhere. The probes of a load balancer come without it.
SECURE_SSL_REDIRECT = env.bool("HTTPS_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Caches of pages: in Redis or in each process, and in front of the site
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
SHARED_PARTS = env.bool("SHARED_PARTS", default=True)
WAGTAILFRONTENDCACHE = frontend_caches(
    env.str("FRONTEND_CACHE", default=""),
    location=env.str("FRONTEND_CACHE_LOCATION", default=""),
    key=env.str("FRONTEND_CACHE_KEY", default=""),
    zone=env.str("FRONTEND_CACHE_ZONE", default=""),
)

# Cookies, which only people who sign in get. `__Host-` lets no other host or path set them.
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"

# Static files with a digest in their names, compressed, kept for ever by browsers; other files in buckets, if any
S3_PUBLIC_URL = env.str("S3_PUBLIC_URL", default="")
_buckets = buckets(
    private=env.str("S3_PRIVATE_BUCKET", default=""),
    public=env.str("S3_PUBLIC_BUCKET", default=""),
    public_url=S3_PUBLIC_URL,
    endpoint=env.str("S3_ENDPOINT_URL", default=""),
    region=env.str("S3_REGION", default=""),
    access_key=env.str("S3_ACCESS_KEY", default=""),
    secret_key=env.str("S3_SECRET_KEY", default=""),
)
STORAGES = {
    **STORAGES,
    **_buckets,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if _buckets:
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] += image_source(S3_PUBLIC_URL)

# E-mail
_email: dict[str, Any] = env.email_url("EMAIL_URL", default="smtp://localhost:25")
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email["EMAIL_HOST"]
EMAIL_PORT = _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"noreply@{_base.hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Everything that is logged goes to stderr, where the service manager collects it.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO").upper()},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
