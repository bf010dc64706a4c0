"""Specimens of the sections that staff compose the home page of."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.rich_text import RichText

from content.styleguide.lists import event, member, news, publication
from content.styleguide.specimens import NOWHERE, Specimen, Specimens, lead, picture, title, unsaved
from core.listings import ShownListing, all_listings
from home.models import ActivityAreaPage, GoalPage, StandardPage


def home_sections() -> Specimens:
    """Yield every section, with what the apps offer to it."""
    offered = {listing.name: listing for listing in all_listings()}
    plain: dict[str, Any] = {"value": {"heading": title()}}

    def shown(name: str, *entries: Any) -> dict[str, Any]:
        listing = offered[name]
        listed = ShownListing(
            listing.heading,
            f"listing-{name}",
            list(entries),
            listing.item_template,
            listing.layout,
            listing.more,
            NOWHERE,
        )
        return {**plain, "shown": listed}

    front = shown("news", news(lead_image=picture()), news(), news())
    yield Specimen("home/blocks/news.html", _("full"), {**front, "templates": offered["news"].templates})
    yield Specimen("home/blocks/listing.html", _("events"), shown("events", event(), event()))
    yield Specimen("home/blocks/listing.html", _("members"), shown("members", member(), member(coat_of_arms=picture())))
    yield Specimen("home/blocks/publications.html", _("full"), shown("publications", publication(), publication()))
    goals = [unsaved(GoalPage, number=number, summary=lead()) for number in (1, 2)]
    yield Specimen("home/blocks/goals.html", _("full"), {**plain, "goals": goals, "more_url": NOWHERE})
    areas = [unsaved(ActivityAreaPage, number=number) for number in (1, 2)]
    yield Specimen("home/blocks/areas.html", _("full"), {**plain, "areas": areas, "more_url": NOWHERE})
    partners = [{"name": title(), "url": NOWHERE}, {"name": title(), "image": picture(), "url": NOWHERE}]
    yield Specimen(
        "home/blocks/partners.html", _("a name and a sign"), {"value": {"heading": title(), "partners": partners}}
    )
    funds = {"image": picture(), "alt_text": title(), "text": lead()}
    more = unsaved(StandardPage, locale=Locale.get_active())
    yield Specimen("home/blocks/funds.html", _("full"), {"value": funds, "shown_page": more})
    yield Specimen(
        "home/blocks/text.html", _("full"), {"value": {"heading": title(), "text": RichText(f"<p>{lead()}</p>")}}
    )
