"""The words of a page: what of its content a translator works on."""

from wagtail.models import Page

from editorial.digest import page_digest

# What every page has and no translator works on; the note of a change is of the change in that language
NOT_LANGUAGE = frozenset(
    {"slug", "show_in_menus", "go_live_at", "expire_at", "is_major_change", "change_note", "keeps_meaning"}
)


def fields_that_are_not_language(page: Page | type[Page]) -> frozenset[str]:
    """Names of the fields of a specific page, or of its class, that a translator has nothing to do with."""
    return NOT_LANGUAGE | frozenset(getattr(page, "source_owned_fields", ()))


def words_digest(page: Page) -> str:
    """Return the SHA-256, in hexadecimal, of a specific page's words."""
    return page_digest(page, without=fields_that_are_not_language(page))
