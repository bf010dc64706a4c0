"""What must hold besides the rules of this app before a page is submitted, and again before it is approved.

Those who know of such a condition register it here. A publication in an emergency is not asked: somebody answers for it
with their name and a reason. Nor is content that code loads.
"""

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from editorial.refusals import PublishingRefused, Step

NOT_SUBMITTED = gettext_lazy(
    "“%(title)s” is saved, but was not submitted. Put this right first, or say why it may stay:"
)
NOT_APPROVED_YET = gettext_lazy("“%(title)s” was not approved. Put this right first, or say why it may stay:")

# Takes a specific page as its newest revision has it; returns what has to be done first, or nothing.
SubmissionCondition = Callable[[Page], Sequence[Step]]

_conditions: dict[str, SubmissionCondition] = {}


def register_submission_condition(name: str, condition: SubmissionCondition) -> None:
    """Add a condition that every page has to meet. Registering a name again replaces it."""
    _conditions[name] = condition


def check_submission_conditions(page: Page, refusal: str | Promise) -> None:
    """Let a specific page pass if it meets every condition.

    Args:
        page: as its newest revision has it.
        refusal: a sentence with `%(title)s` that says what was not done.

    Raises:
        PublishingRefused: with what has to be done first; the person goes on in the page's editor.
    """
    steps = [step for condition in _conditions.values() for step in condition(page)]
    if steps:
        edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        raise PublishingRefused(refusal % {"title": page.title}, steps, way_back=edit_url)
