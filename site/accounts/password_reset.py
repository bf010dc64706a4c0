"""Asking for a new password: in the person's language, at the same pace for everyone, and not without end."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.users.models import UserProfile

from accounts.rate_limit import RateLimit, browser_of

HOUR = 3600
# One thread, so that mails leave in order and an attacker cannot start many
outbox = ThreadPoolExecutor(max_workers=1, thread_name_prefix="password-reset")


class LocalizedPasswordResetForm(PasswordResetForm):
    """Sends the mail in the language that its reader chose for the admin, else in the browser's.

    The page looks the same, and comes as quickly, whether the address is known, unknown, or has had its share of
    mails: those are sent after the answer, or not at all.
    """

    def save(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        """Send a mail to each account with the address, unless too many were asked for.

        Args:
            args: passed on to Django's form.
            request: the request that asks, whose address is counted.
            kwargs: passed on to Django's form.
        """
        counted = [
            RateLimit("password-reset-email", settings.PASSWORD_RESETS_PER_EMAIL, HOUR).count(
                self.cleaned_data["email"].lower()
            ),
            RateLimit("password-reset-browser", settings.PASSWORD_RESETS_PER_ADDRESS, HOUR).count(browser_of(request))
            if request is not None
            else 0,
        ]
        if not any(counted):
            super().save(*args, request=request, **kwargs)

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Queue the mail, to be written in its reader's language.

        Args:
            args: the two templates, the context with the `user`, the sender and the recipient.
            kwargs: passed on to Django's form.
        """
        language = UserProfile.get_for_user(args[2]["user"]).get_preferred_language()
        outbox.submit(self._send_in, language, *args, **kwargs)

    def _send_in(self, language: str, *args: Any, **kwargs: Any) -> None:
        with translation.override(language):
            super().send_mail(*args, **kwargs)
