"""The members of the association: municipalities and counties."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.blocks import BODY_BLOCKS
from core.collation import polish_key
from core.dates import date_text
from core.facts import FactGroup
from core.fields import BodyField
from core.filters import ValueFilter
from core.index_pages import IndexPage, IndexPageMixin
from core.landscape import landscape
from core.listings import listings_by, shown_listing
from core.models import BasePage
from core.structured_data import Node
from core.validators import validate_phone
from library.conditions import is_child_of
from members.checks import check_facts, check_membership, check_position, check_teryt
from members.structured_data import member_node

# How many items a profile shows of each listing
ITEMS_OF_MEMBER = 5


def ended(left_on: datetime.date | None, today: datetime.date) -> bool:
    """Whether a membership has ended. The day it ends on still belongs to it."""
    return left_on is not None and left_on < today


class MemberPage(BasePage):
    """The profile of one member."""

    class Kind(models.TextChoices):
        """What kind of local government it is."""

        RURAL = "rural", _("rural municipality")
        URBAN = "urban", _("urban municipality")
        URBAN_RURAL = "urban_rural", _("urban-rural municipality")
        CITY = "city", _("city with county rights")
        COUNTY = "county", _("county")

    class HeadFunction(models.TextChoices):
        """The title of the head of the executive."""

        WOJT = "wojt", _("head of the municipality (wójt)")
        MAYOR = "burmistrz", _("mayor (burmistrz)")
        CITY_MAYOR = "prezydent", _("city mayor (prezydent miasta)")
        STAROST = "starosta", _("head of the county (starosta)")

    template = "members/member_page.html"
    parent_page_types = ["members.MemberIndexPage"]
    subpage_types: list[str] = []
    page_description = _("The profile of a municipality or county.")
    picture_presets = {"coat_of_arms": ("sign",)}
    source_owned_fields = (
        "kind",
        "official_name",
        "teryt",
        "head_name",
        "head_function",
        "address",
        "phone",
        "email",
        "website",
        "bip_url",
        "coat_of_arms",
        "population",
        "population_date",
        "area_km2",
        "area_date",
        "joined_on",
        "accession_resolution",
        "left_on",
        "latitude",
        "longitude",
    )

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind, help_text=_("The last digit of the TERYT code must agree with it.")
    )
    official_name = models.CharField(
        _("official name"), max_length=200, help_text=_("In Polish, as in official letters, in every language version.")
    )
    teryt = models.CharField(
        "TERYT", max_length=7, help_text=_("Seven digits; four for a county. The register of Statistics Poland has it.")
    )
    summary = models.TextField(
        _("summary"), max_length=500, blank=True, help_text=_("One or two sentences. Lists show them.")
    )
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("What readers should know about this member, in blocks: text, images, tables, files."),
    )
    head_name = models.CharField(
        _("head of the executive"), max_length=120, blank=True, help_text=_("Name and surname, without titles.")
    )
    head_function = models.CharField(
        _("function"),
        max_length=20,
        choices=HeadFunction,
        blank=True,
        help_text=_("The office that this person holds."),
    )
    address = models.TextField(
        _("address"),
        blank=True,
        help_text=_("Of the office: street and number, then postcode and town on a line of their own."),
    )
    phone = models.CharField(
        _("phone"),
        max_length=40,
        blank=True,
        validators=[validate_phone],
        help_text=_("Of the office, with the country code: +48 and nine digits."),
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Of the office, not of a person."))
    website = models.URLField(
        _("website"), blank=True, help_text=_("The whole address of the member’s own website, with https://.")
    )
    bip_url = models.URLField(
        _("address of the BIP"), blank=True, help_text=_("The member’s public information bulletin, with https://.")
    )
    coat_of_arms = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("coat of arms"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The official drawing, on a transparent ground if there is one."),
    )
    population = models.PositiveIntegerField(
        _("population"),
        null=True,
        blank=True,
        help_text=_("The number of inhabitants, without spaces. Its date and source are then needed."),
    )
    population_date = models.DateField(
        _("population as of"), null=True, blank=True, help_text=_("The day that the source gives the figure for.")
    )
    population_source = models.CharField(
        _("source of the population"),
        max_length=200,
        blank=True,
        help_text=_("Who gives the figure, in the language of this page."),
    )
    area_km2 = models.DecimalField(
        _("area in km²"),
        help_text=_("Up to two decimal places. Its date and source are then needed."),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0, _("An area cannot be negative."))],
    )
    area_date = models.DateField(
        _("area as of"), null=True, blank=True, help_text=_("The day that the source gives the figure for.")
    )
    area_source = models.CharField(
        _("source of the area"),
        max_length=200,
        blank=True,
        help_text=_("Who gives the figure, in the language of this page."),
    )
    joined_on = models.DateField(
        _("member since"), null=True, blank=True, help_text=_("The day that the resolution on accession took effect.")
    )
    accession_resolution = models.CharField(
        _("resolution on accession"),
        max_length=200,
        blank=True,
        help_text=_("Its number, date and the council that passed it."),
    )
    left_on = models.DateField(
        _("member until"), null=True, blank=True, help_text=_("Only for a past member, whose profile stays, marked.")
    )
    latitude = models.DecimalField(
        _("latitude"),
        help_text=_("Of the office, in degrees north, as a decimal number."),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-90, _("Latitude is between -90 and 90 degrees.")),
            MaxValueValidator(90, _("Latitude is between -90 and 90 degrees.")),
        ],
    )
    longitude = models.DecimalField(
        _("longitude"),
        help_text=_("Of the office, in degrees east, as a decimal number."),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-180, _("Longitude is between -180 and 180 degrees.")),
            MaxValueValidator(180, _("Longitude is between -180 and 180 degrees.")),
        ],
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("official_name"),
                FieldPanel("teryt"),
                FieldPanel("coat_of_arms"),
            ],
            heading=_("Identity"),
        ),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("head_name"),
                FieldPanel("head_function"),
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("website"),
                FieldPanel("bip_url"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("population"), FieldPanel("population_date")]),
                FieldPanel("population_source"),
                FieldRowPanel([FieldPanel("area_km2"), FieldPanel("area_date")]),
                FieldPanel("area_source"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Facts"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("joined_on"), FieldPanel("left_on")]),
                FieldPanel("accession_resolution"),
            ],
            heading=_("Membership"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("official_name"),
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("head_name"),
        index.SearchField("address"),
    ]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def clean(self) -> None:
        """Check TERYT, the facts that need a date and a source, the position, and the order of dates.

        Raises:
            ValidationError: with a message on each field that is wrong.
        """
        super().clean()
        if self.has_owner_elsewhere:
            return
        errors: dict[str, list[ValidationError]] = {}
        for check in (check_teryt, check_facts, check_position, check_membership):
            try:
                check(self)
            except ValidationError as error:
                errors.update(error.error_dict)
        if errors:
            raise ValidationError(errors)

    @property
    def is_past(self) -> bool:
        """Whether the membership has ended."""
        return ended(self.left_on, timezone.localdate())

    @property
    def population_note(self) -> str:
        """Of which day the population is, and who counted it."""
        return _as_of(self.population_date, self.population_source)

    @property
    def area_note(self) -> str:
        """Of which day the area is, and who measured it."""
        return _as_of(self.area_date, self.area_source)

    @property
    def phone_url(self) -> str:
        """The phone number as a link: digits only, with the plus of an international one."""
        digits = re.sub(r"\D", "", self.phone, flags=re.ASCII)
        return f"tel:{'+' if self.phone.strip().startswith('+') else ''}{digits}" if digits else ""

    @property
    def email_url(self) -> str:
        """The e-mail address as a link."""
        return f"mailto:{self.email}" if self.email else ""

    @property
    def shown_position(self) -> str:
        """Latitude and longitude as readers of the active language write them, or nothing without them."""
        if self.latitude is None or self.longitude is None:
            return ""
        return _("%(latitude)s° %(north)s, %(longitude)s° %(east)s") % {
            "latitude": localize(abs(self.latitude)),
            "north": pgettext("latitude", "N") if self.latitude >= 0 else pgettext("latitude", "S"),
            "longitude": localize(abs(self.longitude)),
            "east": pgettext("longitude", "E") if self.longitude >= 0 else pgettext("longitude", "W"),
        }

    @property
    def kicker(self) -> str:
        return self.get_kind_display()

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put its figures and its contact data first."""
        return [
            FactGroup(gettext("Facts and figures"), "members/components/facts.html"),
            FactGroup(gettext("Contact"), "members/components/contact.html"),
            *super().fact_groups(request),
        ]

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Add the member."""
        return [*super().structured_data(request), member_node(request, self)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the newest of what the other apps offer about this member."""
        offered = [
            shown_listing(request, listing.name, self.locale, ITEMS_OF_MEMBER, member=self)
            for listing in listings_by("member")
        ]
        return {
            **super().get_context(request, *args, **kwargs),
            "listings": [listing for listing in offered if listing],
            "landscape": landscape(self.locale) if self.latitude is not None and not self.is_past else None,
        }


def _as_of(day: datetime.date | None, source: str) -> str:
    """Return the day and the source of a fact; the day alone on a translation that has not named the source yet."""
    if not (day and source):
        return gettext("As of %(day)s") % {"day": date_text(day)} if day else source
    return gettext("As of %(day)s, %(source)s") % {"day": date_text(day), "source": source}


class MemberIndexPage(IndexPageMixin, IndexPage):
    """All members in alphabetical order."""

    template = "members/member_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.MemberPage"]
    page_description = _("Lists the members in alphabetical order.")

    class Meta:
        verbose_name = _("list of members")
        verbose_name_plural = _("lists of members")

    pictures_in_list = {"coat_of_arms": ("sign",)}
    filters = (ValueFilter("kind", _("Kind"), "kind", labels=MemberPage.Kind),)
    per_page = 48

    def listed_pages(self) -> PageQuerySet:
        """Return the members, in no order yet."""
        return MemberPage.objects.filter(is_child_of(self))

    def keys(self, pages: PageQuerySet, chosen: Mapping[str, str]) -> list[int]:
        """Return the members by the Polish alphabet, past ones after the others."""
        today = timezone.localdate()
        rows = pages.values_list("left_on", "title", "pk")
        ordered = sorted(rows, key=lambda row: (ended(row[0], today), polish_key(row[1]), row[2]))
        return [key for _left_on, _title, key in ordered]

    def load(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the members with their coats of arms."""
        return super().load(pages).select_related("coat_of_arms")
