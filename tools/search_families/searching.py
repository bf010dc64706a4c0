"""Index a short text for each form of each word, and search for each form. It asks a database that has been set up."""

from collections.abc import Mapping, Sequence

from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from news.models import NewsPage
from search.results import find
from search.words import plain_parts, take_apart
from tools.search_families.measuring import Figures
from tools.translation_bench.large_site import add_pages, first_free_key


def search_families(families: Mapping[str, Sequence[str]], parent: Page) -> Figures:
    """Put a page with one form below `parent` for each form, and search for each form, in the parent's language."""
    texts = [(family, form) for family, forms in families.items() for form in forms]
    pages = add_pages(parent, range(len(texts)), first_free_key())
    family_of = {page.pk: family for page, (family, _form) in zip(pages, texts, strict=True)}
    get_search_backend().add_bulk(
        NewsPage,
        [
            NewsPage(pk=page.pk, locale=parent.locale, lead=form)
            for page, (_family, form) in zip(pages, texts, strict=True)
        ],
    )
    own = found = strange = 0
    for page, (family, form) in zip(pages, texts, strict=True):
        families_found = [
            family_of[other.pk]
            for other in find(plain_parts(take_apart(form).words), parent.locale)
            if other.pk in family_of and other.pk != page.pk
        ]
        own += len(families[family]) - 1
        found += families_found.count(family)
        strange += len(families_found) - families_found.count(family)
    return Figures(found / own, found / max(found + strange, 1))
