"""The site as it runs in production, and beside it what a web server does there: it hands out `/media/`."""

import os

from whitenoise import WhiteNoise

from tools.audit.clock import set_clock

set_clock()

from config.wsgi import application as site  # noqa: E402 - the clock comes first

# Renditions are made while the site runs, so the folder is looked into at each request.
application = WhiteNoise(site, root=os.environ["MEDIA_ROOT"], prefix="media/", autorefresh=True)
