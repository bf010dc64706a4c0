"""What happens to the live translations of a page when the page itself goes live or is taken down.

Going live: translations take over the fields that are not language at once. No approval of theirs is asked, because
the source page's covers those fields. Drafts of the translations are not touched: a revision takes the values when it
is loaded.

Taken down: translations that are live are taken down too, and may not come back before their source does.
"""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from editorial.conditions import register_condition
from translation.locales import source_locale_id
from translation.mixins import SourceOwnedMixin

TAKEN_OVER = "translation.take_over"
TAKEN_DOWN = "translation.take_down"


def live_translations(page: Page) -> Iterator[Page]:
    """Give the live pages in other languages of a page in the source language, each as its specific class."""
    if page.locale_id == source_locale_id():
        yield from (
            type(page).objects.filter(translation_key=page.translation_key, live=True).exclude(locale_id=page.locale_id)
        )


def hand_over(sender: type[Page], instance: Page, **_kwargs: object) -> None:
    """Give live translations the source's values of what is not language, where they differ."""
    for translation in live_translations(instance):
        if isinstance(translation, SourceOwnedMixin) and translation.differs_from_source():
            # Nothing that its own approval covers changes, so nothing of it is to be validated again.
            translation.save(clean=False)
            log(instance=translation, action=TAKEN_OVER)


def take_down(sender: type[Page], instance: Page, **_kwargs: object) -> None:
    """Take live translations down with their source, unless the person who takes it down decided otherwise."""
    if getattr(instance, "keeps_companions", False):
        return
    for translation in live_translations(instance):
        translation.unpublish(set_expired=instance.expired, log_action=TAKEN_DOWN)


def pages_to_take_along(pages: list[Page], action: str) -> dict[Page, list[Page]]:
    """Tell which pages go along with a page in the source language when something is done to it.

    With one that is taken down its live translations, with one that is deleted all of them.
    """
    if action == "unpublish":
        return {page: list(live_translations(page.specific)) for page in pages}
    if action != "delete":
        return {}
    sources = {page.translation_key: page for page in pages if page.locale_id == source_locale_id()}
    along: dict[Page, list[Page]] = {page: [] for page in sources.values()}
    translations = Page.objects.filter(translation_key__in=sources).exclude(locale_id=source_locale_id())
    for translation in translations.select_related("locale"):
        along[sources[translation.translation_key]].append(translation)
    return along


def why_wait_for_source(page: Page) -> str | Promise | None:
    """Say why a translation may not go live: its source is not."""
    if not isinstance(page, SourceOwnedMixin) or not page.is_translation:
        return None
    source = page.source
    if source is None or source.live:
        return None
    return _(
        "“%(title)s” was not published: its Polish page, “%(source)s”, is not live. Publish that one first, then this."
    ) % {"title": page.title, "source": source.title}


def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what happens here in a page's history."""
    actions.register_action(
        TAKEN_OVER,
        gettext_lazy("Take over from the Polish page"),
        gettext_lazy("Dates, numbers or relations taken over from the Polish page"),
    )
    actions.register_action(
        TAKEN_DOWN, gettext_lazy("Take down with the Polish page"), gettext_lazy("Taken down with the Polish page")
    )


def connect() -> None:
    """Follow every page that goes live or is taken down."""
    hooks.register("register_log_actions", register_log_actions)
    hooks.register("construct_translated_pages_to_cascade_actions", pages_to_take_along)
    page_published.connect(hand_over, dispatch_uid="translation.follow.published")
    page_unpublished.connect(take_down, dispatch_uid="translation.follow.unpublished")
    register_condition("translation.source_is_live", why_wait_for_source)
