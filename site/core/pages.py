"""The page that every page type is made from."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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

    class Meta:
        abstract = True

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
