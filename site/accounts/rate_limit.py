"""So many times in so long: counted in the shared cache, for each browser or whatever else asks.

Of what is counted only a keyed hash is kept, and no longer than the window that it was counted in.
"""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.sign_in import client_address


@dataclass(frozen=True)
class RateLimit:
    """How often something may be done in a window of time. Windows follow one another by the clock.

    Attributes:
        name: what is done; each name is counted by itself.
        times: how often in one window.
        seconds: the length of a window.
    """

    name: str
    times: int
    seconds: int

    def count(self, subject: str) -> int:
        """Count one more for a subject.

        Returns:
            0 while it is within the limit, then the seconds until the next window.
        """
        key, left = self._window(subject)
        cache.add(key, 0, timeout=left)
        try:
            return left if cache.incr(key) > self.times else 0
        except ValueError:  # it expired in between
            return 0

    def give_back(self, subject: str) -> None:
        """Count one less, for what turned out to need no limit."""
        try:
            cache.decr(self._window(subject)[0])
        except ValueError:  # it expired in between
            return

    def _window(self, subject: str) -> tuple[str, int]:
        """Return the key that a subject has in the cache now, and the seconds that the window still lasts."""
        number, passed = divmod(int(timezone.now().timestamp()), self.seconds)
        digest = salted_hmac(f"rate-limit:{self.name}", subject, algorithm="sha256").hexdigest()
        return f"rate-limit:{self.name}:{number}:{digest}", self.seconds - passed


def browser_of(request: HttpRequest) -> str:
    """Return what a browser is counted by: its IPv4 address, or its IPv6 network, which is one household's or office's.

    Requests whose address is not known are counted together.
    """
    known = client_address(request)
    if known is None:
        return ""
    address = ip_address(known)
    if not isinstance(address, IPv6Address):
        return known
    return str(address.ipv4_mapped or IPv6Network((int(address), 64), strict=False))


def time_after(seconds: int) -> str:
    """Return the time of day, such as 14:35, that it will be here in so many seconds."""
    return timezone.localtime(timezone.now() + timedelta(seconds=seconds)).strftime("%H:%M")


def mark_too_many(response: HttpResponseBase, seconds: int) -> None:
    """Give a response the status 429, and say in it when to ask again."""
    response.status_code = 429
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
