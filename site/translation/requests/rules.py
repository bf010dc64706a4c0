"""Who may ask for a translation, take it, hand it over, decline it or call it off. Each says why not, in words."""

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User
from editorial.bin import is_in_bin
from translation.locales import source_locale_id
from translation.places import may_translate
from translation.requests.holding import needs_work, reads_true, states_of
from translation.requests.models import TranslationRequest
from translation.truth.models import TranslationState

NO_RIGHT_TO_ASK = _("Only those who may change or publish the Polish page can do this.")
NOT_POLISH = _("English versions are asked for on Polish pages.")
NOT_LIVE = _("Readers do not see this Polish page now. Its English version can be asked for once they do.")
ENDED = _("This request has ended already.")


def may_ask(user: User | AnonymousUser, source: Page) -> bool:
    """Whether a person's role lets them ask for the English version of a Polish page."""
    if source.is_root() or source.locale_id != source_locale_id() or is_in_bin(source):
        return False
    tester = source.specific.permissions_for_user(user)
    return tester.can_edit() or tester.has_publish_right()


def paths_asked_for(user: User | AnonymousUser) -> tuple[str, ...]:
    """Return the tops of the parts of the Polish tree where a person may ask, for many pages at once."""
    if user.is_active and user.is_superuser:
        return ("",)
    return tuple(
        {
            right.page.path
            for right in policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
            if right.permission.codename in ("change_page", "publish_page")
            and (right.page.depth == 1 or right.page.locale_id == source_locale_id())
        }
    )


def why_not_ask(user: User | AnonymousUser, source: Page) -> str | Promise | None:
    """Say why a person may not ask for the English version of a page, or change what was asked."""
    if not source.is_root() and source.locale_id != source_locale_id():
        return NOT_POLISH
    if not may_ask(user, source):
        return NO_RIGHT_TO_ASK
    if not source.live:
        return NOT_LIVE
    nothing = why_nothing_to_do(source)
    return why_nothing_below(source) if nothing and source.numchild else nothing


def why_nothing_to_do(source: Page) -> str | Promise | None:
    """Say why there is nothing to ask for one page."""
    states = TranslationState.objects.filter(source_id=source.pk)
    if states.filter(state=TranslationState.State.WITHHELD).exists():
        return _("This page is left untranslated on purpose. Decide first that it is to be translated after all.")
    if states.filter(reads_true()).exists():
        return _("The English version is true to the Polish page. There is nothing to ask for.")
    return None


def why_nothing_below(source: Page) -> str | Promise | None:
    """Say why there is nothing to ask for a page with all below it."""
    if states_of(source).filter(needs_work(), source__live=True).exists():
        return None
    return _("Every page here has an English version that is true to it, or is left untranslated on purpose.")


def why_not_take(user: User, request: TranslationRequest) -> str | Promise | None:
    """Say why a person may not take a request on."""
    if not request.is_open:
        return ENDED
    if not may_translate(user, request.page):
        return _("Only those who may translate this page can take the request.")
    if request.translator == user:
        return _("This request is yours already.")
    if request.translator is not None:
        return _("Somebody else is asked. They can hand the request over to you.")
    return None


def why_not_answer(user: User, request: TranslationRequest) -> str | Promise | None:
    """Say why a person may not decline a request, or hand it over to a colleague.

    Who is named may; where nobody is named, whoever may translate the page.
    """
    if not request.is_open:
        return ENDED
    if request.translator not in (None, user):
        return _("Only the person who is asked can do this.")
    if not may_translate(user, request.page):
        return _("Only those who may translate this page can do this.")
    return None


def why_not_cancel(user: User, request: TranslationRequest) -> str | Promise | None:
    """Say why a person may not call a request off: who asked may, and whoever may ask."""
    if not request.is_open:
        return ENDED
    if request.asked_by_id != user.pk and not may_ask(user, request.page):
        return NO_RIGHT_TO_ASK
    return None
