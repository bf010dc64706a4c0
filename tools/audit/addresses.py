"""Which addresses are looked at: each kind of page in each language, the fullest of its kind, and the states of lists.

They are found in what the site serves, so that a new type of page is under the audit from its first day.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from bs4 import BeautifulSoup, Tag

from tools.audit.crawl import Crawl, targets

LANGUAGES = ("pl", "en")
HOMES = {"pl": "/", "en": "/en/"}
NOWHERE = {"pl": "/nie-ma-takiej-strony/", "en": "/en/no-such-page/"}
# A word that the example content has, and one that no page has
WORDS = {"pl": ("strategia", "xyzzyq"), "en": ("strategy", "xyzzyq")}


@dataclass(frozen=True)
class Address:
    """One address of the site: its path with the query, its language, and which page or state it stands for."""

    path: str
    language: str
    kind: str
    is_page: bool = True  # else a state of a list, of search, or of an address that leads nowhere


def choose(found: Crawl) -> list[Address]:
    """Return addresses that between them show every kind of page and every component, in each language."""
    listed = [urlsplit(target).path for target in targets(found.answers["/sitemap.xml"])]
    chosen: list[Address] = []
    for language in LANGUAGES:
        texts = {path: found.texts[path] for path in listed if _language(path) == language}
        chosen += [Address(path, language, _kind(path)) for path in _cover(texts)]
        chosen += _states(texts, language)
    known = {*listed, *(urlsplit(address.path).path for address in chosen)}
    return chosen + _unlisted(found, known)


def _language(path: str) -> str:
    return "en" if path.startswith("/en/") else "pl"


def _kind(path: str) -> str:
    """Return what a page stands for: the pages below one list are of a kind, others each of their own."""
    steps = path.removeprefix("/en").strip("/").split("/")
    return "/".join([*steps[:-1], "*"]) if len(steps) > 1 else steps[0] or "home"


def _components(text: str) -> set[str]:
    return {name for value in re.findall(r'class="([^"]+)"', text) for name in value.split()}


def _cover(texts: dict[str, str]) -> list[str]:
    """Return the fullest page of each kind, and then others until no component is left out."""
    components = {path: _components(text) for path, text in texts.items()}
    fullest: dict[str, str] = {}
    for path in sorted(texts, key=lambda path: (-len(components[path]), -len(texts[path]), path)):
        fullest.setdefault(_kind(path), path)
    chosen = set(fullest.values())
    left = set().union(*components.values()) - set().union(*(components[path] for path in chosen))
    while left:
        path = max(sorted(texts), key=lambda path: len(components[path] & left))
        chosen.add(path)
        left -= components[path]
    return [path for path in texts if path in chosen]


def _states(texts: dict[str, str], language: str) -> list[Address]:
    """Return lists narrowed, narrowed to nothing, wrongly asked for and turned over, search, and what is not there."""
    found: dict[str, str] = {}
    for path, text in texts.items():
        page = BeautifulSoup(text, "html.parser")
        kind = _kind(path)
        if form := page.select_one("main form[method=get]:not([role=search])"):
            found |= {f"{kind}, {state}": f"{path}?{query}" for state, query in _queries(form).items()}
        if following := page.select_one("main a[href^='?'][href*='page='], main a[href*='?page=']"):
            found[f"{kind}, turned over"] = path + "?" + str(following["href"]).partition("?")[2]
    search = BeautifulSoup(texts[HOMES[language]], "html.parser").select_one("form[role=search]")
    if search:
        field = search.select_one("input[type=search]")
        name = str(field["name"]) if field else "q"
        there, nowhere = WORDS[language]
        action = str(search["action"])
        found |= {
            "search": action,
            "search, with results": f"{action}?{urlencode({name: there})}",
            "search, without results": f"{action}?{urlencode({name: nowhere})}",
        }
    found["not found"] = NOWHERE[language]
    return [Address(path, language, kind, is_page=False) for kind, path in found.items()]


def _unlisted(found: Crawl, known: set[str]) -> list[Address]:
    """Return what links lead to and the map does not list, such as forms: of each kind the fullest, each once."""
    full = {urlsplit(path).path: path for path in sorted(found.texts, reverse=True)}
    # What is further down last: it may be there in one language only, and forms then keep their numbers in both.
    paths = sorted(full, key=lambda path: (path.count("/"), path))
    there = [path for path in paths if path not in known and found.answers[full[path]].status == 200]
    return [
        Address(full[path], language, _kind(path), is_page=False)
        for language in LANGUAGES
        for path in _cover({path: found.texts[full[path]] for path in there if _language(path) == language})
    ]


def _queries(form: Tag) -> dict[str, str]:
    """Return the queries of a list's filters: the first choice of one, the last of all, and one that is not there."""
    choices = {
        str(select["name"]): [str(option["value"]) for option in select.select("option") if option.get("value")]
        for select in form.select("select[name]")
    }
    choices = {name: values for name, values in choices.items() if values}
    if not choices:
        return {}
    name, values = next(iter(choices.items()))
    return {
        "narrowed": urlencode({name: values[0]}),
        "narrowed by everything": urlencode({name: values[-1] for name, values in choices.items()}),
        "wrongly asked for": urlencode({name: "xyzzyq"}),
    }
