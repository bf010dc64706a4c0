"""How many readers asked for an English version, and for one day what keeps one of them from being counted twice."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def new_salt() -> str:
    """Return 32 random bytes as hexadecimal digits."""
    return secrets.token_hex(32)


class TranslationVotes(models.Model):
    """The votes for the English version of one Polish page on one day in Poland.

    They wait until an English version goes live; from `answered_at` on they are history.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("Polish page"), on_delete=models.CASCADE, related_name="translation_votes"
    )
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("votes"), default=0)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("votes for a translation")
        verbose_name_plural = _("votes for translations")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "day"], condition=Q(answered_at=None), name="votes_of_a_day_counted_together"
            ),
        ]

    def __str__(self) -> str:
        return f"Page {self.page_id}, {self.day}: {self.count}"


class DailySalt(models.Model):
    """What the addresses of one day are hashed with. Once it is gone, nobody can tell what they were."""

    day = models.DateField(_("day"), unique=True)
    salt = models.CharField(_("salt"), max_length=64, default=new_salt)

    class Meta:
        verbose_name = _("salt of a day")
        verbose_name_plural = _("salts of days")

    def __str__(self) -> str:
        return str(self.day)


class CountedVoter(models.Model):
    """Somebody was counted for some page today: a keyed hash of both together, which tells neither.

    Two pages of one reader have nothing in common here. It goes with its salt.
    """

    salt = models.ForeignKey(DailySalt, verbose_name=_("salt"), on_delete=models.CASCADE, related_name="voters")
    digest = models.CharField(_("hash"), max_length=64)

    class Meta:
        verbose_name = _("counted voter")
        verbose_name_plural = _("counted voters")
        constraints = [models.UniqueConstraint(fields=["salt", "digest"], name="one_vote_a_day")]

    def __str__(self) -> str:
        return self.digest
