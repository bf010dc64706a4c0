"""What changed on one page: found between two revisions, and kept as its state when the page is published."""

from collections.abc import Iterator

from content.factories import make_news, make_translation
from content.structure import load_structure
from news.models import NewsPage
from tools.bench.corpus import Corpus
from tools.bench.figures import Figure, milliseconds, time_figure
from tools.translation_bench.pages import Body, body_of, changed_body, paragraph, read_news
from tools.translation_bench.sizes import Size
from translation.models import PublishedText
from translation.truth.drift import drift_between
from translation.truth.measuring import refresh

MOST = 20  # milliseconds
PARAGRAPHS = 60
CHANGED = 10  # of them at most
REMARK = f"a page of {PARAGRAPHS} paragraphs, 1 to {CHANGED} of them changed"


def figures(size: Size) -> Iterator[Figure]:
    """Change some paragraphs of a long page, and all of them."""
    corpus = Corpus()
    body = body_of(paragraph(corpus) for _number in range(PARAGRAPHS))
    changes = [_changed(corpus, body, corpus.random.randrange(1, CHANGED + 1)) for _time in range(size.times)]
    _compare((body, changes[0]))  # what a process does once
    times = milliseconds(_compare, [(body, changed) for changed in changes])
    yield time_figure("what changed, found", times, MOST, REMARK)
    yield time_figure("what changed, found and kept", _kept(body, changes), MOST, REMARK)
    rewritten = [_changed(corpus, body, PARAGRAPHS) for _time in range(size.times // 10 or 2)]
    times = milliseconds(_compare, [(body, changed) for changed in rewritten])
    yield time_figure("what changed, found on a page that was rewritten", times, remark=f"all {PARAGRAPHS} paragraphs")


def _changed(corpus: Corpus, body: Body, number: int) -> Body:
    return changed_body(corpus, body, corpus.random.sample(range(PARAGRAPHS), number))


def _compare(bodies: tuple[Body, Body]) -> None:
    before, after = bodies
    if not drift_between(read_news(before), read_news(after)):
        raise RuntimeError("A change was not seen.")


def _kept(body: Body, changes: list[Body]) -> list[float]:
    """Return how long it takes to bring the state of a page up to date after each of some changes."""
    polish = make_news(load_structure()["pl"].sections["news"], body=body)
    make_translation(polish)
    times = []
    for number, changed in enumerate(changes):
        page = NewsPage.objects.get(pk=polish.pk)
        page.body = changed
        text = {"revision": page.save_revision(), "digest": str(number)}
        PublishedText.objects.filter(page=page).update(**text)
        times += milliseconds(refresh, [[page.pk]])
    return times
