"""Production's settings, but for files with digests in their names, which take long to be made."""

from config.settings.production import *  # noqa: F403 - production, and what differs from it
from config.settings.production import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
