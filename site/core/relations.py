"""Related pages in the reader's language.

Relations have one owner, the Polish page; an English page holds copies that point at Polish pages. Readers see the
counterparts in their own language, and nothing where there is none.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.visibility import visible_pages


def related_pages(page: Page, relation: str) -> PageQuerySet:
    """Return the visible pages that `page` relates to, in its own language, in one query.

    Args:
        page: saved, or loaded from a revision for a preview.
        relation: name of a many-to-many field.
    """
    related: Any = getattr(page, relation).all()
    live = isinstance(related, QuerySet)  # in a preview it is a list of what the draft says
    keys = related.order_by().values("translation_key") if live else [each.translation_key for each in related]
    model = page._meta.get_field(relation).related_model
    return visible_pages(model._default_manager.filter(translation_key__in=keys), page.locale)


def pages_relating_to(model: type[Page], relation: str, page: Page) -> PageQuerySet:
    """Return the visible pages of `model`, in the language of `page`, that relate to it in either language."""
    related = model._default_manager.filter(**{f"{relation}__translation_key": page.translation_key})
    return visible_pages(related, page.locale)
