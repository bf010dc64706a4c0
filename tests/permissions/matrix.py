"""Who may do what in the admin, as it answers, and as docs/operators/permissions.md says."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from django.contrib.messages import WARNING, get_messages
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.permissions.addresses import Address
from tests.permissions.world import LANGUAGES, STATES, World

TABLE = Path(__file__).resolve().parents[2] / "docs" / "operators" / "permissions.md"
METHODS = ("GET", "POST")
ROLES = ("author", "editor", "translator", "member_editor", "administrator", "superuser")
YES, NO = "yes", "–"
# Forms of Wagtail 8.0 that break, and do nothing, when their fields are left out, after they asked who it is
BREAKING = frozenset({"wagtailadmin_choose_page_external_link", "wagtailredirects:process_import"})
# By label of the address and method, what the cell of each role says
Table = dict[tuple[str, str], dict[str, str]]


def is_allowed(client: Client, method: str, url: str, *, page: Page | None = None) -> bool:
    """Ask as the person who is signed in, and undo what it does.

    A refusal is 403, 404 or 405, a way back with a warning, or a way to something else than the page that is asked for.
    """
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url)
        transaction.set_rollback(True)
    client.cookies.pop("messages", None)  # no page shows them, so they would come with every answer
    if response.status_code in (403, 404, 405):
        return False
    if 300 <= response.status_code < 400:
        if response.url.startswith(reverse("wagtailadmin_login")):
            return False
        if method == "GET" and page is not None and f"/{page.pk}/" not in response.url:
            return False
        # Those of this answer alone: earlier ones wait until a page shows them.
        said = get_messages(response.wsgi_request)._queued_messages
        return all(message.level < WARNING for message in said)
    # 400: what was sent was read, and was not to be understood
    assert response.status_code in (200, 400), f"{method} {url}: {response.status_code}"
    if "/bulk/" in url:
        return bool(response.context_data["items"])
    return True


def ask(client: Client, world: World, address: Address) -> Iterator[tuple[str, str]]:
    """Yield, for each method, what its cell in the table says. A bulk action shows, before it is done, to what."""
    for method in METHODS[:1] if address.is_bulk else METHODS:
        if address.takes_a_page:
            answers = {
                place: is_allowed(client, method, _url(world, address, page), page=page)
                for place, page in world.places(address).items()
            }
            yield method, _places(answers)
        else:
            yield method, YES if _is_allowed_once(client, method, _url(world, address), address) else NO


def _is_allowed_once(client: Client, method: str, url: str, address: Address) -> bool:
    try:
        return is_allowed(client, method, url)
    except (AttributeError, KeyError):
        if address.name in BREAKING:
            return True
        raise


def _url(world: World, address: Address, page: Page | None = None) -> str:
    known = {**world.values(address), **dict(address.fixed)}
    if page is not None:
        known |= world.page_values(page)
        known[address.page_parameter] = page.pk
    names = (*address.parameters, *dict(address.fixed))
    missing = set(names) - set(known)
    assert not missing, f"Say in tests/permissions/world.py what {missing} of {address.label} is"
    url = reverse(address.name, kwargs={name: known[name] for name in names})
    return f"{url}?id={page.pk if page else known['id']}" if address.is_bulk else url


def _places(answers: dict[tuple[str, str], bool]) -> str:
    """Say in which languages and states of a page something is allowed: “pl: all”, “pl: draft, live; en: all”."""
    parts = []
    for language in LANGUAGES:
        asked = [state for state in STATES if (language, state) in answers]
        states = [state for state in asked if answers[language, state]]
        if states:
            parts.append(f"{language}: {'all' if len(states) == len(STATES) else _shorter(states)}")
    return "; ".join(parts) or NO


def _shorter(states: list[str]) -> str:
    others = [state for state in STATES if state not in states]
    return ", ".join(states) if len(states) <= len(others) else f"all but {', '.join(others)}"


def written() -> Table:
    """Return what the documentation says. What it does not name is allowed to nobody."""
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
    columns = ("Address", "Method", *(role.replace("_", " ") for role in ROLES))
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    told = sorted(
        (label, tuple(cells.get(role, NO) for role in ROLES), method) for (label, method), cells in found.items()
    )
    open_to_somebody = {label for label, cells, _method in told if set(cells) != {NO}}
    for (label, cells), same in groupby(told, key=lambda row: row[:2]):
        if set(cells) != {NO} or label not in open_to_somebody:
            lines.append(f"| `{label}` | {', '.join(row[2] for row in same)} | {' | '.join(cells)} |")
    TABLE.write_text(text[: text.index("| Address")] + "\n".join(lines) + "\n", encoding="utf-8")
