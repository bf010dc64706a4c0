"""Which pages a person may do something with, as the admin's lists, reports, search and choosers of a parent ask it."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from wagtail.models import AbstractPage, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.query import PageQuerySet

from accounts.models import User
from editorial.bin import is_in_bin, outside_bin_when_searched


class GovernedPagePolicy(PagePermissionPolicy):
    """Wagtail's policy without the pages in the recycle bin, where superusers too have no rights."""

    def user_has_any_permission_for_instance(
        self, user: User | AnonymousUser, actions: Iterable[str], instance: Page
    ) -> bool:
        return not is_in_bin(instance) and super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user: User | AnonymousUser, actions: Iterable[str]) -> PageQuerySet:
        return super().instances_user_has_any_permission_for(user, actions).filter(outside_bin_when_searched())

    def explorable_instances(self, user: User | AnonymousUser) -> PageQuerySet:
        return super().explorable_instances(user).filter(outside_bin_when_searched())


def connect() -> None:
    """Put our policy in place of Wagtail's."""
    register_permission_policy(AbstractPage, GovernedPagePolicy())
