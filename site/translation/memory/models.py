"""What the memory holds, and the index by which similar texts are found."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from translation.memory.texts import fold, source_key, target_key


class MemoryUnit(models.Model):
    """A Polish text and its English translation: a paragraph, a cell, a title, or one sentence of a paragraph.

    It lives as long as it has a use, or for good if it was imported. There is one for each pair of texts and markup.
    The markup is that of `translation.segments.Segment`, and empty where it is no more than the text.
    """

    source = models.TextField(_("Polish text"))
    source_markup = models.TextField(_("Polish text with markup"), blank=True)
    target = models.TextField(_("English text"))
    target_markup = models.TextField(_("English text with markup"), blank=True)
    source_key = models.BigIntegerField(_("fingerprint of the Polish text"))
    target_key = models.BigIntegerField(_("fingerprint of the English text and of all markup"))
    folded = models.TextField(_("both texts without capitals and diacritics"))
    is_imported = models.BooleanField(_("imported"), default=False)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    last_used_at = models.DateTimeField(_("last used"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("translation memory unit")
        verbose_name_plural = _("translation memory units")
        constraints = [models.UniqueConstraint(fields=["source_key", "target_key"], name="one_unit_for_a_pair")]

    def __str__(self) -> str:
        return f"{self.source} = {self.target}"

    @classmethod
    def of(cls, source: str, target: str, source_markup: str, target_markup: str) -> Self:
        """Return a unit, not saved, of two texts and what `Segment.markup` says of each."""
        markup = [each if "<" in each else "" for each in (source_markup, target_markup)]
        return cls(
            source=source,
            source_markup=markup[0],
            target=target,
            target_markup=markup[1],
            source_key=source_key(source),
            target_key=target_key(target, *markup),
            folded=f"{fold(source)}\n{fold(target)}",
        )

    @property
    def keys(self) -> tuple[int, int]:
        """What no other unit has."""
        return self.source_key, self.target_key

    @property
    def folded_source(self) -> str:
        """The Polish text without capitals and diacritics."""
        return self.folded.partition("\n")[0]


class MemoryUse(models.Model):
    """Where a unit stands: in which part of an English page, and whose approval stands behind it."""

    unit = models.ForeignKey(MemoryUnit, verbose_name=_("unit"), on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("English page"), on_delete=models.CASCADE, related_name="memory_uses"
    )
    source = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("Polish page"), on_delete=models.CASCADE, related_name="memory_source_uses"
    )
    path = models.TextField(_("path of the part, joined by dots"))
    index = models.PositiveIntegerField(_("place of the segment in the part"))
    sentence = models.PositiveIntegerField(_("number of the sentence in the segment, 0 for all of it"), default=0)
    revision_id = models.BigIntegerField(_("approved revision"))
    approved_at = models.DateTimeField(_("approved"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("use of a translation memory unit")
        verbose_name_plural = _("uses of translation memory units")

    def __str__(self) -> str:
        return f"{self.unit_id}: page {self.page_id}, {self.path} {self.index}.{self.sentence}"


class MemoryKey(models.Model):
    """A word or a group of letters of the index, and about how many units stand in its list.

    The number decides only which lists are read first, so it need not be exact.
    """

    code = models.IntegerField(_("code"), primary_key=True)
    units = models.PositiveIntegerField(_("units, about"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("key of the translation memory")
        verbose_name_plural = _("keys of the translation memory")

    def __str__(self) -> str:
        return f"{self.code}: {self.units}"


class MemoryEntry(models.Model):
    """A unit has a key. `length` is that of its Polish text, so that texts of quite another length are never read.

    An entry without its unit would harm nobody, so the database is spared the check of each.
    """

    pk = models.CompositePrimaryKey("code", "length", "unit_id")
    code = models.IntegerField(_("code of the key"))
    length = models.PositiveIntegerField(_("length"))
    unit = models.ForeignKey(
        MemoryUnit, verbose_name=_("unit"), on_delete=models.CASCADE, related_name="entries", db_constraint=False
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entry of the index of the translation memory")
        verbose_name_plural = _("entries of the index of the translation memory")

    def __str__(self) -> str:
        return f"{self.code}: {self.unit_id}"
