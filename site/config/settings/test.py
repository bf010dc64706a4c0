"""Settings for the tests: production's behaviour (DEBUG off), on SQLite or on the database at DATABASE_URL."""

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403 - an environment is the base and what differs from it
from config.settings.base import database

DEBUG = False
SECRET_KEY = "for-tests-only"  # noqa: S105 - production reads its own
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
WAGTAILADMIN_BASE_URL = "http://localhost"
DATABASES = {"default": database("sqlite://:memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "strona@example.org"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="stowarzyszenie-tests-"))
PRIVATE_ROOT = Path(tempfile.mkdtemp(prefix="stowarzyszenie-tests-"))
