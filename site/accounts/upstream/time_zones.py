"""An account has a time zone that the site permits, or else the site's own.

Wagtail 8.0 offers the permitted zones alone (`WAGTAIL_USER_TIME_ZONES`), but goes on using whichever an account has
kept. docs/deviations/time-zones.md says when this can go.
"""

from django.conf import settings
from wagtail.admin.localization import get_available_admin_time_zones
from wagtail.users.models import UserProfile


def apply() -> None:
    """Wrap the method that the admin asks, once."""
    stock = UserProfile.get_current_time_zone
    if hasattr(stock, "__wrapped__"):
        return

    def get_current_time_zone(self: UserProfile) -> str:
        zone: str = stock(self)
        return zone if zone in get_available_admin_time_zones() else settings.TIME_ZONE

    get_current_time_zone.__wrapped__ = stock  # type: ignore[attr-defined]  # where functools keeps it too
    UserProfile.get_current_time_zone = get_current_time_zone
