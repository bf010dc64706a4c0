"""The page that every page type is made from."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction

from core.pictures import Shown, pictures_in
from editorial.visibility import visible_pages
from translation.locales import locale_of
from translation.mixins import SourceOwnedMixin

RESERVED_SLUGS = frozenset(
    {
        "admin",
        "api",
        "documents",
        "en",
        "feed",
        "health",
        "media",
        "pl",
        "robots",
        "rss",
        "search",
        "sitemap",
        "static",
        "szukaj",
    }
)


class BasePage(SourceOwnedMixin):
    """A page in one language, governed by approval, with what is not language owned by the Polish page."""

    page_description: ClassVar[str | Promise]
    # The presets that readers see each of its images as, by the name of the field: `{"cover": ("cover",)}`
    picture_presets: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    class Meta:
        abstract = True

    @cached_property
    def counterpart(self) -> Page | None:
        """The page in the other language that readers may see, or None."""
        for language, _name in settings.LANGUAGES:
            locale = locale_of(language)
            if locale.pk != self.locale_id:
                translations = Page.objects.filter(translation_key=self.translation_key)
                if counterpart := visible_pages(translations, locale).first():
                    counterpart.locale = locale
                    return counterpart
        return None

    def pictures(self) -> Iterator[Shown]:
        """Yield every image that readers see of this page, here and in lists, with the names of its presets."""
        for name, presets in self.picture_presets.items():
            if image := getattr(self, name):
                yield from ((image, preset) for preset in presets)
        for field in self._meta.get_fields():
            if isinstance(field, StreamField):
                yield from pictures_in(field.stream_block, getattr(self, field.name))

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions on this page and on those above it, in one query.

        Wagtail looks the pages above up first, since an alias has the restrictions of its source. There are no aliases
        here: the rules of publishing refuse them.
        """
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def clean(self) -> None:
        """Refuse a slug that an address of the site itself uses.

        Raises:
            ValidationError: on `slug`.
        """
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("The site uses the address “%(slug)s” itself. Choose another.") % {"slug": self.slug}}
            )
