"""Words of one language in lists of the admin, which may be in another one."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE


def in_polish(words: str) -> SafeString:
    """Return words that say of themselves that they are Polish."""
    return _marked(words, SOURCE_LANGUAGE)


def in_english(words: str) -> SafeString:
    """Return words that say of themselves that they are English."""
    return _marked(words, TARGET_LANGUAGE)


def _marked(words: str, language: str) -> SafeString:
    return format_html('<span lang="{}">{}</span>', language, words)
