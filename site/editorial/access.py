"""Who answers for which pages, for views that list many of them."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from accounts.models import User


def pages_answered_for(user: User | AnonymousUser) -> PageQuerySet:
    """Return the pages that a person may publish, by their role."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")


def answers_for_pages(user: User | AnonymousUser) -> bool:
    """Whether a person may publish any page, by their role."""
    return policy_registry.get_by_type(Page).user_has_permission(user, "publish")


class MayAnswerForPages:
    """A view for those who may publish pages."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person may publish nothing.
        """
        if not answers_for_pages(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # it is mixed into a view

    def pages_answered_for(self) -> PageQuerySet:
        """Return the pages that the person may publish."""
        return pages_answered_for(self.request.user)
