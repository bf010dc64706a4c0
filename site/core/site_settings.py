"""The association's name, addresses and numbers: settings that staff change, never code."""

from collections.abc import Iterator

from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from core.contact_points import ContactPoints
from core.validators import validate_krs, validate_nip, validate_phone, validate_regon
from delivery.caching.parts import shared
from library.pictures import Shown

# What a new site starts with, since its accessibility statement needs both. They are nobody's: staff replace them.
PLACEHOLDERS = {"email": "biuro@example.org", "phone": "+48 000 000 000"}


@register_setting(icon="home")
class AssociationSettings(ContactPoints, BaseSiteSetting):
    """Who the site belongs to and how to reach them."""

    name_pl = models.CharField(_("name in Polish"), max_length=200, default="Stowarzyszenie")
    name_en = models.CharField(_("name in English"), max_length=200, default="Association")
    tagline_pl = models.CharField(_("tagline in Polish"), max_length=200, blank=True)
    tagline_en = models.CharField(_("tagline in English"), max_length=200, blank=True)
    mark = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("mark"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "A square picture, at least 512 pixels wide, best on a transparent ground. It stands in the header, in the "
            "icons of browsers and on pictures of pages. Empty: a mark is drawn from the positions of the members."
        ),
    )
    address = models.TextField(_("postal address"), blank=True)
    # The accessibility statement has to give both, and falls back to these.
    phone = models.CharField(_("phone"), max_length=40, validators=[validate_phone])
    email = models.EmailField(_("e-mail"))
    office_hours_pl = models.CharField(_("office hours in Polish"), max_length=200, blank=True)
    office_hours_en = models.CharField(_("office hours in English"), max_length=200, blank=True)
    nip = models.CharField("NIP", max_length=10, blank=True, validators=[validate_nip])
    regon = models.CharField("REGON", max_length=14, blank=True, validators=[validate_regon])
    krs = models.CharField("KRS", max_length=10, blank=True, validators=[validate_krs])
    bip_url = models.URLField(
        _("address of the BIP"),
        blank=True,
        help_text=_("The public information bulletin of the association, kept elsewhere."),
    )

    bip_sign = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("sign of the BIP"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The official sign. It stands in the footer, beside the link to the bulletin."),
    )

    select_related = ("site__alertsettings", "mark", "bip_sign")

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name_pl"),
                FieldPanel("name_en"),
                FieldPanel("tagline_pl"),
                FieldPanel("tagline_en"),
                FieldPanel("mark"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("office_hours_pl"),
                FieldPanel("office_hours_en"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("nip"),
                FieldPanel("regon"),
                FieldPanel("krs"),
                FieldPanel("bip_url"),
                FieldPanel("bip_sign"),
            ],
            heading=_("Numbers and registers"),
        ),
        *ContactPoints.contact_point_panels,
    ]

    class Meta:
        verbose_name = _("the association")

    def pictures(self) -> Iterator[Shown]:
        """Yield the signs that stand on every page, each with the name of the preset it is shown as."""
        yield from ((image, "sign") for image in (self.mark, self.bip_sign) if image)

    @classmethod
    def for_request(cls, request: HttpRequest) -> "AssociationSettings":
        """Return the settings of a reader's site. Other pages share them, so nobody may change them (`for_site`)."""
        return shared(request, cls._meta.label, lambda: super(AssociationSettings, cls).for_request(request))

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if get_language() == "en" else self.name_pl

    @property
    def has_placeholders(self) -> bool:
        """Whether the e-mail address or the phone is still the one of nobody that a new site starts with."""
        return any(getattr(self, name) == value for name, value in PLACEHOLDERS.items())

    @property
    def email_for_accessibility(self) -> str:
        """Where questions about accessibility go: an address of their own, or else the association's."""
        return self.accessibility_email or self.email

    @property
    def phone_for_accessibility(self) -> str:
        """The number for questions about accessibility: one of their own, or else the association's."""
        return self.accessibility_phone or self.phone

    @property
    def email_for_data_protection(self) -> str:
        """Where questions about personal data go: an address of their own, or else the association's."""
        return self.data_protection_email or self.email

    @property
    def tagline(self) -> str:
        """The tagline in the language of the page."""
        return self.tagline_en if get_language() == "en" else self.tagline_pl

    @property
    def office_hours(self) -> str:
        """The office hours in the language of the page."""
        return self.office_hours_en if get_language() == "en" else self.office_hours_pl
