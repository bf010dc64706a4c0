"""What translation asks of every page."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Field
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from editorial.mixins import GovernedPageMixin
from translation.forms import SourceOwnedPageForm
from translation.locales import source_locale_id
from translation.owned_fields import OwnedFieldsPanel
from translation.panels import MeaningPanel, SourceNoticePanel


class SourceOwnedMixin(GovernedPageMixin):
    """A page some of whose fields are not language: dates, numbers, relations.

    They have one owner, the page in the source language. Every translation takes the values of its live source
    whenever it is loaded from a revision or saved, so nobody types them twice and they cannot differ.
    """

    keeps_meaning = models.BooleanField(
        _("no change of meaning"),
        default=False,
        help_text=_(
            "Only the wording is another, so that the English version stays true. Who approves the page confirms it. A "
            "changed number, date, link or name is shown to translators all the same."
        ),
    )

    source_owned_fields: ClassVar[tuple[str, ...]] = ()
    override_translatable_fields: ClassVar[list[SynchronizedField]] = []
    base_form_class = SourceOwnedPageForm
    settings_panels = [MeaningPanel(), *GovernedPageMixin.settings_panels]
    content_panels = [SourceNoticePanel(), *GovernedPageMixin.content_panels, OwnedFieldsPanel()]

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.override_translatable_fields = [SynchronizedField(name) for name in cls.source_owned_fields]

    @property
    def is_translation(self) -> bool:
        """Whether the page is written in another language than the source."""
        return self.locale_id is not None and self.locale_id != source_locale_id()

    @cached_property
    def source(self) -> Self | None:
        """The page in the source language that this one translates, itself if it is the source, or None."""
        if not self.is_translation:
            return self
        return (
            type(self)
            ._default_manager.filter(translation_key=self.translation_key, locale_id=source_locale_id())
            .first()
        )

    def take_source_owned_fields(self) -> None:
        """Set the fields that are not language to the values of the source page."""
        if not self.has_owner_elsewhere:
            return
        for name in self.source_owned_fields:
            field = self._meta.get_field(name)
            if field.many_to_many:
                setattr(self, name, list(getattr(self.source, name).all()))
            elif isinstance(field, Field):
                setattr(self, field.attname, getattr(self.source, field.attname))

    def with_content_json(self, content: dict[str, Any]) -> Self:
        page = super().with_content_json(content)
        page.take_source_owned_fields()
        return page

    @property
    def has_owner_elsewhere(self) -> bool:
        """Whether another page, the source, owns the fields that are not language.

        A page that was only ever written in English owns them itself, and its own approval covers them.
        """
        return bool(self.source_owned_fields) and self.is_translation and self.source is not None

    def differs_from_source(self) -> bool:
        """Whether a field that is not language has another value here than on the source page."""
        return self.has_owner_elsewhere and any(
            self._owned_value(self, name) != self._owned_value(self.source, name) for name in self.source_owned_fields
        )

    @staticmethod
    def _owned_value(page: Page, name: str) -> Any:
        field = page._meta.get_field(name)
        return set(getattr(page, name).all()) if field.many_to_many else field.value_from_object(page)

    def fields_outside_approval(self) -> frozenset[str]:
        """Fields of a translation that the approval of its source page covers."""
        inherited = super().fields_outside_approval()
        return inherited | frozenset(self.source_owned_fields) if self.has_owner_elsewhere else inherited


def take_source_owned_fields(sender: type[Page], instance: Page, raw: bool = False, **_kwargs: object) -> None:
    """Before a translation is saved, give it its source's values for what is not language."""
    if not raw and isinstance(instance, SourceOwnedMixin):
        instance.take_source_owned_fields()
