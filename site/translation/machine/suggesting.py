"""Asks the machine translator that the settings name, by wagtail-localize's interface."""

import hashlib
import logging

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.strings import StringValue

from accounts.models import User
from editorial.refusals import PublishingRefused
from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE, locale_of
from translation.machine.models import MachineText

logger = logging.getLogger(__name__)
LONGEST = 5_000  # characters of one passage
NO_ANSWER = gettext_lazy("The machine translator does not answer. Try again later.")


def is_on() -> bool:
    """Whether the settings name a machine translator for the site's languages."""
    translator = get_machine_translator()
    return translator is not None and translator.can_translate(locale_of(SOURCE_LANGUAGE), locale_of(TARGET_LANGUAGE))


def digest(text: str) -> str:
    """Return what `MachineText.digest` holds of a text: spaces and their kinds do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def _digests(text: str) -> set[str]:
    """Return those of a text and of each of its lines, which an editor may make paragraphs of."""
    return {digest(each) for each in (text, *text.splitlines()) if each.strip()}


def suggest(english: Page, polish: str, user: User) -> str:
    """Return what the machine makes of a Polish passage, and remember that it was the machine.

    Only the words of the passage leave the site, without markup and links.

    Raises:
        PublishingRefused: there is no machine translator, the passage is too long, or the machine does not answer.
    """
    translator = get_machine_translator() if is_on() else None
    if translator is None:
        raise PublishingRefused(_("No machine translator is set up."))
    if not polish.strip() or len(polish) > LONGEST:
        raise PublishingRefused(_("This passage is too long for the machine translator. Translate it by hand."))
    string = StringValue.from_plaintext(polish)
    try:
        answer = translator.translate(locale_of(SOURCE_LANGUAGE), locale_of(TARGET_LANGUAGE), [string])
        text = answer[string].render_text().strip()
    except Exception as error:
        # Whatever goes wrong at a service of somebody else's, the translator goes on by hand.
        logger.exception("The machine translator did not answer")
        raise PublishingRefused(NO_ANSWER) from error
    if not text:
        raise PublishingRefused(NO_ANSWER)
    for each in _digests(text):
        MachineText.objects.get_or_create(
            page_id=english.pk,
            digest=each,
            defaults={"translator": str(translator.display_name), "asked_by": user},
        )
    return text


def mark_read(english: Page, text: str, user: User) -> None:
    """Record that a person has read a machine's text and answers for it."""
    texts = MachineText.objects.filter(page_id=english.pk, digest__in=_digests(text), read_at=None)
    texts.update(read_by=user, read_at=timezone.now())


def unread_digests(english: Page) -> set[str]:
    """Return the fingerprints of what a machine gave for a page and nobody has read."""
    return set(MachineText.objects.filter(page_id=english.pk, read_at=None).values_list("digest", flat=True))
