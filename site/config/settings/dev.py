"""Settings for a developer's machine and for `make run`: SQLite under var/, demo accounts, mail to the console."""

from config.settings.base import *  # noqa: F403 - an environment is the base and what differs from it
from config.settings.base import VAR, database, env

DEBUG = True
SECRET_KEY = "development-only-never-in-production"  # noqa: S105 - production reads its own
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default="http://127.0.0.1:8000")
DATABASES = {"default": database(f"sqlite:///{VAR / 'site.sqlite3'}")}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = "strona@example.org"
