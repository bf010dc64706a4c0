"""Which language is the source and which the target, asked without a query."""

from functools import cache

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale

SOURCE_LANGUAGE = settings.LANGUAGE_CODE
TARGET_LANGUAGE = next(code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE)


@cache
def locale_of(language_code: str) -> Locale:
    """Return the locale of a language of the site.

    Raises:
        Locale.DoesNotExist: the site has no content in this language.
    """
    return Locale.objects.get(language_code=language_code)


def source_locale_id() -> int:
    """Return the primary key of the locale that every page with two languages is written in first.

    Raises:
        Locale.DoesNotExist: the migrations have not run.
    """
    return locale_of(SOURCE_LANGUAGE).pk


def target_locale_id() -> int:
    """Return the primary key of the locale that pages are translated into.

    Raises:
        Locale.DoesNotExist: the migrations have not run.
    """
    return locale_of(TARGET_LANGUAGE).pk


def in_source_language() -> dict[str, str]:
    """Limit the choices of a relation to pages in the source language, which owns relations."""
    return {"locale__language_code": SOURCE_LANGUAGE}


def _forget(**_kwargs: object) -> None:
    locale_of.cache_clear()


post_save.connect(_forget, sender=Locale, dispatch_uid="translation.locales.saved")
post_delete.connect(_forget, sender=Locale, dispatch_uid="translation.locales.deleted")
