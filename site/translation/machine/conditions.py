"""No page is submitted or approved with words of a machine that no person changed or has read."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.refusals import Step
from editorial.submission_conditions import register_submission_condition
from translation.locales import target_locale_id
from translation.machine.suggesting import digest, unread_digests
from translation.segments import Part, parts_of
from translation.truth.measuring import path_key


def unread_parts(page: Page) -> Iterator[Part]:
    """Yield the parts of a specific English page that hold a machine's unread words."""
    unread = unread_digests(page)
    if unread:
        for part in parts_of(page.serializable_data(), type(page)).values():
            if part.kind.is_words and any(digest(segment.text) in unread for segment in part.segments):
                yield part


def words_of_a_machine(page: Page) -> Sequence[Step]:
    """Say where an English page holds words of a machine that nobody has read, with the way there."""
    if page.locale_id != target_locale_id():
        return []
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return [
        Step(
            _("%(place)s: the words of a machine, as it gave them. Change them, or say that you have read them.")
            % {"place": part.label},
            f"{edit}#:w:{urlencode({'contentpath': path_key(part.path)})}",
        )
        for part in unread_parts(page)
    ]


def connect() -> None:
    """Ask this of every submission and approval."""
    register_submission_condition("translation.machine", words_of_a_machine)
