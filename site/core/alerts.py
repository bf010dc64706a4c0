"""What all readers must know for a while: one sentence above every page, with a beginning and an end."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="warning")
class AlertSettings(BaseSiteSetting):
    """The alert above every page, in both languages, shown while its time lasts."""

    class Level(models.TextChoices):
        """How urgent it is. The word stands before the text, so that nobody depends on the colour."""

        INFORMATION = "information", _("Information")
        WARNING = "warning", _("Warning")
        EMERGENCY = "emergency", _("Emergency")

    level = models.CharField(
        _("level"),
        max_length=20,
        choices=Level,
        default=Level.INFORMATION,
        help_text=_("Emergency: danger to life, health or property. Warning: something does not work or is put off."),
    )
    text_pl = models.CharField(
        _("text in Polish"), max_length=250, blank=True, help_text=_("One or two sentences. Empty: no alert is shown.")
    )
    text_en = models.CharField(_("text in English"), max_length=250, blank=True)
    link_pl = models.URLField(_("address with more, in Polish"), blank=True)
    link_en = models.URLField(_("address with more, in English"), blank=True)
    starts_at = models.DateTimeField(
        _("shown from"), null=True, blank=True, help_text=_("In Warsaw time. Empty: at once.")
    )
    ends_at = models.DateTimeField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_("In Warsaw time. An alert without an end is soon overlooked."),
    )

    panels = [
        FieldPanel("level"),
        MultiFieldPanel([FieldPanel("text_pl"), FieldPanel("text_en")], heading=_("Text")),
        MultiFieldPanel([FieldPanel("link_pl"), FieldPanel("link_en")], heading=_("Link")),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When it is shown")),
    ]

    class Meta:
        verbose_name = _("alert")

    def clean(self) -> None:
        """Ask for both languages, an end, and the right order of the two moments.

        Raises:
            ValidationError: on each field that is wrong or missing.
        """
        super().clean()
        errors = {}
        if bool(self.text_pl) != bool(self.text_en):
            empty = "text_en" if self.text_pl else "text_pl"
            errors[empty] = _("Readers of both languages need the alert. Write it in this one too.")
        if self.text_pl and self.ends_at is None:
            errors["ends_at"] = _("Say until when the alert is shown.")
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = _("The alert ends before it begins. Correct one of the two.")
        elif self.text_pl and self.ends_at and self.ends_at <= timezone.now():
            errors["ends_at"] = _("That moment has passed, so nobody would see it. Say another, or empty the text.")
        if errors:
            raise ValidationError(errors)

    def is_shown(self, now: datetime) -> bool:
        """Whether readers see the alert at a moment."""
        begun = self.starts_at is None or self.starts_at <= now
        over = self.ends_at is not None and self.ends_at <= now
        return bool(self.text) and begun and not over

    @property
    def is_current(self) -> bool:
        """Whether readers see the alert now."""
        return self.is_shown(timezone.now())

    @property
    def text(self) -> str:
        """The text in the language of the page."""
        return self.text_en if get_language() == "en" else self.text_pl

    @property
    def link(self) -> str:
        """The address with more in the language of the page."""
        return self.link_en if get_language() == "en" else self.link_pl


def next_change(now: datetime) -> datetime | None:
    """Return when the next alert of any site begins or ends."""
    later = AlertSettings.objects.exclude(text_pl="", text_en="").aggregate(
        begins=Min("starts_at", filter=Q(starts_at__gt=now)), ends=Min("ends_at", filter=Q(ends_at__gt=now))
    )
    return min(filter(None, later.values()), default=None)
