"""A change of which its author said, and its approver confirmed, that it changes no meaning: „bez zmiany treści”."""

from wagtail.models import Revision

from accounts.models import User
from translation.facts.changes import DriftClass
from translation.truth.drift import drift_between
from translation.truth.measuring import outstanding, parts_of_revision, path_key, segment_digest
from translation.truth.models import SettledSegment, TranslationState
from translation.truth.statements import settle


def settle_what_keeps_its_meaning(
    state: TranslationState, former: Revision, revision: Revision, user: User | None
) -> None:
    """Settle what a publication changed, but for facts, and for what had drifted before it already.

    Args:
        former: what Polish readers saw until now.
        revision: what they see from now on.
        user: who said so.
    """
    before, after = parts_of_revision(former), parts_of_revision(revision)
    base = state.base
    drifted = outstanding(drift_between(parts_of_revision(base), before), state.settled.all()) if base else []
    open_before = {(path_key(each.path), segment_digest(each.segment)) for each in drifted}
    settle(
        state,
        [
            each.segment
            for each in drift_between(before, after)
            if each.drift_class != DriftClass.FACT
            and (each.before is None or (path_key(each.before.path), segment_digest(each.before)) not in open_before)
        ],
        SettledSegment.Ground.AUTHOR,
        user,
    )
