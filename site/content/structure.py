"""The structure of the site: the section pages, and the statute's goals and areas, word for word."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import yaml
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.coreutils import string_to_ascii
from wagtail.models import Page, Site

from accounts.roles import HOME_PERMISSIONS, MEMBER_LIST_PERMISSIONS, grant_page_permissions
from content.loading import block, key_of, put_page
from core.models import AssociationSettings
from core.site_settings import PLACEHOLDERS
from editorial.publishing import publish_loaded_content
from home.models import (
    AccessibilityStatementPage,
    ActivityAreaIndexPage,
    ActivityAreaPage,
    ContactPage,
    EasyReadPage,
    GoalIndexPage,
    GoalPage,
    HomePage,
    PrivacyPolicyPage,
    SignLanguagePage,
    StandardPage,
)
from members.models import MemberIndexPage
from news.models import EventIndexPage, NewsIndexPage
from publications.models import PublicationIndexPage

HERE = Path(__file__).parent
REASON = "Structure of the site"
SECTIONS = {
    "about": StandardPage,
    "goals": GoalIndexPage,
    "areas": ActivityAreaIndexPage,
    "news": NewsIndexPage,
    "events": EventIndexPage,
    "publications": PublicationIndexPage,
    "members": MemberIndexPage,
    "contact": ContactPage,
    "accessibility": AccessibilityStatementPage,
    "easy_read": EasyReadPage,
    "sign_language": SignLanguagePage,
    "privacy": PrivacyPolicyPage,
}


@dataclass
class Structure:
    """The pages of one language, by their keys in structure.yaml, legal.yaml and statute.yaml."""

    home: HomePage
    sections: dict[str, Any] = field(default_factory=dict)
    goals: dict[str, GoalPage] = field(default_factory=dict)
    areas: dict[str, ActivityAreaPage] = field(default_factory=dict)


def read(name: str) -> dict[str, Any]:
    """Read a YAML file that lies beside this module."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def slug_of(title: str) -> str:
    """Return an address for a title: lower case, ASCII, Polish letters by their base letters."""
    words = "".join(letter if letter.isalnum() else " " for letter in string_to_ascii(title.lower()))
    return "-".join(words.split())


@transaction.atomic
def load_structure() -> dict[str, Structure]:
    """Make what is missing of the structure, in both languages, and return it by language.

    Pages that exist are not touched, wherever staff have moved them and whatever they are called now; one that was
    unpublished stays so. Running it again changes nothing. To be rid of a page of the structure, unpublish it: a
    deleted one would be made again, since deployment completes what is missing.
    """
    texts = {**read("structure.yaml"), **read("legal.yaml")}
    statute = read("statute.yaml")
    structure = {language: _load_language(language, texts, statute) for language, _name in settings.LANGUAGES}
    return structure


def neutral_settings() -> dict[str, str]:
    """Return the association's data that every site starts with, by name of the field."""
    return {**read("structure.yaml")["settings"], **PLACEHOLDERS}


def _name_the_association() -> None:
    site = Site.objects.get(is_default_site=True)
    AssociationSettings.objects.get_or_create(site=site, defaults=neutral_settings())


def _load_language(language: str, texts: dict[str, Any], statute: dict[str, Any]) -> Structure:
    home, created = _load_home(texts["home"], language)
    structure = Structure(home)
    if created and language == settings.LANGUAGE_CODE:
        _become_the_site(home)
    _name_the_association()
    grant_page_permissions(home, HOME_PERMISSIONS[language])
    for key, model in SECTIONS.items():
        structure.sections[key] = _load_section(model, home, key, language, texts, statute)
    if language == settings.LANGUAGE_CODE:
        grant_page_permissions(structure.sections["members"], MEMBER_LIST_PERMISSIONS)
    _load_statute(structure, language, statute)
    if created:
        _link_from_home(home, structure, texts["home"]["links"])
    return structure


def _load_home(texts: dict[str, Any], language: str) -> tuple[HomePage, bool]:
    key = key_of("home")
    sections = [
        block(key, kind, {name: text[language] for name, text in values.items()}, number)
        for number, (kind, values) in enumerate(texts["sections"].items())
    ]
    return put_page(HomePage, Page.get_first_root_node(), key, language, REASON, **texts[language], sections=sections)


def _link_from_home(home: HomePage, structure: Structure, links: dict[str, dict[str, str]]) -> None:
    """Give a new home page its links to sections, which are made after it."""
    key, language = key_of("home"), home.locale.language_code
    home.links = [  # type: ignore[assignment]  # a stream takes raw blocks
        block(key, "link", {"text": texts[language], "page": structure.sections[section].pk}, number)
        for number, (section, texts) in enumerate(links.items())
    ]
    publish_loaded_content(home, REASON)


def _become_the_site(home: HomePage) -> None:
    """Make the Polish home page the root of the default site, in place of the page that Wagtail comes with."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.root_page = home
    site.site_name = site.site_name or str(settings.WAGTAIL_SITE_NAME)  # else the dashboard greets with a host name
    if (site.hostname, site.port) == ("localhost", 80):  # as Wagtail comes; canonical links and feeds name the host
        base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        site.hostname = base.hostname or site.hostname
        site.port = base.port or (443 if base.scheme == "https" else 80)
    site.save()
    if welcome is not None and type(welcome.specific) is Page:
        welcome.delete()


def _load_section(
    model: Any, home: HomePage, key: str, language: str, texts: dict[str, Any], statute: dict[str, Any]
) -> Any:
    fields = {"show_in_menus": True, **texts[key][language]}
    if key == "accessibility":
        fields |= _accessibility_fields(fields)
    if key == "areas":
        fields["introduction"] = statute["activity_areas_lead"][language] + ":"
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = _blocks(key_of(key, name), value)
    page, _created = put_page(model, home, key_of(key), language, REASON, **fields)
    return page


def _accessibility_fields(texts: dict[str, Any]) -> dict[str, Any]:
    """Return what is not plain text of the first accessibility statement: its dates are those of the loading."""
    today = timezone.localdate()
    fault = {"kind": "fault", "criterion": "", "planned_on": None, "repaired_on": None}
    return {
        "published_on": today,
        "changed_on": today,
        "drawn_up_on": today,
        "faults": [{"fault": {"description": description, **fault}} for description in texts["faults"]],
    }


def _blocks(key: UUID, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the blocks of a stream, each given as its kind and its value."""
    return [block(key, kind, value, number) for number, part in enumerate(parts) for kind, value in part.items()]


def _load_statute(structure: Structure, language: str, statute: dict[str, Any]) -> None:
    for goal in statute["goals"]:
        key = key_of("goal", goal["key"])
        structure.goals[goal["key"]], _created = put_page(
            GoalPage,
            structure.sections["goals"],
            key,
            language,
            REASON,
            title=goal["title"][language],
            show_in_menus=True,
            slug=slug_of(goal["title"][language]),
            number=goal["number"],
            summary=goal["summary"][language],
            statement=goal["statement"][language],
            scope=[
                block(key, "item", item[language], number) for number, item in enumerate(goal.get("scope", []), start=1)
            ],
        )
    for area in statute["activity_areas"]:
        structure.areas[area["key"]], _created = put_page(
            ActivityAreaPage,
            structure.sections["areas"],
            key_of("area", area["key"]),
            language,
            REASON,
            title=area["title"][language],
            show_in_menus=True,
            slug=slug_of(area["title"][language]),
            number=area["number"],
            statement=area["statement"][language],
            goals=[structure.goals[goal] for goal in area["goals"]],
        )
