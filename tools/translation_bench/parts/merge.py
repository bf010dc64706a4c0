"""The structure of a long Polish page brought over into its English page: merged, and saved as a draft."""

from collections.abc import Iterator
from itertools import chain, islice, repeat
from random import Random

from content.factories import full_body, make_document, make_image, make_news, make_translation
from content.structure import load_structure
from editorial.publishing import publish_loaded_content
from news.models import NewsPage
from tools.bench.figures import Figure, milliseconds, time_figure
from tools.translation_bench.pages import Body, as_english
from tools.translation_bench.people import make_people
from tools.translation_bench.sizes import Size
from translation.merging.bringing import bring_over_structure, prepare

MOST = 500  # milliseconds; whoever asks for it waits
MOVED = 10  # one of so many blocks stands elsewhere in Polish, one is gone, and one is new


def figures(size: Size) -> Iterator[Figure]:
    """Change the structure of a Polish page with every kind of block, and bring it over each time."""
    structure, translator = load_structure(), make_people()["translator"]
    blocks = _blocks()
    body = list(islice(blocks, size.blocks))
    polish = make_news(structure["pl"].sections["news"], body=body)
    english = make_translation(polish, body=as_english(body))
    chance = Random(3)  # noqa: S311 - no secret
    merged, brought = [], []
    for _time in range(size.times // 10 or 2):
        body = _rearranged(chance, body, blocks)
        page = NewsPage.objects.get(pk=polish.pk)
        page.body = body
        publish_loaded_content(page, "Measured")
        english = NewsPage.objects.get(pk=english.pk)
        merged += milliseconds(prepare, [english])
        brought += milliseconds(lambda page: bring_over_structure(page, translator), [english])
    draft = NewsPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    if [each["id"] for each in draft.body.raw_data] != [each["id"] for each in body]:
        raise RuntimeError("The English draft has another structure.")
    remark = f"{size.blocks} blocks of every kind, {3 * size.blocks // MOVED} of them moved, gone or new"
    yield time_figure("structure merged", merged, MOST, remark)
    yield time_figure("structure merged and saved", brought, MOST, remark)


def _blocks() -> Iterator[dict]:
    """Yield blocks of every kind without end."""
    image, document = make_image(), make_document()
    return chain.from_iterable(full_body(image, document) for _none in repeat(None))


def _rearranged(chance: Random, body: Body, blocks: Iterator[dict]) -> Body:
    """Return a body with as many blocks, some of them at another place, some of them new."""
    body = list(body)
    for _number in range(max(1, len(body) // MOVED)):
        body.insert(chance.randrange(len(body)), body.pop(chance.randrange(len(body))))
        body[chance.randrange(len(body))] = next(blocks)
    return body
