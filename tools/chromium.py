"""The browser that tests and the audit drive: where it is, and how it starts on any machine."""

import os
import shutil

from tools import SUDO

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = f"{SUDO}apt-get install chromium"
# No sandbox, since Chromium refuses to start one as root; and nothing that it would ask the internet for by itself
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters as they are in their file, so that they take the same room on every machine
    "--font-render-hinting=none",
    "--disable-lcd-text",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one that `CHROMIUM` names, or Debian's, or Chrome."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
