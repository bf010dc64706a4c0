"""The example set: invented members, news, publications, pictures and accounts that show what the site does."""

from django.conf import settings
from django.utils.translation import gettext as _


class ExampleRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The example set cannot be loaded here; the message says why."""


def refuse_outside_development() -> None:
    """Keep example content and accounts with known passwords off every public site.

    Raises:
        ExampleRefused: DEBUG is off.
    """
    if not settings.DEBUG:
        raise ExampleRefused(
            _("The example set has accounts whose password everybody knows. It is loaded only where DEBUG is on.")
        )
