"""The WSGI application, for any server: `granian --interface wsgi site/config/wsgi.py:application`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for source_root in (str(ROOT), str(ROOT / "site")):
    if source_root not in sys.path:
        sys.path.append(source_root)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - the path comes first

application = get_wsgi_application()
