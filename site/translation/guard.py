"""Keeps each language in a tree of its own: a page stands below pages of its language."""

from typing import Any

from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.signals import pre_page_move

from editorial.refusals import PublishingRefused

OTHER_LANGUAGE = _(
    "“%(title)s” cannot stand below “%(parent)s”, which is in another language. "
    "To have a page in both languages, start a translation of it."
)


def _check(page: Page, parent: Page | None) -> None:
    if parent is not None and not parent.is_root() and parent.locale_id != page.locale_id:
        raise PublishingRefused(OTHER_LANGUAGE % {"title": page.title, "parent": parent.title})


def check_new_page(sender: type[Page], instance: Page, raw: bool = False, **_kwargs: Any) -> None:
    """Refuse a new page, such as a copy, in the tree of another language.

    Raises:
        PublishingRefused: it is.
    """
    if not raw and isinstance(instance, Page) and instance._state.adding and instance.depth and instance.depth > 1:
        _check(instance, instance.get_parent())


def check_move(sender: type[Page], instance: Page, parent_page_after: Page, **_kwargs: Any) -> None:
    """Refuse to move a page into the tree of another language.

    Raises:
        PublishingRefused: the new parent is of another language.
    """
    _check(instance, parent_page_after)


def connect() -> None:
    """Stand in front of every new page and every move."""
    pre_save.connect(check_new_page, dispatch_uid="translation.guard.new")
    pre_page_move.connect(check_move, dispatch_uid="translation.guard.move")
