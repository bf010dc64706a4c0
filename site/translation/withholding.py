"""Pages that are left untranslated on purpose: who decides that, why, and how it is lifted."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from accounts.models import User
from editorial.bin import is_in_bin
from translation.locales import source_locale_id, target_locale_id
from translation.places import may_publish_english
from translation.requests.log_actions import LIFT, WITHHOLD
from translation.requests.models import TranslationRequest
from translation.requests.steps import close, open_request_of
from translation.truth.measuring import refresh
from translation.truth.models import TranslationState
from translation.truth.statements import state_of, state_of_source

NO_RIGHT = _("Only those who may publish the English version of this page can do this.")
FIELDS = ["withheld_at", "withheld_by", "withheld_reason"]


def _why_no_say(user: User, source: Page) -> str | Promise | None:
    if source.is_root() or source.locale_id != source_locale_id():
        return _("Only Polish pages can be left untranslated.")
    if is_in_bin(source) or not may_publish_english(user, source):
        return NO_RIGHT
    return None


def why_not_withhold(user: User, source: Page) -> str | Promise | None:
    """Say why a person may not decide that a Polish page stays untranslated."""
    if reason := _why_no_say(user, source):
        return reason
    if not source.live:
        return _("Readers do not see this Polish page now, so there is nothing to decide.")
    state = TranslationState.objects.filter(source_id=source.pk).select_related("page").first()
    if state is not None and state.withheld_at is not None:
        return _("This page is left untranslated on purpose already.")
    if state is not None and state.page is not None and state.page.live:
        return _("Readers see the English version of this page. Take it down first.")
    return None


def why_not_lift(user: User, source: Page) -> str | Promise | None:
    """Say why a person may not decide that a page is to be translated after all."""
    if reason := _why_no_say(user, source):
        return reason
    if not is_withheld(source):
        return _("This page is not left untranslated on purpose.")
    return None


def is_withheld(source: Page) -> bool:
    """Whether somebody decided that a Polish page stays untranslated."""
    return TranslationState.objects.filter(source_id=source.pk, withheld_at__isnull=False).exists()


@transaction.atomic
def withhold(source: Page, user: User, reason: str) -> None:
    """Leave a Polish page untranslated. A request that was made for it alone is cancelled, with the same reason."""
    state = state_of_source(source)
    state.withheld_at, state.withheld_by, state.withheld_reason = timezone.now(), user, reason
    state.save(update_fields=FIELDS)
    log(instance=source, action=WITHHOLD, user=user, data={"reason": reason})
    request = open_request_of(source)
    if request is not None and not request.whole_section:
        close(request, TranslationRequest.Outcome.CANCELLED, user, reason)
    refresh([source.pk])


@transaction.atomic
def lift(source: Page, user: User | None, reason: str = "") -> None:
    """Have a page translated after all."""
    state = state_of_source(source)
    state.withheld_at, state.withheld_by, state.withheld_reason = None, None, ""
    state.save(update_fields=FIELDS)
    log(instance=source, action=LIFT, user=user, data={"reason": reason})
    refresh([source.pk])


def english_went_live(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Lift the decision once readers have an English version all the same."""
    if instance.locale_id != target_locale_id() or not instance.live:
        return
    state = state_of(instance)
    if state is not None and state.withheld_at is not None:
        lift(state.source, None, gettext("An English version has gone live."))


def connect() -> None:
    """Follow English pages that go live."""
    page_published.connect(english_went_live, dispatch_uid="translation.withholding")
