"""How a page comes down, with its versions in other languages, and how it comes back."""

from collections.abc import Iterator, Mapping

from django.db import transaction
from django.utils import timezone
from wagtail import hooks
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import LogContext, log
from wagtail.models import Page
from wagtail.signals import page_published

from accounts.models import User
from editorial.decisions import why_not_reinstate, why_not_take_down
from editorial.log_actions import CONSOLIDATED, ERROR, REINSTATE, WITHDRAW
from editorial.records import Approval
from editorial.refusals import PublishingRefused
from editorial.take_downs import DOWN, TakeDown

LOG_ACTIONS = {
    TakeDown.Kind.ERROR: ERROR,
    TakeDown.Kind.CONSOLIDATED: CONSOLIDATED,
    TakeDown.Kind.WITHDRAWN: WITHDRAW,
}


def live_companions(page: Page) -> Iterator[Page]:
    """Yield the live pages that go along with a page when it is taken down: its versions in other languages."""
    for find in hooks.get_hooks("construct_translated_pages_to_cascade_actions"):
        for pages in (find([page], "unpublish") or {}).values():
            yield from (each.specific for each in pages if each.live)


@transaction.atomic
def take_down(
    page: Page,
    user: User,
    kind: TakeDown.Kind,
    *,
    texts: Mapping[str, str],
    target_page: Page | None = None,
    target_url: str = "",
    with_companions: bool = True,
) -> None:
    """Take a page down in one of three ways, and its versions in other languages with it.

    Args:
        page: a specific page that is live.
        texts: what readers are told, by language code; for what is said elsewhere there need be none.
        target_page: that says it now, or
        target_url: the address of one elsewhere.
        with_companions: false leaves the other languages as they are.

    Raises:
        PublishingRefused: the person may not.
    """
    if refusal := why_not_take_down(user, page):
        raise PublishingRefused(refusal)
    companions = list(live_companions(page)) if with_companions else []
    # The other languages first: each comes down with a text and an address of its own.
    for each in (*companions, page):
        target = _in_language_of(each, target_page)
        text = texts.get(each.locale.language_code, "")
        with LogContext(user):  # a history shows one entry of each action in a context, whichever page it is about
            _take_down_one(each, user, kind, text, target, target_url, keep_companions=not with_companions)


def _in_language_of(page: Page, target: Page | None) -> Page | None:
    if target is None or target.locale_id == page.locale_id:
        return target
    counterpart = target.get_translation_or_none(page.locale)
    return counterpart if counterpart is not None and counterpart.live else target


def _take_down_one(
    page: Page, user: User, kind: TakeDown.Kind, text: str, target: Page | None, url: str, *, keep_companions: bool
) -> None:
    lift(page, user)
    path = address_of(page)
    last_approval = Approval.objects.filter(page_id=page.pk).last()
    TakeDown.objects.create(
        page_id=page.pk,
        kind=kind,
        text=text,
        target_page=target,
        target_url=url,
        path=path,
        user=user,
        last_approval_id=last_approval.pk if last_approval else 0,
    )
    if kind not in DOWN:
        log(instance=page, action=LOG_ACTIONS[kind], user=user, data={"reason": text})
        return
    log(instance=page, action=LOG_ACTIONS[kind], user=user, data={"reason": text or url or str(target)})
    page.keeps_companions = keep_companions
    UnpublishPageAction(page, user=user, log_action=False).execute(skip_permission_checks=True)
    if kind == TakeDown.Kind.CONSOLIDATED:
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(path),
            site=None,
            defaults={"redirect_page": target, "redirect_link": url, "is_permanent": True},
        )


def address_of(page: Page) -> str:
    """Return the path of a page's address, with its language."""
    parts = page.get_url_parts()
    return parts[2] if parts else ""


def reinstate(page: Page, user: User) -> None:
    """Lift the mark that a page, and its versions in other languages, are withdrawn.

    Raises:
        PublishingRefused: the person may not.
    """
    if refusal := why_not_reinstate(user, page):
        raise PublishingRefused(refusal)
    with transaction.atomic():
        for each in (page, *live_companions(page)):
            if lift(each, user):
                with LogContext(user):
                    log(instance=each, action=REINSTATE, user=user)


def lift(page: Page, user: User | None = None) -> bool:
    """End what is in force for a page, its redirect included, and return whether anything was."""
    found = list(TakeDown.objects.in_force().filter(page_id=page.pk))
    for each in found:
        if each.kind == TakeDown.Kind.CONSOLIDATED:
            Redirect.objects.filter(old_path=Redirect.normalise_path(each.path), site=None).delete()
        each.lifted_at, each.lifted_by = timezone.now(), user
        each.save(update_fields=["lifted_at", "lifted_by"])
    return bool(found)


def lift_when_published(sender: type[Page], instance: Page, **_kwargs: object) -> None:
    """End what kept readers from a page that goes live again. A withdrawn page stays withdrawn: a person lifts that."""
    if TakeDown.objects.in_force().filter(page_id=instance.pk, kind__in=DOWN).exists():
        lift(instance)


def connect() -> None:
    """Follow every page that goes live."""
    page_published.connect(lift_when_published, dispatch_uid="editorial.taking_down.published")
