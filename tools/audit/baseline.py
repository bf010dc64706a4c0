"""Renew the pictures of pages that the tests compare with. Look through what has changed before it is committed."""

import sys
from pathlib import Path

from tools import ROOT
from tools.audit import screenshots
from tools.audit.addresses import choose
from tools.audit.crawl import crawl
from tools.audit.site import demo_site
from tools.audit.tabs import chromium
from tools.chromium import REMEDY, find_chromium

FOLDER = ROOT / "tests" / "browser" / "baseline"
LARGEST = 2_100_000  # bytes, of all pictures together


def renew(folder: Path = FOLDER) -> int:
    """Take all pictures anew, and remove those of pages that are no more; return how many bytes they have."""
    folder.mkdir(parents=True, exist_ok=True)
    with demo_site() as site, chromium() as browser:
        views = screenshots.views(choose(crawl(site)))
        for view, picture in screenshots.take(browser, site, views):
            screenshots.save(picture, folder / view.name)
    for file in folder.glob("*.webp"):
        if file.name not in {view.name for view in views}:
            file.unlink()
    return sum(file.stat().st_size for file in folder.glob("*.webp"))


def main() -> None:
    """Renew the pictures, and say how to see what has changed."""
    if not find_chromium():
        sys.exit(f"Pictures are taken with Chromium, which is not here. To have it:  {REMEDY}")
    size = renew()
    print(f"{FOLDER.relative_to(ROOT)}: {size / 1000:.0f} kB. `git status` lists what has changed; look at it.")
    if size > LARGEST:
        sys.exit(f"That is more than {LARGEST / 1000:.0f} kB: lower the quality or the number of views.")


if __name__ == "__main__":
    main()
