"""How long readers wait for what they search, and how long the index takes to be built anew."""

from collections import Counter
from collections.abc import Iterator
from statistics import median
from time import perf_counter
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection

from search.matching import keys_of_pages_with
from search.words import as_search_query, plain_parts, take_apart
from tools.bench.figures import Figure, time_figure
from tools.delivery_bench.asking import Reader
from tools.delivery_bench.large import COMMON, News
from tools.delivery_bench.site import Site
from tools.delivery_bench.sizes import Size

MOST_MILLISECONDS = {"postgresql": 60, "sqlite": 150}
MOST_FOR_COMMON = 500  # ms
MOST_TIMES = 3.0
MOST_QUERIES = 8
MOST_SECONDS = 300  # of building the index anew
RARE = 0.01  # share of all pages
SHORTEST = 5  # letters of a word that is looked for


def figures(_site: Site, size: Size) -> Iterator[Figure]:
    """Yield times at each number of items, how they have grown, queries, and the time of a new index."""
    news, reader = News(size.texts), Reader()
    grown: list[float] = []
    queries = 0
    for number in size.steps:
        news.grow(number)
        if number == size.reindexed:
            yield reindexed(number)
        if number not in size.searched:
            continue
        words = rare_words(news, size.times)
        rare = [f"/szukaj/?q={quote(word)}" for word in words]
        common = f"/szukaj/?q={COMMON}"
        times = reader.milliseconds(rare)
        grown.append(median(times))
        is_last = number == size.searched[-1]
        most = MOST_MILLISECONDS[connection.vendor] if is_last else None
        said = f"{len(words)} words on {number:,} items"
        yield time_figure(f"rare words, {number:,} items", times, most, said)
        most = MOST_FOR_COMMON if is_last else None
        said = f"on {pages_found(COMMON):,} pages"
        yield time_figure(f"a common word, {number:,} items", reader.milliseconds([common] * size.times), most, said)
        queries = max(queries, reader.queries([*rare[:10], common]))
    between = " / ".join(f"{each:.3g}" for each in grown)
    yield Figure("time: rare words", grown[-1] / grown[0], "×", at_most=MOST_TIMES, remark=f"medians {between} ms")
    yield Figure("queries, at most", queries, at_most=MOST_QUERIES)


def reindexed(number: int) -> Figure:
    """Build the whole index anew."""
    started = perf_counter()
    call_command("update_index", verbosity=0)
    seconds = perf_counter() - started
    return Figure("the index built anew", seconds, "s", at_most=MOST_SECONDS, remark=f"{number:,} items")


def rare_words(news: News, number: int) -> list[str]:
    """Return words that stand in some items, and in any of their forms on at most one of a hundred pages."""
    counts = Counter(word for text in news.texts for word in text.words)
    # Those of the most texts first, so that what is found is as much as may be
    known = [word for word, _count in counts.most_common() if word.isalpha() and len(word) >= SHORTEST]
    found: list[str] = []
    for word in known:
        if 0 < pages_found(word) <= max(RARE * news.number, 1):
            found.append(word)
        if len(found) == number:
            break
    return found


def pages_found(word: str) -> int:
    """Return how many pages have a word in any of its forms."""
    return keys_of_pages_with(as_search_query(plain_parts(take_apart(word).words), "pl")).count()
