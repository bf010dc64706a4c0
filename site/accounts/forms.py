"""The forms of a user, in which nobody gives more rights than they may."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from accounts.models import User
from accounts.roles import ROLES


def assignable_groups(user: User | None) -> QuerySet[Group]:
    """Return the groups a person may put others into: the roles; a superuser, any group."""
    groups = Group.objects.order_by("name")
    return groups if user is not None and user.is_superuser else groups.filter(name__in=ROLES)


class SignInForm(LoginForm):
    """Wagtail's form of sign-in, whose password has no label to translate and whose hints say the labels again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        for name in ("username", "password"):
            del self.fields[name].widget.attrs["placeholder"]


class LimitedRightsMixin(forms.ModelForm):
    """Lets a superuser make superusers and use any group, and others only the roles."""

    def __init__(self, *args: Any, acting_user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered_groups = assignable_groups(acting_user)
        cast(forms.ModelMultipleChoiceField, self.fields["groups"]).queryset = self.offered_groups
        if (acting_user is None or not acting_user.is_superuser) and (field := self.fields.get("is_superuser")):
            field.disabled = True
            field.help_text = _("Only somebody with full access may give it.")

    def clean_groups(self) -> list[Group]:
        """Keep the groups that this form did not offer."""
        kept = self.instance.groups.exclude(pk__in=self.offered_groups) if self.instance.pk else []
        return [*self.cleaned_data["groups"], *kept]


class LimitedUserCreationForm(LimitedRightsMixin, UserCreationForm):
    """A new account."""


class LimitedUserEditForm(LimitedRightsMixin, UserEditForm):
    """An account that exists."""


class LimitedRoleForm(RoleForm):
    """One role for several accounts."""

    def __init__(self, *args: Any, acting_user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = assignable_groups(acting_user)
