"""Everything that a reader can get to by links, from the two home pages on."""

import re
from collections import deque
from dataclasses import dataclass, field
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

from bs4 import BeautifulSoup

START = ("/", "/en/", "/sitemap.xml")
MOST = 3000  # addresses: a site of examples that has more leads its readers in circles
HTML = "text/html"


@dataclass(frozen=True)
class Answer:
    """What the site gave for an address."""

    status: int
    type: str
    text: str  # empty for what is not text


@dataclass(frozen=True)
class Link:
    """A link as it stands in a page."""

    page: str  # the path that it stands on
    target: str  # as written


@dataclass
class Crawl:
    """The answers by path with query, and all links between them and out of the site."""

    site: str
    answers: dict[str, Answer] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    @property
    def texts(self) -> dict[str, str]:
        """The HTML of every page that was found, by path."""
        return {path: answer.text for path, answer in self.answers.items() if answer.type == HTML}

    def path_of(self, link: Link) -> str | None:
        """Return the path within the site that a link leads to, without its fragment; None for one that leads out."""
        target = urlsplit(urldefrag(urljoin(self.site + link.page, link.target)).url)
        if f"{target.scheme}://{target.netloc}" != self.site:
            return None
        return (target.path or "/") + (f"?{target.query}" if target.query else "")


def get(address: str, sent: bytes | None = None) -> Answer:
    """Ask for an address, or send a form to it, as a reader's browser does, and follow where it leads."""
    headers = {"Accept": "text/html, */*"} | ({"Sec-Fetch-Site": "same-origin"} if sent is not None else {})
    request = Request(address, data=sent, headers=headers)  # noqa: S310 - the site that is measured
    try:
        answer = urlopen(request)  # noqa: S310 - as above
    except HTTPError as error:
        answer = error
    with answer:
        kind = answer.headers.get_content_type()
        is_text = kind.startswith("text/") or kind.endswith("xml")
        return Answer(answer.status, kind, answer.read().decode() if is_text else "")


def crawl(site: str) -> Crawl:
    """Follow every link that stays within the site.

    Raises:
        RuntimeError: there is no end of links.
    """
    found = Crawl(site)
    waiting = deque(START)
    while waiting:
        path = waiting.popleft()
        if path in found.answers:
            continue
        if len(found.answers) == MOST:
            raise RuntimeError(f"More than {MOST} addresses, the last of them {path}: do links make ever new ones?")
        answer = found.answers[path] = get(site + path)
        for target in targets(answer):
            link = Link(path, target)
            found.links.append(link)
            if (following := found.path_of(link)) and not following.startswith("/admin/"):
                waiting.append(following)
    return found


def targets(answer: Answer) -> list[str]:
    """Return what a page links to and shows, as it is written there."""
    if answer.type == HTML:
        page = BeautifulSoup(answer.text, "html.parser")
        written = [str(tag["href"]) for tag in page.select("a[href], area[href], link[href]")]
        written += [str(tag["src"]) for tag in page.select("[src]")]
        for tag in page.select("[srcset]"):
            written += [choice.split()[0] for choice in str(tag["srcset"]).split(",")]
        return written
    if answer.type == "application/xml":
        return re.findall(r"<loc>(.*?)</loc>", answer.text)
    return []
