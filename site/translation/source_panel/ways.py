"""What may be done with an English page as a whole from beside its editor, or why not now."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import User
from editorial.decisions import Reason
from translation.access import may_see_source
from translation.merging.bringing import why_not_bring_over
from translation.source_panel.rows import SourceText
from translation.truth.drift import How
from translation.truth.models import TranslationState


@dataclass(frozen=True)
class Way:
    """One thing that may be done, and where; or why not now."""

    label: str
    url: str
    why_not: str | Promise | None


def ways_of(source: SourceText, user: User) -> list[Way]:
    """Return what there is to be done: nothing that would change nothing."""
    found = []
    if _may_be_said_true(source):
        url = reverse("translation:say_true", args=[source.english.pk])
        found.append(Way(_("Say that the page is true again"), url, why_not_say_true(user, source)))
    if source.has_other_structure:
        url = reverse("translation:structure", args=[source.english.pk])
        found.append(Way(_("Bring the Polish structure over"), url, why_not_bring_over(user, source.english)))
    elif source.english.has_unpublished_changes and _has_other_blocks(source):
        url = reverse("translation:structure", args=[source.english.pk])
        found.append(
            Way(
                _("Bring the Polish structure over"), url, _("The draft has it already. Readers get it with the draft.")
            )
        )
    return found


def why_not_say_true(user: User | AnonymousUser, source: SourceText | None) -> Reason:
    """Say why a person may not say now that an English page, as readers see it, is true to the Polish text of today.

    Args:
        source: of the page; None if it translates no page.
    """
    english = source.english if source else None
    if english is not None and not (may_see_source(user, english) and english.permissions_for_user(user).can_edit()):
        return _("Only those who may change this English page can say that it is true.")
    if source is None or english is None or source.live is None:
        return _("There is no Polish text that this page could be true to.")
    if english.workflow_in_progress:
        return _("The draft waits for approval. By submitting it somebody has said that it is true.")
    if english.has_unpublished_changes or not english.live:
        return _("The English page has a draft. Submit it: by submitting it you say that it is true.")
    return None


def _may_be_said_true(source: SourceText) -> bool:
    state = source.state
    return source.english.live and (state.true_to_id is None or state.drift > TranslationState.Drift.NONE)


def _has_other_blocks(source: SourceText) -> bool:
    return any(each.how != How.CHANGED for each in source.differences)
