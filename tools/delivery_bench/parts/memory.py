"""How much memory a worker takes after many requests for pages that differ, with production's caches."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from urllib.error import HTTPError
from urllib.request import urlopen

from tools.bench.figures import Figure
from tools.delivery_bench.large import COMMON, News
from tools.delivery_bench.processes import megabytes
from tools.delivery_bench.site import CACHED, Site
from tools.delivery_bench.sizes import Size

MOST_MEGABYTES = 250
MOST_GROWTH = 1.05
OTHERS = ("/", "/en/", "/rss.xml", "/sitemap.xml", "/robots.txt", "/wydarzenia/", "/calendar.ics", "/none/")


def figures(site: Site, size: Size) -> Iterator[Figure]:
    """Yield the memory of the larger worker after the last request, and how it has grown since the first look."""
    first, last = size.requests
    news = News(size.texts)
    news.grow(size.searched[0])
    paths = cycle(paths_of(news))
    with site.served(**CACHED) as served:
        seen = []
        for number in (first, last - first):
            with ThreadPoolExecutor(len(served.workers)) as readers:
                list(readers.map(_ask, (served.address + path for path in islice(paths, number))))
            seen.append([megabytes(pid) for pid in served.workers])
    before, after = map(max, seen)
    said = f"after {first:,} and {last:,} requests: {before:.0f} and {after:.0f} MB"
    yield Figure("memory of a worker", after, "MB", at_most=MOST_MEGABYTES, remark=said)
    growth = max(new / old for old, new in zip(*seen, strict=True))
    yield Figure("growth of a worker", growth, "×", at_most=MOST_GROWTH, remark=said)


def paths_of(news: News) -> list[str]:
    """Return paths of all sorts: more pages than a process keeps, and beside each some that it does not keep."""
    items = news.addresses(range(news.number))
    paths = []
    for number, item in enumerate(items):
        paths += [item, OTHERS[number % len(OTHERS)]]
        if number % 10 == 0:
            year = 2026 - number % 10
            paths += [f"/szukaj/?q={COMMON}&page={1 + number % 7}", f"/{news.parent.slug}/?year={year}"]
    return paths


def _ask(address: str) -> None:
    try:
        urlopen(address, timeout=60).read()  # noqa: S310 - our own server
    except HTTPError as error:  # of an address that is not there, and was meant to be none
        error.close()
        if error.code != 404:
            raise
