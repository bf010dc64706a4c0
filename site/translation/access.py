"""Who may do what about translations."""

from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User
from translation.locales import source_locale_id

START = "wagtail_localize.submit_translation"


def may_start_translations(user: User | AnonymousUser) -> bool:
    """Whether a person may start English pages where they may edit them."""
    return user.has_perm(START)


def may_see_translations(user: User | AnonymousUser) -> bool:
    """Whether a person works on English pages: starts them, edits them or approves them."""
    if may_start_translations(user):
        return True
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(
        right.permission.codename in ("change_page", "publish_page")
        and (right.page.depth == 1 or right.page.locale_id != source_locale_id())
        for right in rights
    )


def may_translate_into(user: User | AnonymousUser, parent: Page) -> bool:
    """Whether a person may start a translation below an English page."""
    return may_start_translations(user) and policy_registry.get_by_type(Page).user_has_permission_for_instance(
        user, "change", parent
    )
