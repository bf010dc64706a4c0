"""The people who work on the site."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody with an account. Accounts are deactivated, never deleted: records name them."""

    def __str__(self) -> str:
        return self.get_full_name() or self.username
