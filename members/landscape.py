"""Where the members are, for the contour map of the site."""

from wagtail.models import Locale

from core.landscape import Place
from editorial.visibility import visible_pages
from members.models import MemberPage


def places(locale: Locale) -> list[Place]:
    """Return the present members with a position that readers of a language may see, in one query."""
    pages = MemberPage.objects.filter(latitude__isnull=False).defer_streamfields()
    return [
        Place(page.title, page.url, float(page.latitude), float(page.longitude), page.population or 0)
        for page in visible_pages(pages, locale).order_by("pk")
        if not page.is_past
    ]
