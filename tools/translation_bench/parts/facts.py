"""The facts of a long page compared with those of its English page, as before each approval."""

from collections.abc import Iterator

import yaml

from tools.bench.figures import Figure, milliseconds, time_figure
from tools.corpus import corpora
from tools.translation_bench.pages import Body, body_of, read_news
from tools.translation_bench.sizes import Size
from translation.truth.parity import differences

MOST = 500  # milliseconds; whoever submits a page waits for it


def figures(size: Size) -> Iterator[Figure]:
    """Compare a page whose paragraphs are the passages of the corpora that the rules are measured with."""
    polish, english = _bodies(size.blocks)
    bodies = [(polish, english)] * (size.times // 5 or 2)
    first = milliseconds(_compare, bodies[:1])[0]
    remark = f"{size.blocks} paragraphs, a fact or more in each"
    yield Figure("facts of a page compared for the first time in a process", first, "ms", remark=remark)
    yield time_figure("facts of a page compared", milliseconds(_compare, bodies), MOST, remark)


def _bodies(blocks: int) -> tuple[Body, Body]:
    pairs = [pair for path in corpora() for pair in yaml.safe_load(path.read_text(encoding="utf-8"))["pairs"]]
    some = [pairs[number % len(pairs)] for number in range(blocks)]
    polish = body_of(pair["pl"] for pair in some)
    english = [{**each, "value": f"<p>{pair['en']}</p>"} for each, pair in zip(polish, some, strict=True)]
    return polish, english


def _compare(bodies: tuple[Body, Body]) -> None:
    polish, english = bodies
    differences(read_news(polish), read_news(english))
