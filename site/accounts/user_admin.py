"""Wagtail's user administration without deleting, and without a way to rights that one does not have."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.users.views import users
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

from accounts.forms import LimitedRoleForm, LimitedUserCreationForm, LimitedUserEditForm
from accounts.models import User


class CreateView(users.CreateView):
    """Add an account."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "acting_user": self.request.user}


class EditView(users.EditView):
    """Change an account. A superuser's is changed by superusers only."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        may_change = self.permission_policy.user_has_permission(request.user, "change")
        if may_change and not cast(User, request.user).may_manage(self.object):
            messages.error(
                request,
                _("“%(person)s” has full access. Only somebody who has it too may change this account.")
                % {"person": self.object},
            )
            return redirect("wagtailusers_users:index")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "acting_user": self.request.user}


class DeleteView(users.DeleteView):
    """Says what to do instead of deleting."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.permission_policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        person = self.get_object()
        messages.error(
            request,
            _(
                "Accounts are not deleted, because records of publishing name them. "
                "To shut “%(person)s” out, remove the tick at “Active”."
            )
            % {"person": person},
        )
        return redirect(reverse("wagtailusers_users:edit", args=(person.pk,)))


class UserViewSet(users.UserViewSet):
    """The accounts, as the admin manages them."""

    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[LimitedUserCreationForm | LimitedUserEditForm]:
        return LimitedUserEditForm if for_update else LimitedUserCreationForm


class LimitedSetActiveState(SetActiveStateBulkAction):
    """Deactivate or activate several accounts, superusers' only as a superuser."""

    def check_perm(self, obj: User) -> bool:
        return super().check_perm(obj) and self.request.user.may_manage(obj)


class LimitedAssignRole(AssignRoleBulkAction):
    """Give several accounts a role that one may give."""

    form_class = LimitedRoleForm

    def check_perm(self, obj: User) -> bool:
        return super().check_perm(obj) and self.request.user.may_manage(obj)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "acting_user": self.request.user}
