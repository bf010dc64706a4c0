"""Sections of the home pages, and an alert, while the example set is loaded."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid5

from django.utils import timezone
from wagtail.models import Site

from content.example.days import moment_of
from content.example.items import find, remember
from content.example.texts import read, worded
from content.loading import block, key_of
from core.alerts import AlertSettings
from editorial.publishing import publish_loaded_content
from home.models import HomePage
from library.models import CustomImage

REASON = "Example content"
KEY = key_of("example", "home")
SECTIONS = ("partners", "funds")


def add_sections(home: HomePage, language: str, images: Mapping[str, CustomImage]) -> None:
    """Publish a home page with the example's sections after its own."""
    texts = worded(read("home"), language)
    partners = [_partner(number, each) for number, each in enumerate(texts["partners"]["partners"])]
    values = {
        "partners": {**texts["partners"], "partners": partners},
        "funds": {**texts["funds"], "image": images[texts["funds"]["image"]].pk, "page": None},
    }
    home.refresh_from_db()
    home.sections = [*home.sections.raw_data, *(block(KEY, kind, values[kind]) for kind in SECTIONS)]  # type: ignore[assignment]  # a stream takes raw blocks
    publish_loaded_content(home, REASON)


def _partner(number: int, entry: dict[str, Any]) -> dict[str, Any]:
    value = {"name": entry["name"], "image": None, "url": entry.get("url", "")}
    return {"type": "item", "id": str(uuid5(KEY, f"partner/{number}")), "value": value}


def remove_sections() -> None:
    """Publish every home page without the example's sections. A draft of one stays a draft, without them too."""
    ours = {block(KEY, kind, {})["id"] for kind in SECTIONS}
    for home in HomePage.objects.all():
        draft = home.get_latest_revision_as_object() if home.has_unpublished_changes else None
        if home.live and _left_out(home, ours):
            publish_loaded_content(home, REASON)
        if draft is not None:
            _left_out(draft, ours)
            draft.save_revision()


def _left_out(home: HomePage, ids: set[str]) -> bool:
    """Take sections out of a page, and return whether it had any of them."""
    kept = [section for section in home.sections.raw_data if section["id"] not in ids]
    had = len(kept) < len(home.sections.raw_data)
    home.sections = kept  # type: ignore[assignment]  # a stream takes raw blocks
    return had


def raise_alert() -> None:
    """Show the example's alert, unless staff have written one."""
    site = Site.objects.get(is_default_site=True)
    alert, _created = AlertSettings.objects.get_or_create(site=site)
    if alert.text_pl:
        return
    entry = read("home")["alert"]
    alert.text_pl, alert.text_en = entry["text"]["pl"], entry["text"]["en"]
    alert.ends_at = moment_of(entry["ends"], timezone.localdate())
    alert.full_clean()
    alert.save()
    remember("alert", alert)


def lift_alert() -> None:
    """Remove the example's alert, unless staff have put another text in its place."""
    alert = find(AlertSettings, "alert")
    if alert is not None and alert.text_pl == read("home")["alert"]["text"]["pl"]:
        alert.delete()
