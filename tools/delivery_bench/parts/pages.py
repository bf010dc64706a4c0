"""What a page costs that nothing keeps: time of processors, as a multiple of the constant view's."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from statistics import median

from news.models import NewsPage
from tools.bench.figures import Figure
from tools.delivery_bench.large import News
from tools.delivery_bench.load import Load, load
from tools.delivery_bench.site import GRANIAN, GUNICORN, KEEPS_NOTHING, UNCACHED, Served, Site
from tools.delivery_bench.sizes import Size

HOME, ITEM, INDEX = "home page", "news item", "list of news"
MOST = {HOME: 25.0, ITEM: 18.0, INDEX: 22.0}


def figures(site: Site, size: Size) -> Iterator[Figure]:
    """Yield a figure for each page and server; those of gunicorn have limits."""
    addresses = addresses_of(size)
    for server in servers(size):
        with site.served(server, **UNCACHED) as served:
            for name, path in addresses.items():
                yield compared(f"{name}, {server}", served, path, size, MOST[name] if server == GUNICORN else None)
    if size.beside:
        with site.served(GUNICORN, **UNCACHED, **{KEEPS_NOTHING: "yes"}) as served:
            for name, path in addresses.items():
                yield compared(f"{name}, no part of it kept either", served, path, size, None)


def servers(size: Size) -> list[str]:
    """Return the servers to measure with: the one with limits, and beside it the other if it is installed."""
    return [GUNICORN, *([GRANIAN] if size.beside and find_spec(GRANIAN) else [])]


def addresses_of(size: Size) -> dict[str, str]:
    """Return the path of each page: the newest item is that of the site's own content, if it has any."""
    if not size.example:
        News(size.texts).grow(size.news[0])
    item = NewsPage.objects.live().filter(locale__language_code="pl").order_by("-date", "pk")[0]
    return {HOME: "/", ITEM: item.get_url() or "", INDEX: item.get_parent().get_url() or ""}


def compared(name: str, served: Served, path: str, size: Size, at_most: float | None) -> Figure:
    """Ask for a page and the constant view in turns, and return the median of their ratios."""
    constant = f"{served.address}/constant/{len(served.read(path))}/"
    pairs = [
        (load(f"{served.address}{path}", size.seconds, served.workers), load(constant, size.seconds, served.workers))
        for _round in range(size.rounds)
    ]
    ratio = median(page.milliseconds / same.milliseconds for page, same in pairs)
    pages, constants = zip(*pairs, strict=True)
    said = f"{_milliseconds(pages)} ms, constant {_milliseconds(constants)} ms"
    return Figure(f"CPU: {name}", ratio, "×", at_most=at_most, remark=said)


def _milliseconds(loads: Sequence[Load]) -> str:
    return f"{median(each.milliseconds for each in loads):.3g}"
