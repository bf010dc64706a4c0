"""The association's further addresses and the people whom the law asks it to name."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.validators import validate_edelivery, validate_epuap, validate_iban, validate_phone


class ContactPoints(models.Model):
    """Where official letters go, and who answers for accessibility and for personal data."""

    edelivery_address = models.CharField(
        _("address for electronic delivery (e-Doręczenia)"),
        max_length=40,
        blank=True,
        validators=[validate_edelivery],
        help_text=_("Such as AE:PL-12345-67890-ABCDE-12."),
    )
    epuap_address = models.CharField(
        _("ePUAP inbox"),
        max_length=100,
        blank=True,
        validators=[validate_epuap],
        help_text=_("Such as /association/Inbox, as ePUAP shows it."),
    )
    bank_account = models.CharField(
        _("bank account"),
        max_length=42,
        blank=True,
        validators=[validate_iban],
        help_text=_("With the country in front, such as PL and 26 digits."),
    )
    accessibility_contact_pl = models.CharField(
        _("accessibility contact in Polish"),
        max_length=200,
        blank=True,
        help_text=_("The person or unit that answers for accessibility."),
    )
    accessibility_contact_en = models.CharField(
        _("accessibility contact in English"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the same as in Polish, for example a person's name."),
    )
    accessibility_phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[validate_phone])
    accessibility_email = models.EmailField(_("e-mail"), blank=True)
    interpreter_url = models.URLField(
        _("address of the online interpreter"),
        blank=True,
        help_text=_("Where readers reach an interpreter of Polish Sign Language, if the association pays for one."),
    )
    data_protection_officer = models.CharField(
        _("data protection officer"),
        max_length=200,
        blank=True,
        help_text=_("First name and surname. Empty: the association has not appointed one."),
    )
    data_protection_phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[validate_phone])
    data_protection_email = models.EmailField(
        _("e-mail"),
        blank=True,
        help_text=_("For questions about personal data. Empty: the association's own e-mail."),
    )

    contact_point_panels = [
        MultiFieldPanel(
            [FieldPanel("edelivery_address"), FieldPanel("epuap_address"), FieldPanel("bank_account")],
            heading=_("Official letters and payments"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("accessibility_contact_pl"),
                FieldPanel("accessibility_contact_en"),
                FieldPanel("accessibility_phone"),
                FieldPanel("accessibility_email"),
                FieldPanel("interpreter_url"),
            ],
            heading=_("Accessibility"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("data_protection_officer"),
                FieldPanel("data_protection_phone"),
                FieldPanel("data_protection_email"),
            ],
            heading=_("Personal data"),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def has_accessibility_contact(self) -> bool:
        """Whether somebody answers for accessibility, or interprets, beside the office itself."""
        return bool(
            self.accessibility_contact_pl
            or self.accessibility_contact_en
            or self.accessibility_phone
            or self.accessibility_email
            or self.interpreter_url
        )

    @property
    def has_data_protection_contact(self) -> bool:
        """Whether questions about personal data have an address of their own."""
        return bool(self.data_protection_officer or self.data_protection_phone or self.data_protection_email)

    @property
    def accessibility_contact(self) -> str:
        """Who answers for accessibility, in the language of the page as far as staff have given it."""
        in_english = self.accessibility_contact_en if get_language() == "en" else ""
        return in_english or self.accessibility_contact_pl
