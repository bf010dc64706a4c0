"""Links lead somewhere: within the site to a page and to the place in it, out of it to an address that can be one."""

from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from tools.audit.crawl import HTML, Crawl, Link

SCHEMES = {"http", "https", "mailto", "tel"}


def faults(found: Crawl) -> list[str]:
    """Return the links that lead nowhere, each once, with a page that it stands on."""
    wrong: dict[str, str] = {}
    places: dict[str, set[str]] = {}
    for link in found.links:
        if link.target not in wrong and (why := _why_wrong(found, link, places)):
            wrong[link.target] = f"{link.page}: {link.target or '(empty)'}: {why}"
    return list(wrong.values())


def _why_wrong(found: Crawl, link: Link, places: dict[str, set[str]]) -> str | None:
    if not link.target.strip():
        return "leads nowhere"
    path = found.path_of(link)
    if path is None:
        return _why_no_address(link.target)
    answer = found.answers.get(path)
    if answer is None:
        return None  # the admin, which readers do not see
    if answer.status != 200:
        return f"answers {answer.status}"
    fragment = unquote(urlsplit(link.target).fragment)
    if fragment and answer.type == HTML:
        if path not in places:
            page = BeautifulSoup(answer.text, "html.parser")
            places[path] = {str(tag["id"]) for tag in page.select("[id]")}
        if fragment not in places[path]:
            return "the page has no such place"
    return None


def _why_no_address(target: str) -> str | None:
    try:
        parts = urlsplit(target)
        host = parts.hostname
    except ValueError:
        return "is no address"
    if parts.scheme not in SCHEMES:
        return f"has no scheme that browsers follow ({', '.join(sorted(SCHEMES))})"
    if any(character.isspace() for character in target):
        return "has a space in it"
    if parts.scheme in {"http", "https"} and (not host or "." not in host):
        return "names no host"
    if parts.scheme in {"mailto", "tel"} and not parts.path:
        return "names nobody"
    return None
