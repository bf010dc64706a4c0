"""Many live news items in a minute: written in bulk, past all signals, with their rows of the search index."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import UUID, uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from content.loading import block
from home.models import ActivityAreaPage
from news.models import NewsIndexPage, NewsPage
from tools.bench.corpus import Corpus
from translation.models import TranslationState

AT_ONCE = 2_000
DAYS = 10 * 365  # over which the items are spread, however many there are
COMMON = "kwarcyt"  # stands in a third of the items
FIXED = "bazalt"  # stands in the first ten items and in no other
FIXED_TIMES = 10
PARAGRAPHS = 3


@dataclass(frozen=True)
class Text:
    """What an item says."""

    title: str
    lead: str
    body: str

    @property
    def words(self) -> set[str]:
        """Its words, in small letters."""
        return {word.strip(".,") for word in f"{self.title} {self.lead}".lower().split()}


class News:
    """The news of the Polish site: those that are made here, the newest numbers last."""

    def __init__(self, texts: int) -> None:
        """Begin with none.

        Args:
            texts: that differ. The items beyond so many say again what others say, but for the first ones.
        """
        self.parent = NewsIndexPage.objects.select_related("locale").get(locale__language_code="pl")
        self.first = Page.objects.aggregate(last=Max("pk"))["last"] + 1000
        self.number = 0
        corpus = Corpus()
        self.texts = [self._written(corpus, number) for number in range(texts)]

    def grow(self, number: int) -> None:
        """Make as many items as there are not yet, up to a number in all, and let the database count its rows."""
        for start in range(self.number, number, AT_ONCE):
            self._add(range(start, min(start + AT_ONCE, number)))
        self.parent.refresh_from_db()
        self.parent.numchild += number - self.number
        self.parent.save(clean=False, update_fields=["numchild"])
        self.number = max(number, self.number)
        if connection.vendor == "postgresql":  # which does so by itself after a while
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")
        else:  # as every night
            call_command("analyse_database", verbosity=0)

    def item(self, number: int) -> NewsPage:
        """Return an item."""
        return NewsPage.objects.get(pk=self.first + number)

    def addresses(self, numbers: Iterable[int]) -> list[str]:
        """Return the paths of items."""
        return [f"/{self.parent.slug}/{self._slug(number)}/" for number in numbers]

    def text_of(self, number: int) -> int:
        """Return which text an item has: each is there once, then all but the first ones come again and again."""
        texts = len(self.texts)
        return number if number < texts else FIXED_TIMES + (number - texts) % (texts - FIXED_TIMES)

    @cached_property
    def _areas(self) -> list[int]:
        areas = ActivityAreaPage.objects.filter(locale=self.parent.locale)
        return list(areas.order_by("number").values_list("pk", flat=True))

    @staticmethod
    def _slug(number: int) -> str:
        return f"large-{number}"

    @staticmethod
    def _written(corpus: Corpus, number: int) -> Text:
        lead = corpus.text_of(corpus.random.randrange(15, 30))
        planted = [COMMON] * (number % 3 == 0) + [FIXED] * (number < FIXED_TIMES)
        paragraphs = [corpus.text_of(corpus.random.randrange(30, 80)) for _paragraph in range(PARAGRAPHS)]
        body = [block(uuid4(), "text", f"<p>{paragraph}</p>") for paragraph in paragraphs]
        return Text(corpus.text_of(6), " ".join([lead, *planted])[:500], json.dumps(body))

    def _add(self, numbers: range) -> None:
        pages = [self._page(number) for number in numbers]
        Page.objects.bulk_create(
            Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields})
            for page in pages
        )
        # What a news item has beside a page. Django writes rows of models with a parent one by one only.
        NewsPage._base_manager.all()._batched_insert(pages, NewsPage._meta.local_concrete_fields, batch_size=None)
        if self._areas:
            through = NewsPage.areas.through
            through._base_manager.bulk_create(
                through(newspage_id=page.pk, activityareapage_id=self._areas[number % len(self._areas)])
                for number, page in zip(numbers, pages, strict=True)
            )
        TranslationState.objects.bulk_create(TranslationState(source_id=page.pk) for page in pages)
        texts = len(self.texts)
        if new := [page for number, page in zip(numbers, pages, strict=True) if number < texts]:
            get_search_backend().add_bulk(NewsPage, list(NewsPage.objects.filter(pk__in=[page.pk for page in new])))
        if numbers[-1] >= texts:
            self._copy_index(max(numbers[0], texts), numbers[-1])

    def _page(self, number: int) -> NewsPage:
        text, now = self.texts[self.text_of(number)], timezone.now()
        key = self.first + number
        page = NewsPage(
            pk=key,
            page_ptr_id=key,
            translation_key=UUID(int=key),
            title=text.title,
            draft_title=text.title,
            slug=self._slug(number),
            path=Page._get_path(self.parent.path, self.parent.depth + 1, number + 10_000),
            depth=self.parent.depth + 1,
            url_path=f"{self.parent.url_path}{self._slug(number)}/",
            content_type=ContentType.objects.get_for_model(NewsPage),
            locale=self.parent.locale,
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
            live_revision_id=self.parent.live_revision_id,
            latest_revision_id=self.parent.live_revision_id,
            live=True,
            lead=text.lead,
            body=text.body,
            date=timezone.localdate() - timedelta(days=number * 37 % DAYS),
        )
        page.id = key
        return page

    def _copy_index(self, start: int, stop: int) -> None:
        """Give items the rows of the index that others with the same text have. They take long to be made anew."""
        copied = [field.column for field in IndexEntry._meta.concrete_fields if not field.primary_key]
        columns = ", ".join(f'"{name}"' for name in copied)
        chosen = ", ".join("CAST(page.id AS text)" if name == "object_id" else f'entry."{name}"' for name in copied)
        table, texts = IndexEntry._meta.db_table, len(self.texts)
        with connection.cursor() as cursor:
            cursor.execute(
                f'INSERT INTO "{table}" ({columns}) SELECT {chosen} FROM wagtailcore_page page '  # noqa: S608 - our names
                f'JOIN "{table}" entry ON entry.object_id = '
                "CAST(%s + (page.id - %s) %% %s AS text) AND entry.content_type_id = page.content_type_id "
                "WHERE page.id BETWEEN %s AND %s",
                [
                    self.first + FIXED_TIMES,
                    self.first + texts,
                    texts - FIXED_TIMES,
                    self.first + start,
                    self.first + stop,
                ],
            )
