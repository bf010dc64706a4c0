"""Which English pages a person may exchange texts of."""

from django.db.models import Q, QuerySet
from wagtail.models import Page

from accounts.models import User
from translation.access import english_pages_of
from translation.locales import target_locale_id
from translation.models import TranslationState

MOST_PAGES = 50  # in one file: they come in again in one transaction


def may_exchange(user: User, page: Page) -> bool:
    """Whether a person may take out, and send in, the texts of a page: it is English, and they may edit it."""
    return (
        not page.is_root()
        and page.locale_id == target_locale_id()
        and page.specific.permissions_for_user(user).can_edit()
    )


def states_for(user: User) -> QuerySet[TranslationState]:
    """Return the states of the English pages that a person may edit, of which readers see the Polish page."""
    editable = english_pages_of(user, ["change"])
    states = TranslationState.objects.filter(source__live=True, source__published_text__isnull=False)
    return states.filter(page__in=editable).order_by("page__path")


def below(page: Page) -> Q:
    """Return the condition that a state is of an English page or of one below it."""
    return Q(page__path__startswith=page.path)


def with_something_left() -> Q:
    """Return the condition that a translator has something to do on a page."""
    return Q(words_left__gt=0) | Q(drift__gte=TranslationState.Drift.WORDING)
