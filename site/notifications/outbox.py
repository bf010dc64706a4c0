"""The outbox: what is to be told to whom. A row is written with the action that it tells of, and sent later."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.kinds import AT_ONCE_FOR_EVERYBODY, Kind
from notifications.preferences import Delivery


class NotificationQuerySet(models.QuerySet):
    """Messages to people."""

    def due(self, now: datetime) -> "NotificationQuerySet":
        """Return what waits, and is neither put off nor just being sent."""
        return self.filter(state=Notification.State.WAITING, next_attempt_at__lte=now)

    def in_digests(self) -> "NotificationQuerySet":
        """Return what its reader wants once a day."""
        return self.filter(_IN_A_DIGEST)

    def at_once(self) -> "NotificationQuerySet":
        """Return what leaves in a letter of its own."""
        return self.exclude(_IN_A_DIGEST)

    def unsent(self) -> "NotificationQuerySet":
        """Return what should have left by now: tried in vain at least once, given up or not."""
        tried = Q(state=Notification.State.WAITING, attempts__gt=0) & ~Q(last_error="")
        return self.filter(tried | Q(state=Notification.State.GIVEN_UP))


class Notification(models.Model):
    """One event, told to one person: somebody with an account, or an address outside.

    The page is named by a key that is not constrained, so that a row outlives it. `data` is what the words need:
    title, comment, who, dates.
    """

    class State(models.TextChoices):
        """Where it is on its way."""

        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        DROPPED = "dropped", _("not needed any more")
        GIVEN_UP = "given_up", _("given up")

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("for"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    address = models.EmailField(_("address of a person without an account"), blank=True)
    kind = models.CharField(_("what it tells"), max_length=20, choices=Kind)
    event_key = models.CharField(_("event"), max_length=150)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    data = models.JSONField(_("details"), default=dict)
    occurred_at = models.DateTimeField(_("when it happened"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    sent_at = models.DateTimeField(_("sent"), null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_error = models.TextField(_("what the mail server said"), blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "event_key"], condition=Q(recipient__isnull=False), name="once_an_event_and_person"
            ),
            models.UniqueConstraint(
                fields=["address", "event_key"], condition=Q(recipient__isnull=True), name="once_an_event_and_address"
            ),
            models.CheckConstraint(
                condition=Q(recipient__isnull=False, address="") | (Q(recipient__isnull=True) & ~Q(address="")),
                name="a_person_or_an_address",
            ),
        ]
        indexes = [
            models.Index(fields=["next_attempt_at"], condition=Q(state="waiting"), name="notifications_waiting"),
            models.Index(fields=["occurred_at"], name="notifications_age"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.recipient_id or self.address}"

    @property
    def to(self) -> str:
        """The e-mail address that it goes to."""
        return self.recipient.email if self.recipient else self.address

    @property
    def title(self) -> str:
        """The title of the page when it happened."""
        return str(self.data.get("title", ""))


_IN_A_DIGEST = Q(recipient__notification_preference__delivery=Delivery.DAILY) & ~Q(kind=AT_ONCE_FOR_EVERYBODY)
