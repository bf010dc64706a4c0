"""Settings for a developer's machine and for `make run`: SQLite under var/, demo accounts, mail to the console."""

from config.settings.base import *  # noqa: F403 - an environment is the base and what differs from it
from config.settings.base import VAR, env

DEBUG = True
SECRET_KEY = "development-only-never-in-production"  # noqa: S105 - production reads its own
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default="http://127.0.0.1:8000")
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'site.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    )
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = "strona@example.org"
