"""Who may do what in the admin, as it answers, and as docs/operators/permissions.md says."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from django.contrib.messages import WARNING, get_messages
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.permissions.addresses import Address
from tests.permissions.world import LANGUAGES, STATES, World

TABLE = Path(__file__).resolve().parents[2] / "docs" / "operators" / "permissions.md"
METHODS = ("GET", "POST")
ROLES = ("author", "editor", "translator", "member_editor", "administrator", "superuser")
YES, NO = "yes", "–"
# Forms of Wagtail's that break, and do nothing, when a script leaves their only field out
FORMS = {
    "wagtailadmin_choose_page_external_link": {"external-link-chooser-url": ""},
    "wagtailredirects:process_import": {"import_file_name": ""},
}
# By label of the address and method, what the cell of each role says
Table = dict[tuple[str, str], dict[str, str]]


def is_allowed(client: Client, method: str, url: str, data: Mapping[str, str] | None = None) -> bool | None:
    """Ask as the person who is signed in, and undo what it does. None: the address does not take this method.

    A refusal is 403 or 404, or a way back with a warning.
    """
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url, data)
        transaction.set_rollback(True)
    if response.status_code in (400, 405):
        return None
    if response.status_code in (403, 404):
        return False
    if 300 <= response.status_code < 400:
        if response.url.startswith(reverse("wagtailadmin_login")):
            return False
        # Those of this answer alone: earlier ones wait until a page shows them.
        said = get_messages(response.wsgi_request)._queued_messages
        return all(message.level < WARNING for message in said)
    assert response.status_code == 200, f"{method} {url}: {response.status_code}"
    return True


def ask(client: Client, world: World, address: Address) -> Iterator[tuple[str, str]]:
    """Yield, for each method that an address takes, what its cell in the table says."""
    for method in METHODS:
        if address.page_parameter or address.is_bulk:
            answers = {
                place: is_allowed(client, method, _url_of_page(world, address, page, place[1]))
                for place, page in world.pages.items()
            }
            if any(answer is not None for answer in answers.values()):
                yield method, _places(answers)
        else:
            answer = is_allowed(client, method, _url(world, address), FORMS.get(address.name))
            if answer is not None:
                yield method, YES if answer else NO


def _url(world: World, address: Address) -> str:
    known = {**world.values(address.name), **dict(address.fixed)}
    names = (*address.parameters, *dict(address.fixed))
    missing = set(names) - set(known)
    assert not missing, f"Say in tests/permissions/world.py what {missing} of {address.label} is"
    return reverse(address.name, kwargs={name: known[name] for name in names})


def _url_of_page(world: World, address: Address, page: Any, state: str) -> str:
    if address.is_bulk:
        return f"{_url(world, address)}?id={page.pk}"
    known = {**world.values(address.name), **world.page_values(page, state), **dict(address.fixed)}
    known[address.page_parameter] = page.pk
    return reverse(address.name, kwargs={name: known[name] for name in (*address.parameters, *dict(address.fixed))})


def _places(answers: dict[tuple[str, str], bool | None]) -> str:
    """Say in which languages and states of a page something is allowed: “pl: all”, “pl: draft, live; en: all”."""
    parts = []
    for language in LANGUAGES:
        states = [state for state in STATES if answers[language, state]]
        if states:
            parts.append(f"{language}: {'all' if len(states) == len(STATES) else _shorter(states)}")
    return "; ".join(parts) or NO


def _shorter(states: list[str]) -> str:
    others = [state for state in STATES if state not in states]
    return ", ".join(states) if len(states) <= len(others) else f"all but {', '.join(others)}"


def written() -> Table:
    """Return what the documentation says."""
    found: Table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            label, methods, *cells = (cell.strip().strip("`") for cell in line.strip("|").split("|"))
            for method in methods.split(", "):
                found[label, method] = dict(zip(ROLES, cells, strict=True))
    return found


def write(found: Table) -> None:
    """Put the answers of the admin in place of the table in the documentation, for a person to read."""
    text = TABLE.read_text(encoding="utf-8")
    head = text[: text.index("| Address")]
    columns = ("Address", "Method", *(role.replace("_", " ") for role in ROLES))
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    told = sorted(
        (label, tuple(cells.get(role, NO) for role in ROLES), method) for (label, method), cells in found.items()
    )
    for (label, cells), same in groupby(told, key=lambda row: row[:2]):
        lines.append(f"| `{label}` | {', '.join(row[2] for row in same)} | {' | '.join(cells)} |")
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
