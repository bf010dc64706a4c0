"""News in the site's feed."""

from delivery.feeds import FeedSource
from news.models import NewsPage

SOURCE = FeedSource(model=NewsPage, lead="lead", area="areas")
