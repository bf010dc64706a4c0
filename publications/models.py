"""What the association publishes: strategies, reports, guides."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from stdnum import isbn, issn
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.blocks import BODY_BLOCKS, FileBlock
from core.collation import polish_key
from core.facts import FactGroup
from core.fields import BodyField
from core.filters import FilterForm, RelationFilter, ValueFilter
from core.index_pages import IndexPage, IndexPageMixin, add_area_titles
from core.models import BasePage
from core.relations import related_pages
from core.structured_data import Node
from library.conditions import is_child_of
from publications.structured_data import publication_node
from publications.validators import validate_isbn, validate_issn
from translation.locales import in_source_language


class PublicationPage(BasePage):
    """One publication with its files."""

    class Kind(models.TextChoices):
        """What sort of publication it is."""

        STRATEGY = "strategy", _("strategy")
        REPORT = "report", _("report")
        ANALYSIS = "analysis", _("analysis")
        GUIDE = "guide", _("guide")
        BOOK = "book", _("book")
        LEAFLET = "leaflet", _("leaflet")
        OTHER = "other", _("other")

    template = "publications/publication_page.html"
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A strategy, report, guide or book, with its files.")
    picture_presets = {"cover": ("cover",)}
    search_year = "year"
    source_owned_fields = ("kind", "authors", "year", "publisher", "isbn", "issn", "cover", "areas")

    kind = models.CharField(
        _("type"), max_length=20, choices=Kind, default=Kind.REPORT, help_text=_("What sort of publication it is.")
    )
    authors = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("Names as on the title page, with commas between.")
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        help_text=_("The year on the title page, in four digits."),
        validators=[
            MinValueValidator(1900, _("Give the year in four digits, from 1900 on.")),
            MaxValueValidator(2100, _("Give the year in four digits, no later than 2100.")),
        ],
    )
    publisher = models.CharField(
        _("publisher"), max_length=200, blank=True, help_text=_("Who published it, as on the title page.")
    )
    isbn = models.CharField(
        "ISBN", max_length=20, blank=True, validators=[validate_isbn], help_text=_("Ten or thirteen digits.")
    )
    issn = models.CharField(
        "ISSN",
        max_length=12,
        blank=True,
        validators=[validate_issn],
        help_text=_("Eight digits, for a series or a journal."),
    )
    cover = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A picture of the title page. Without it, lists show only the title."),
    )
    summary = models.TextField(_("summary"), max_length=800, help_text=_("Two or three sentences. Lists show them."))
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("What readers should know beyond the summary, in blocks: text, images, tables."),
    )
    files = BodyField(
        [("file", FileBlock())],
        verbose_name=_("files"),
        blank=True,
        help_text=_("The publication to download, one row for each file and language."),
    )
    areas = ParentalManyToManyField(
        "home.ActivityAreaPage",
        related_name="publications",
        blank=True,
        limit_choices_to=in_source_language,
        verbose_name=_("activity areas"),
        help_text=_("The areas that this publication belongs to. Their pages show it."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("authors"),
                FieldPanel("year"),
                FieldPanel("publisher"),
                FieldPanel("isbn"),
                FieldPanel("issn"),
                FieldPanel("cover"),
            ],
            heading=_("The publication"),
        ),
        FieldPanel("files"),
        FieldPanel("body"),
        FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("authors"),
        index.SearchField("publisher"),
        index.SearchField("isbn"),
        index.SearchField("issn"),
        index.SearchField("files"),
        index.SearchField("body"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [models.Index(fields=["-year"], name="publications_by_year")]

    # Titles of the areas in the reader's language, filled by a list that shows them
    area_titles: Sequence[str] = ()

    @property
    def listed_files(self) -> list[Any]:
        """The values of its files, each with `document`, `title`, `language` and `description`."""
        return [each.value for each in self.files]

    @property
    def shown_isbn(self) -> str:
        """The ISBN with its hyphens, however it was typed."""
        return isbn.format(self.isbn) if self.isbn else ""

    @property
    def shown_issn(self) -> str:
        """The ISSN with its hyphen, however it was typed."""
        return issn.format(self.issn) if self.issn else ""

    @property
    def kicker(self) -> str:
        return f"{self.get_kind_display()}, {self.year}"

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put first what its title page says."""
        return [
            FactGroup(gettext("The publication"), "publications/components/facts.html"),
            *super().fact_groups(request),
        ]

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Add the publication."""
        return [*super().structured_data(request), publication_node(request, self)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the areas it belongs to, in the reader's language."""
        return {
            **super().get_context(request, *args, **kwargs),
            "areas": related_pages(self, "areas").defer_streamfields().order_by("number"),
        }


class PublicationIndexPage(IndexPageMixin, IndexPage):
    """All publications, newest first."""

    template = "publications/publication_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["publications.PublicationPage"]
    page_description = _("Lists the publications, newest first.")

    class Meta:
        verbose_name = _("list of publications")
        verbose_name_plural = _("lists of publications")

    pictures_in_list = {"cover": ("cover",)}
    filters = (
        ValueFilter("type", _("Type"), "kind", labels=PublicationPage.Kind),
        RelationFilter("area", _("Activity area"), PublicationPage, "areas", order="number"),
        ValueFilter("year", _("Year"), "year"),
    )

    def listed_pages(self) -> PageQuerySet:
        """Return the publications, in no order yet."""
        return PublicationPage.objects.filter(is_child_of(self))

    def keys(self, pages: PageQuerySet, chosen: Mapping[str, str]) -> list[int]:
        """Return the newest year first, and each year by the Polish alphabet."""
        rows = pages.values_list("year", "title", "pk")
        return [key for _year, _title, key in sorted(rows, key=lambda row: (-row[0], polish_key(row[1]), row[2]))]

    def load(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the publications with their covers."""
        return super().load(pages).select_related("cover")

    def prepare(self, pages: list[PublicationPage], form: FilterForm) -> None:
        """Give each publication the titles of its areas in the reader's language."""
        add_area_titles(pages, form)
