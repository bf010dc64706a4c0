"""The site's feed under the association's name."""

from django.utils.translation import gettext as _

from core.site_settings import AssociationSettings
from delivery.feeds import FeedRequest, NewestPagesFeed


class SiteFeed(NewestPagesFeed):
    """The newest news, events and publications of the association."""

    def site_title(self, asked: FeedRequest) -> str:
        return AssociationSettings.for_request(asked.request).name

    def description(self, asked: FeedRequest) -> str:
        return _("The newest news, events and publications")
