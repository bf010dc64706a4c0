"""A page as a screen reader says it: from the tree that the browser gives to such programs, line by line."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tools.audit.checks.scripts import ask

CONTROLS = {
    "button",
    "checkbox",
    "combobox",
    "DisclosureTriangle",
    "link",
    "listbox",
    "menuitem",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
}
PICTURES = {"image", "img"}
ONCE = ("banner", "main", "contentinfo")
NAMED_APART = {"navigation", "region", "search", "form", "complementary"}
SPOKEN = CONTROLS | PICTURES | NAMED_APART | {*ONCE, "heading", "StaticText", "table", "list"}
# Words that a text of more than a few has in one language and never in the other
WORDS = {
    "pl": "w z na się jest oraz dla nie które który przez od że jak są ich tego czy lub",
    "en": "the and of for with is are that this from which their was were has have not",
}
FEWEST = 3  # such words, and none of the other language, tell a language


@dataclass(frozen=True)
class Node:
    """What is said of one thing on the page."""

    role: str
    name: str
    level: int = 0

    def __str__(self) -> str:
        if self.role == "StaticText":
            return self.name
        return f"{self.role}{f' {self.level}' if self.level else ''}: {self.name}"


def read(tab: Page) -> list[Node]:
    """Return what a screen reader says of the open page, in its order."""
    session = tab.context.new_cdp_session(tab)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return list(_walk(nodes[0], by_id))


def _walk(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[Node]:
    role = node.get("role", {}).get("value", "")
    if not node.get("ignored") and role in SPOKEN:
        level = next((entry["value"]["value"] for entry in node.get("properties", []) if entry["name"] == "level"), 0)
        yield Node(role, node.get("name", {}).get("value", "").strip(), level if role == "heading" else 0)
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _walk(by_id[child], by_id)


def faults(tab: Page, language: str) -> list[str]:
    """Return what a listener to the open page, which is in this language, would miss."""
    spoken = read(tab)
    return [*_headings(spoken), *_names(spoken), *_landmarks(spoken), *_languages(tab, language)]


def _headings(spoken: list[Node]) -> Iterator[str]:
    headings = [node for node in spoken if node.role == "heading"]
    first = [node for node in headings if node.level == 1]
    if len(first) != 1:
        yield f"{len(first)} headings of level 1"
    level = 0
    for heading in headings:
        if not heading.name:
            yield f"an empty heading of level {heading.level}"
        if heading.level > level + 1:
            yield f"heading {heading.level} “{heading.name}” comes after level {level}"
        level = heading.level


def _names(spoken: list[Node]) -> Iterator[str]:
    for role, number in Counter(node.role for node in spoken if not node.name).items():
        if role in CONTROLS | PICTURES:
            yield f"{number} of the kind {role} without a name"


def _landmarks(spoken: list[Node]) -> Iterator[str]:
    roles = Counter(node.role for node in spoken)
    for role in ONCE:
        if roles[role] != 1:
            yield f"{roles[role]} landmarks of the kind {role}"
    for (role, name), number in Counter((node.role, node.name) for node in spoken if node.role in NAMED_APART).items():
        if number > 1:
            yield f"{number} landmarks of the kind {role} are called “{name}”"
        if not name and (role == "region" or (role == "navigation" and roles[role] > 1)):
            yield f"a landmark of the kind {role} has no name"


def _languages(tab: Page, language: str) -> Iterator[str]:
    if (said := tab.locator("html").get_attribute("lang")) != language:
        yield f"the page is in {language} and says {said}"
    for passage in ask(tab, "passages"):
        written = language_of(passage["text"])
        if written and written != passage["language"]:
            yield f"“{passage['text'][:60]}” is marked as {passage['language'] or 'nothing'} and written in {written}"


def language_of(text: str) -> str | None:
    """Return the language that a text is plainly written in, or None where a few words do not tell."""
    words = re.findall(r"\w+", text.lower())
    found = {language: sum(word in known.split() for word in words) for language, known in WORDS.items()}
    most, least = sorted(found, key=lambda language: -found[language])
    return most if found[most] >= FEWEST and not found[least] else None
