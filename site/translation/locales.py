"""Which language is the source, asked without a query."""

from functools import cache

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale


@cache
def source_locale_id() -> int:
    """Return the primary key of the locale that every page with two languages is written in first.

    Raises:
        Locale.DoesNotExist: the migrations have not run.
    """
    return Locale.objects.only("pk").get(language_code=settings.LANGUAGE_CODE).pk


@cache
def locale_of(language_code: str) -> Locale:
    """Return the locale of a language of the site.

    Raises:
        Locale.DoesNotExist: the site has no content in this language.
    """
    return Locale.objects.get(language_code=language_code)


def in_source_language() -> dict[str, str]:
    """Limit the choices of a relation to pages in the source language, which owns relations."""
    return {"locale__language_code": settings.LANGUAGE_CODE}


def _forget(**_kwargs: object) -> None:
    source_locale_id.cache_clear()
    locale_of.cache_clear()


post_save.connect(_forget, sender=Locale, dispatch_uid="translation.locales.saved")
post_delete.connect(_forget, sender=Locale, dispatch_uid="translation.locales.deleted")
