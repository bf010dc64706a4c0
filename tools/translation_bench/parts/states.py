"""The states of all pages, found again from the pages by the command that does it beside the site."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db.models import F, Max
from django.utils import timezone
from wagtail.models import Revision, get_default_page_content_type

from content.factories import make_news
from content.structure import load_structure
from news.models import NewsPage
from tools.bench.corpus import Corpus
from tools.bench.database import analyse
from tools.bench.figures import Figure, milliseconds
from tools.translation_bench.large_site import Drift, State, make_large_site
from tools.translation_bench.pages import Body, body_of, changed_body, paragraph
from tools.translation_bench.people import make_people
from tools.translation_bench.sizes import Size
from translation.models import PublishedText, TranslationState

MOST = 60  # seconds
PARAGRAPHS = 8
CHANGED = 2  # of them
DIFFERENT = 500  # paragraphs, of which all pages are made
ALL_DRIFTED = ((State.DRIFTED, Drift.WORDING, True, True),)


def figures(size: Size) -> Iterator[Figure]:
    """Recompute the states of pages all of which have changed in Polish, which none other takes longer than."""
    structure = load_structure()
    like = make_news(structure["pl"].sections["news"]).serializable_data()
    first = make_large_site(structure, make_people(), size.pages, ALL_DRIFTED)
    _give_texts(first, size.pages, like)
    analyse()
    took = milliseconds(lambda command: call_command(command, stdout=StringIO()), ["refresh_translations"])[0]
    states = TranslationState.objects.filter(source_id__gte=first)
    if states.filter(drift=Drift.NONE).exists() or states.exclude(words_left__gt=0).exists():
        raise RuntimeError("A change was not seen.")
    remark = f"{size.pages} pages of {PARAGRAPHS} paragraphs, {CHANGED} or {CHANGED + 1} of them changed in each"
    yield Figure("all states recomputed", took / 1000, "s", at_most=MOST, remark=remark)


def _give_texts(first: int, pages: int, like: dict[str, Any]) -> None:
    """Give Polish pages two revisions each: one that the English page is true to, and one that readers see."""
    last = Revision.objects.aggregate(last=Max("pk"))["last"]
    base, kind = get_default_page_content_type(), ContentType.objects.get_for_model(NewsPage)
    now = timezone.now()
    Revision.objects.bulk_create(
        (
            Revision(
                pk=last + 1 + number,
                object_id=str(first + number // 2),
                content_type=kind,
                base_content_type=base,
                created_at=now,
                content={**like, "pk": first + number // 2, "body": json.dumps(body)},
            )
            for number, body in enumerate(_bodies(pages))
        ),
        batch_size=1_000,
    )
    before = last + 1 + 2 * (F("key") - first)
    texts = PublishedText.objects.filter(page_id__gte=first).annotate(key=F("page_id"))
    texts.update(revision=before + 1)
    states = TranslationState.objects.filter(source_id__gte=first).annotate(key=F("source_id"))
    states.update(true_to=before)


def _bodies(pages: int) -> Iterator[Body]:
    """Yield the older and the newer body of each page."""
    corpus = Corpus()
    paragraphs = [paragraph(corpus) for _number in range(DIFFERENT)]
    for _page in range(pages):
        body = body_of(corpus.random.sample(paragraphs, PARAGRAPHS))
        yield body
        first, *others = changed_body(corpus, body, corpus.random.sample(range(PARAGRAPHS), CHANGED))
        # Some changes are slips of the pen alone, which are no drift; a new sentence is
        yield [{**first, "value": first["value"].replace("</p>", f" {corpus.text_of(8)}</p>")}, *others]
