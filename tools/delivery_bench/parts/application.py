"""How fast the application answers with pages that it keeps, as a share of how fast the constant view is."""

from collections.abc import Iterator
from statistics import median

from tools.bench.figures import Figure
from tools.delivery_bench.load import load
from tools.delivery_bench.parts.pages import addresses_of, servers
from tools.delivery_bench.site import CACHED, GUNICORN, Served, Site
from tools.delivery_bench.sizes import Size

LEAST = 0.8


def figures(site: Site, size: Size) -> Iterator[Figure]:
    """Yield a figure for each page and server; those of gunicorn have a limit."""
    addresses = addresses_of(size)
    for server in servers(size):
        with site.served(server, **CACHED) as served:
            for name, path in addresses.items():
                yield compared(f"{name}, {server}", served, path, size, LEAST if server == GUNICORN else None)


def compared(name: str, served: Served, path: str, size: Size, at_least: float | None) -> Figure:
    """Ask for a page and the constant view in turns, and return the median of their ratios."""
    for _time in range(10):  # each worker keeps its own
        content = served.read(path)
    shares, speeds = [], []
    for _round in range(size.rounds):
        page = load(f"{served.address}{path}", size.seconds, served.workers)
        constant = load(f"{served.address}/constant/{len(content)}/", size.seconds, served.workers)
        shares.append(page.per_second / constant.per_second)
        speeds.append((page.per_second, constant.per_second))
    said = " and ".join(f"{median(each):,.0f}" for each in zip(*speeds, strict=True))
    return Figure(f"kept: {name}", median(shares), "×", at_least=at_least, remark=f"{said} of the constant a second")
