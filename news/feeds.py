"""News and events in the site's feed."""

from delivery.feeds import FeedSource
from news.models import EventPage, NewsPage

SOURCES = (
    FeedSource(model=NewsPage, lead="lead", area="areas"),
    FeedSource(model=EventPage, lead="lead", area="areas"),
)
