"""Publications in the site's feed."""

from delivery.feeds import FeedSource
from publications.models import PublicationPage

SOURCE = FeedSource(model=PublicationPage, lead="summary", area="areas")
