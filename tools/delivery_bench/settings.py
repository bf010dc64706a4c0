"""Production's settings, with one address more: what pages are compared with."""

import os

from config.settings.production import *  # noqa: F403 - production, and what differs from it
from config.settings.production import CACHES
from tools.delivery_bench.site import KEEPS_NOTHING

ROOT_URLCONF = "tools.delivery_bench.urls"
if os.environ.get(KEEPS_NOTHING):  # beside PAGE_CACHE=false: every page is made as if it were the first of a process
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
