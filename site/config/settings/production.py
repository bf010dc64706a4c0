"""Settings for a public site. Every needed value comes from the environment; a missing one stops the start, named."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403 - an environment is the base and what differs from it
from config.settings.base import env

NEEDED = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "WAGTAILADMIN_BASE_URL")
missing = [name for name in NEEDED if not env.str(name, default="").strip()]
if missing:
    raise ImproperlyConfigured(
        "Missing environment variables: " + ", ".join(missing) + ". docs/operators/settings.md lists every one."
    )

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL")
DATABASES = {"default": {**env.db("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
