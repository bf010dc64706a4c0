"""Specimens of what surrounds every page, and of what stands at its head."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from content.styleguide.specimens import NOWHERE, Specimen, Specimens, association, at_ten, land, lead, title, unsaved
from core.alerts import AlertSettings
from core.navigation import active_language
from core.outdated import Outdated
from home.models import ActivityAreaPage, StandardPage


def frame() -> Specimens:
    """Yield the header, the ways to other pages, and the footer."""
    about = association()
    yield Specimen(
        "components/site_header.html",
        _("with all links"),
        {"name": about.name, "tagline": about.tagline, "bip_url": about.bip_url},
    )
    yield Specimen("components/site_header.html", _("name only"), {"name": about.name})
    yield Specimen("components/navigation.html", _("with the current section"), {"entries": _menu()})
    crumbs = [{"title": title(), "url": NOWHERE}] * 2
    yield Specimen("components/breadcrumbs.html", _("two levels deep"), {"crumbs": crumbs, "title": title()})
    yield Specimen(
        "components/language_switch.html", _("with both languages"), {"languages": _languages(NOWHERE)}, on_deep=True
    )
    yield Specimen(
        "components/language_notice.html", _("without the other language"), {"languages": _languages("")}, on_deep=True
    )
    yield Specimen("components/display_controls.html", _("as scripts show them"), on_deep=True)
    search = {"action": NOWHERE, "field_id": "search", "query": ""}
    yield Specimen("components/search_form.html", _("in the header"), {**search, "placeholder": title()})
    yield Specimen("components/search_form.html", _("on its page"), {**search, "query": title(), "label": _("Search")})
    for level in AlertSettings.Level:
        alert = AlertSettings(level=level, text_pl=lead(), text_en=lead(), link_pl=NOWHERE, link_en=NOWHERE)
        yield Specimen("components/alert.html", level.label, {"alert": alert})
    yield Specimen("components/site_footer.html", _("full"), {"the_association": about})
    yield Specimen("components/mark.html", _("drawn from the members"))


def heads() -> Specimens:
    """Yield what a page begins with."""
    link = {"page": unsaved(StandardPage), "text": title()}
    hero = {"kicker": _("Kind"), "statement": title(), "introduction": lead(), "links": [link, link]}
    yield Specimen("home/components/hero.html", _("with a map"), {**hero, "landscape": land()})
    yield Specimen("home/components/hero.html", _("without a map"), hero)
    areas = [unsaved(ActivityAreaPage, number=number) for number in (1, 2)]
    yield Specimen("components/page_header.html", _("full"), {"kicker": _("Kind"), "title": title(), "lead": lead()})
    yield Specimen("components/page_header.html", _("title only"), {"title": title()})
    yield Specimen("components/area_links.html", _("two areas"), {"areas": areas})
    yield Specimen("components/contour_map.html", _("with names"), {"landscape": land(), "caption": lead()})
    small = {"landscape": land(), "caption": lead(), "size": "small", "marked": SimpleNamespace(url=NOWHERE)}
    yield Specimen("components/contour_map.html", _("small"), small)
    for kind, state in (("", _("plain")), ("warning", _("warning")), ("withdrawn", _("withdrawn"))):
        yield Specimen("components/notice.html", state, {"kind": kind, "heading": title(), "text": lead()})
    for kinds, state in (((), _("words have changed")), (("amount", "date"), _("facts have changed"))):
        outdated = Outdated(at_ten(), kinds)
        yield Specimen("components/outdated_notice.html", state, {"outdated": outdated, "source_url": NOWHERE})


def _menu() -> list[dict[str, object]]:
    below = [{"title": title(), "url": NOWHERE, "current": current} for current in ("page", "")]
    return [
        {"title": title(), "url": NOWHERE, "current": "true", "entries": below},
        {"title": title(), "url": NOWHERE, "current": "", "entries": []},
    ]


def _languages(url: str) -> list[dict[str, object]]:
    names = {"pl": "Polski", "en": "English"}
    return [
        {
            "code": code,
            "name": name,
            "current": code == active_language(),
            "url": url,
            "other_url": NOWHERE,
            "other_text": name,
            "notice": _("There is no version of this page in this language."),
        }
        for code, name in names.items()
    ]
