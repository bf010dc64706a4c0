"""The page that every page type is made from."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction

from core.facts import FactGroup, common_groups
from core.forms import PageForm
from core.outdated import Outdated
from core.pictures import Shown, pictures_in
from core.structured_data import Node, web_page
from editorial.take_downs import TakeDown
from editorial.visibility import readable_pages
from library.readers import restrictions_of
from search.fields import SearchedMixin
from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE, locale_of
from translation.mixins import SourceOwnedMixin

RESERVED_SLUGS = frozenset(
    {
        "admin",
        "api",
        "apple-touch-icon",
        "ask-for-english",
        "calendar",
        "documents",
        "en",
        "favicon",
        "feed",
        "health",
        "images",
        "media",
        "not-translated",
        "pl",
        "report-a-problem",
        "robots",
        "rss",
        "search",
        "sitemap",
        "social",
        "static",
        "styleguide",
        "szukaj",
        "zglos-problem",
    }
)


class BasePage(SearchedMixin, SourceOwnedMixin):
    """A page in one language, governed by approval, with what is not language owned by the Polish page."""

    page_description: ClassVar[str | Promise]  # for staff who choose the type of a page
    default_description: ClassVar[str | Promise] = ""  # for search engines, of a page whose staff wrote none
    outdated: Outdated | None = None  # for a translation whose source says something else now: core.routing knows
    withdrawal: TakeDown | None = None  # where the page is marked as withdrawn: core.routing knows
    is_private: bool = True  # it may be; core.routing knows of the page that a reader asks for

    responsible = models.CharField(
        _("responsible for the content"),
        max_length=120,
        blank=True,
        help_text=_("The person or unit that the record of the page names. Empty: the association."),
    )

    settings_panels = [*SourceOwnedMixin.settings_panels, FieldPanel("responsible")]
    search_fields = [*SourceOwnedMixin.search_fields, *SearchedMixin.search_fields]
    # How Open Graph and schema.org name what the page itself is
    open_graph_type: ClassVar[str] = "website"
    web_page_type: ClassVar[str] = "WebPage"
    # The presets that readers see each of its images as, by the name of the field: `{"cover": ("cover",)}`
    picture_presets: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    base_form_class = PageForm

    class Meta:
        abstract = True

    @property
    def language_code(self) -> str:
        """The language that it is written in, without a query."""
        return TARGET_LANGUAGE if self.is_translation else SOURCE_LANGUAGE

    @property
    def headline(self) -> str:
        """What stands at the head of the page, and on pictures of it."""
        return self.title

    @property
    def kicker(self) -> str:
        """What sort of page it is, for pictures of it, in the language that is active; empty if its section says so."""
        return ""

    @property
    def published_at(self) -> str:
        """When readers first saw the page, in ISO 8601 with the offset from UTC, or nothing."""
        return self._as_iso(self.first_published_at)

    @property
    def modified_at(self) -> str:
        """When a change of the page was last published, in ISO 8601 with the offset from UTC, or nothing."""
        return self._as_iso(self.last_published_at)

    @staticmethod
    def _as_iso(moment: datetime | None) -> str:
        return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Return the page, and what it is about, in the words of schema.org: nodes of a graph, without a context.

        A page type adds its own to those of `super()`, in no query beyond those that its template needs.
        """
        return [web_page(request, self)]

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Return what the page says without words, in the language that is active, for readers who have no version.

        A page type puts its own before those of `super()`, each with a component that its template uses too.
        """
        return common_groups(request, self)

    @cached_property
    def counterpart(self) -> Page | None:
        """The page in the other language that readers may see, or None."""
        for language, _name in settings.LANGUAGES:
            locale = locale_of(language)
            if locale.pk != self.locale_id:
                translations = Page.objects.filter(translation_key=self.translation_key)
                if counterpart := readable_pages(translations, locale).first():
                    counterpart.locale = locale
                    return counterpart
        return None

    def pictures(self) -> Iterator[Shown]:
        """Yield every image that readers see of this page, here and in lists, with the names of its presets."""
        for name, presets in self.picture_presets.items():
            if image := getattr(self, name):
                yield from ((image, preset) for preset in presets)
        for field in self._meta.get_fields():
            if isinstance(field, StreamField):
                yield from pictures_in(field.stream_block, getattr(self, field.name))

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions of this page, or none, without a query, where it is known to be public."""
        return restrictions_of(self) if self.is_private else PageViewRestriction.objects.none()

    def clean(self) -> None:
        """Refuse a slug that an address of the site itself uses.

        Raises:
            ValidationError: on `slug`.
        """
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("The site uses the address “%(slug)s” itself. Choose another.") % {"slug": self.slug}}
            )
