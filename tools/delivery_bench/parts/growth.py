"""What a page takes that nothing keeps, on a site with few news items and on one with very many."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from urllib.parse import quote

from tools.bench.figures import Figure
from tools.delivery_bench.asking import Reader
from tools.delivery_bench.large import FIXED, FIXED_TIMES, News
from tools.delivery_bench.site import Site
from tools.delivery_bench.sizes import Size

MOST_TIMES = 2.0
MOST_SECONDS = 1.0
INDEX, ITEM, FEED, SEARCH = "list of news", "news item", "feed", "search"
PAGES = (INDEX, ITEM, FEED, SEARCH)
SITEMAP = ("/sitemap.xml", "/sitemap-1.xml")


def figures(_site: Site, size: Size) -> Iterator[Figure]:
    """Yield the queries and times of each page at each number of items, then how they have grown, then the sitemap."""
    news, reader = News(size.texts), Reader()
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    queries: dict[str, list[int]] = {name: [] for name in PAGES}
    for number in size.news:
        news.grow(number)
        for name in PAGES:
            paths = paths_of(name, news, size)
            times[name].append(median(reader.milliseconds(paths)))
            queries[name].append(reader.queries(paths[:FIXED_TIMES]))
        for path in SITEMAP if number == size.news[-1] else ():
            seconds = median(reader.first_byte(path) for _time in range(3))
            yield Figure(f"first byte of {path}", seconds, "s", at_most=MOST_SECONDS, remark=f"{number:,} items")
    among = "at " + ", ".join(f"{number:,}" for number in size.news) + " items"
    for name in PAGES:
        said = " / ".join(f"{each:.3g}" for each in times[name])
        grown = times[name][-1] / times[name][0]
        yield Figure(f"time: {name}", grown, "×", at_most=MOST_TIMES, remark=f"{said} ms {among}")
    for name in PAGES:
        more = sum(abs(after - before) for before, after in pairwise(queries[name]))
        said = " / ".join(map(str, queries[name]))
        yield Figure(f"queries that differ: {name}", more, at_most=0, remark=f"{said} {among}")


def paths_of(name: str, news: News, size: Size) -> list[str]:
    """Return as many paths of a page as it is asked for; news items are others each time."""
    if name == ITEM:
        return news.addresses(number % size.news[0] for number in range(size.times))
    query = f"/szukaj/?q={quote(FIXED)}"
    path = {INDEX: f"/{news.parent.slug}/", FEED: "/rss.xml", SEARCH: query}[name]
    return [path] * size.times
