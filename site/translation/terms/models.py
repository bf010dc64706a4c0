"""The terms of the glossary, and on which pages they stand."""

from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from morphology import folded, words_of

LONGEST_TERM = 8  # words
# Databases sort by code points or by the system's locale; so ł comes after all l, ź and ż after all z
_PLACES_OF_LETTERS = str.maketrans(
    {"ą": "azz", "ć": "czz", "ę": "ezz", "ł": "lzz", "ń": "nzz", "ó": "ozz", "ś": "szz", "ź": "zzzy", "ż": "zzzz"}
)


def sort_key(words: str) -> str:
    """Return letters of ASCII that sort as some words do by the Polish alphabet."""
    return " ".join(folded(word.text.lower().translate(_PLACES_OF_LETTERS)) for word in words_of(words))


class Glossary(models.Model):
    """One row, which says whether the terms have changed since a process last read them.

    Attributes:
        version: another one after each change. No counter, since a change that is taken back would leave two contents
            with one number.
        number: how many times the Polish terms have changed: one came, went or got other words. It is written while
            the row is locked, so whoever sees a number sees all that it counts.
    """

    version = models.UUIDField(default=uuid4, editable=False)
    number = models.PositiveBigIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("state of the glossary")
        verbose_name_plural = _("states of the glossary")

    def __str__(self) -> str:
        return f"{self.version}, {self.number}"

    @classmethod
    def locked(cls) -> Self:
        """Return the row, which nobody else can change before the end of the transaction."""
        return cls.objects.select_for_update().get_or_create(pk=1)[0]

    def change(self) -> None:
        """Let every process know that the terms are others now."""
        self.version = uuid4()
        self.save()

    @classmethod
    def current(cls) -> Self:
        """Return the row as it is now; an unsaved one if there has never been a term."""
        return cls.objects.filter(pk=1).first() or cls(version=None)


class Term(models.Model):
    """A Polish term and the English that the site uses for it."""

    class Kind(models.TextChoices):
        """What it names."""

        TERRITORY = "territory", _("territory or unit of administration")
        BODY = "body", _("body or institution")
        OFFICE = "office", _("office that a person holds")
        DOCUMENT = "document", _("document or act")
        PROCEDURE = "procedure", _("procedure or event")
        OTHER = "other", pgettext_lazy("kind of term", "other")

    polish = models.CharField(
        _("Polish term"),
        max_length=120,
        unique=True,
        help_text=_(
            "As in a dictionary: “rada gminy”, “Krajowy Rejestr Sądowy”. It is found in every case, in the singular "
            "and in the plural. Only one in capitals, “BIP”, must stand in capitals in the text too."
        ),
        error_messages={"unique": _("This term is in the glossary already.")},
    )
    english = models.CharField(
        _("English term"), max_length=120, help_text=_("In the singular. Plurals and possessives are found too.")
    )
    not_english = models.TextField(
        _("English that is not used for it"),
        blank=True,
        help_text=_(
            "One a line. A translation that uses it is pointed out before approval, even if it says the right one too."
        ),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("What translators should know when they use it."))
    why = models.TextField(_("why"), blank=True, help_text=_("Why this English and no other: a source, a decision."))
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    sort_key = models.CharField(max_length=500, editable=False)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["sort_key", "polish"]

    def __str__(self) -> str:
        return f"{self.polish} – {self.english}"

    @property
    def forbidden(self) -> list[str]:
        """The English that is not used for it."""
        return [line for line in map(str.strip, self.not_english.splitlines()) if line]

    def clean(self) -> None:
        """Bring the words into one form, and refuse those that cannot be found in a text.

        Raises:
            ValidationError: on `polish`, `english` or `not_english`.
        """
        self.polish, self.english = (" ".join(each.split()) for each in (self.polish, self.english))
        self.not_english = "\n".join(" ".join(line.split()) for line in self.forbidden)
        errors = {
            name: message
            for name, value in (("polish", self.polish), ("english", self.english))
            if value and (message := _why_not_found(value))
        }
        if self.english.casefold() in map(str.casefold, self.forbidden):
            errors["not_english"] = gettext("“%(english)s” is the English term itself.") % {"english": self.english}
        for line in self.forbidden:
            if message := _why_not_found(line):
                errors.setdefault("not_english", message)
        if errors:
            raise ValidationError(errors)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the term, and note which pages have to be looked at again because of it."""
        glossary = Glossary.locked()
        before = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        self.sort_key = sort_key(self.polish)
        super().save(*args, **kwargs)
        if before is None or before.polish != self.polish:
            glossary.number += 1
            self.uses.all().delete()
        elif (before.english, before.forbidden) != (self.english, self.forbidden):
            self.uses.update(checked_at=None)
        glossary.change()


def _note_deletion(**_kwargs: Any) -> None:
    """Note which pages have to be looked at again: a shorter term may stand where the one stood that is gone."""
    glossary = Glossary.locked()
    glossary.number += 1
    glossary.change()


post_delete.connect(_note_deletion, sender=Term, dispatch_uid="translation.terms.deleted")


def _why_not_found(words: str) -> str:
    """Say why a term cannot be found in a text, or nothing if it can."""
    count = len(words_of(words))
    if not count:
        return gettext("“%(words)s” has no letters.") % {"words": words}
    if count > LONGEST_TERM:
        return gettext("A term has at most %(count)d words.") % {"count": LONGEST_TERM}
    return ""


class TermUse(models.Model):
    """A term stands in the Polish text of a page that readers see.

    Attributes:
        checked_at: when that version of the English page was saved which `problem` is about; None if none was looked
            at since the term or the Polish text has changed.
        problem: what is wrong with the term in the newest version of the English page, beside the Polish text.
    """

    class Problem(models.TextChoices):
        """What is wrong."""

        NONE = "", _("nothing")
        MISSING = "missing", _("does not say it")
        FORBIDDEN = "forbidden", _("says what is not used")

    term = models.ForeignKey(Term, verbose_name=_("term"), on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("Polish page"), on_delete=models.CASCADE, related_name="term_uses"
    )
    checked_at = models.DateTimeField(_("English version looked at"), null=True)
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True)

    class Meta:
        verbose_name = _("use of a term")
        verbose_name_plural = _("uses of terms")
        constraints = [models.UniqueConstraint(fields=["term", "page"], name="term_once_a_page")]

    def __str__(self) -> str:
        return f"Term {self.term_id} on page {self.page_id}"


class SearchedText(models.Model):
    """Which Polish text of a page was searched for terms, and with which `number` of the glossary."""

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("Polish page"), on_delete=models.CASCADE, related_name="searched_text"
    )
    digest = models.CharField(_("fingerprint of the words"), max_length=64)
    number = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("searched text")
        verbose_name_plural = _("searched texts")

    def __str__(self) -> str:
        return f"Text of page {self.page_id}, terms up to {self.number}"
