"""The people who work on the site."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

DELETE_PERMISSION = "accounts.delete_user"
EMAIL_TAKEN = _("Another account has this e-mail address. Give each person an address of their own.")


class User(AbstractUser):
    """Somebody with an account. Accounts are deactivated, never deleted: records name them."""

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="one_account_for_an_email",
                violation_error_message=EMAIL_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def clean(self) -> None:
        """Refuse an e-mail address that another account has, since it is where a new password is asked for.

        Raises:
            ValidationError: on `email`.
        """
        super().clean()
        if self.email and User.objects.filter(email__iexact=self.email).exclude(pk=self.pk).exists():
            raise ValidationError({"email": EMAIL_TAKEN})

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Answer as Django does, but nobody may delete an account, superusers included."""
        return perm != DELETE_PERMISSION and super().has_perm(perm, obj)

    def may_manage(self, other: "User") -> bool:
        """Whether this person may change somebody's account, groups or password: a superuser's only as one."""
        return self.is_superuser or not other.is_superuser
