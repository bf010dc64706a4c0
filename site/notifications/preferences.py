"""How a person wants to be told: at once or once a day, and of what not at all."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

DIGEST_AT = time(7)  # by the clock on the wall, `TIME_ZONE`


class Delivery(models.TextChoices):
    """When what happened is told."""

    AT_ONCE = "at_once", _("At once, each in a message of its own")
    DAILY = "daily", _("Once a day at 7.00, all in one message")


class NotificationPreference(models.Model):
    """The choice of one person. Who has made none is told everything at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.CASCADE,
        related_name="notification_preference",
    )
    delivery = models.CharField(_("when"), max_length=10, choices=Delivery, default=Delivery.AT_ONCE)
    turned_off = models.JSONField(_("not told of"), default=list, blank=True)

    class Meta:
        verbose_name = _("choice of notifications")
        verbose_name_plural = _("choices of notifications")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.delivery}"


def last_digest_before(now: datetime) -> datetime:
    """Return the last moment at which digests were due, today's or yesterday's, whatever the clocks did between."""
    local = timezone.localtime(now)
    day = local.date() if local.time() >= DIGEST_AT else local.date() - timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, DIGEST_AT))
