"""Everything that this software can leave in a browser, named once: the privacy policy is written from here.

The tests compare this list with what the running site sets and with what its scripts store.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.db.models import TextChoices
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

DISPLAY_KEY = "display"
SIDEBAR_COOKIE = "wagtail_sidebar_collapsed"
EDITOR_KEYS = "wagtail:"


class Kind(TextChoices):
    """Where a browser keeps it, in words for readers."""

    COOKIE = "cookie", _("cookie")
    STORAGE = "storage", _("browser storage")


@dataclass(frozen=True)
class StoredItem:
    """One thing, or a family of things, that a browser keeps for this site.

    Attributes:
        name: of the cookie or the key; of a family, what the names of all its members begin with.
        kind: where the browser keeps it.
        when: what somebody has to do for it to be set.
        purpose: what it is for.
        lifetime: how long it stays.
        family: whether `name` is a beginning.
    """

    name: str
    kind: Kind
    when: str
    purpose: str
    lifetime: str
    family: bool = False

    def covers(self, name: str) -> bool:
        """Whether a cookie or key of this name is the one that is meant."""
        return name.startswith(self.name) if self.family else name == self.name


def stored_items() -> list[StoredItem]:
    """Return what the site can store, in the language that is active: first what concerns every reader."""
    return [
        StoredItem(
            DISPLAY_KEY,
            Kind.STORAGE,
            gettext("A reader chooses the contrast or the size of the text."),
            gettext("Shows the next page in the same way. The choice is not sent to the server."),
            gettext("until the reader clears it"),
        ),
        StoredItem(
            settings.SESSION_COOKIE_NAME,
            Kind.COOKIE,
            gettext("Somebody gives the right password of a protected page, or signs in as staff."),
            gettext("Remembers that the password was given, or who has signed in."),
            gettext("until the browser is closed; for staff who ask to stay signed in, %(time)s")
            % {"time": duration(settings.SESSION_COOKIE_AGE)},
        ),
        StoredItem(
            settings.CSRF_COOKIE_NAME,
            Kind.COOKIE,
            gettext("Somebody opens the page where staff sign in."),
            gettext("Protects the forms of the editor from being sent by another site."),
            _lifetime(settings.CSRF_COOKIE_AGE),
        ),
        StoredItem(
            CookieStorage.cookie_name,
            Kind.COOKIE,
            gettext("A member of staff saves something."),
            gettext("Carries the message that it was saved to the page that opens next."),
            gettext("until the message is shown, at the latest until the browser is closed"),
        ),
        StoredItem(
            SIDEBAR_COOKIE,
            Kind.COOKIE,
            gettext("A member of staff opens the editor."),
            gettext("Remembers whether the menu of the editor is folded."),
            gettext("until the browser is closed"),
        ),
        StoredItem(
            EDITOR_KEYS,
            Kind.STORAGE,
            gettext("A member of staff works in the editor."),
            gettext("Keeps the icons of the editor, and which of its panels are open and how wide."),
            gettext("until it is cleared"),
            family=True,
        ),
    ]


def unknown(names: Iterable[str]) -> set[str]:
    """Return those of the names of cookies and keys that no item covers."""
    items = stored_items()
    return {name for name in names if not any(item.covers(name) for item in items)}


def duration(seconds: int) -> str:
    """Return a time in words, in whole days where it is a day or more, else in hours."""
    days = timedelta(seconds=seconds).days
    if days:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    hours = max(1, round(seconds / 3600))
    return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}


def _lifetime(seconds: int | None) -> str:
    return gettext("until the browser is closed") if seconds is None else duration(seconds)
