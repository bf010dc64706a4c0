"""The texts of pages: paragraphs of sentences that nobody wrote, and changes of them."""

import json
import re
from collections.abc import Collection, Iterable
from typing import Any
from uuid import uuid4

from content.loading import block
from news.models import NewsPage
from tools.bench.corpus import Corpus
from translation.segments import Part, Path, parts_of

Body = list[dict[str, Any]]
WORDS_CHANGED = 3  # of a paragraph
BETWEEN_TAGS = re.compile(r">[^<]+")
OTHERS = str.maketrans("ai", "oe")


def paragraph(corpus: Corpus) -> str:
    """Return one to three sentences."""
    sentences = corpus.random.randrange(1, 4)
    return " ".join(corpus.text_of(corpus.random.randrange(7, 25)) for _sentence in range(sentences))


def body_of(paragraphs: Iterable[str]) -> Body:
    """Return the raw value of a body that has a block for each paragraph."""
    return [block(uuid4(), "text", f"<p>{each}</p>") for each in paragraphs]


def changed_body(corpus: Corpus, body: Body, places: Collection[int]) -> Body:
    """Return a body in some paragraphs of which a few words are others, numbers among them."""
    return [
        {**each, "value": f"<p>{corpus.changed(each['value'][3:-4], WORDS_CHANGED)}</p>"} if place in places else each
        for place, each in enumerate(body)
    ]


def as_english(body: Body) -> Body:
    """Return a body with the same blocks, whose paragraphs are others, as those of a translation would be."""
    return [
        {**each, "value": BETWEEN_TAGS.sub(lambda text: text.group().translate(OTHERS), each["value"])}
        if each["type"] == "text"
        else each
        for each in body
    ]


def read_news(body: Body) -> dict[Path, Part]:
    """Return the parts of a news page with a body, read anew."""
    return parts_of({"title": "Title", "lead": "What happened.", "body": json.dumps(body)}, NewsPage)
