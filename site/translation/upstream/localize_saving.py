"""wagtail-localize writes no page of this site.

`Translation.save_target` overwrites the live row even where it is asked for a draft, publishes without asking
anybody, and falls back to Polish text. A translation marked `enabled` opens its editor in place of Wagtail's. The
synchronisation of locales makes alias pages. docs/deviations/wagtail-localize.md says more.
"""

from typing import Any, NoReturn

from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _
from wagtail_localize.locales.components import LOCALE_COMPONENTS
from wagtail_localize.models import LocaleSynchronization, Translation, TranslationSource

from editorial.refusals import PublishingRefused

NO_SAVING = _(
    "The page was not written: a translation is changed in the page's own editor and goes live through approval."
)
NO_SYNCHRONISATION = _(
    "Languages are not synchronised on this site, since that would show Polish pages as English ones. "
    "Start the English page from the list of translations."
)


def refuse_to_save(self: TranslationSource, *args: Any, **kwargs: Any) -> NoReturn:
    """Stand in for `TranslationSource.create_or_update_translation`, which `save_target` and its views call.

    Raises:
        PublishingRefused: always.
    """
    raise PublishingRefused(NO_SAVING)


def keep_disabled(sender: type[Translation], instance: Translation, **_kwargs: Any) -> None:
    """Keep every translation in Wagtail's own editor, whoever saves it."""
    instance.enabled = False


def refuse_synchronisation(sender: type[LocaleSynchronization], raw: bool = False, **_kwargs: Any) -> None:
    """Refuse to synchronise a locale with another.

    Raises:
        PublishingRefused: always.
    """
    raise PublishingRefused(NO_SYNCHRONISATION)


def apply() -> None:
    """Close the ways in which wagtail-localize writes pages, and take the synchronisation off the form of a locale."""
    TranslationSource.create_or_update_translation = refuse_to_save
    pre_save.connect(keep_disabled, sender=Translation, dispatch_uid="translation.localize.enabled")
    pre_save.connect(refuse_synchronisation, sender=LocaleSynchronization, dispatch_uid="translation.localize.sync")
    LOCALE_COMPONENTS[:] = [part for part in LOCALE_COMPONENTS if part["model"] is not LocaleSynchronization]
