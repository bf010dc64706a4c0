"""What a first visit costs and tells: bytes, requests, movement of the page, other hosts, cookies, errors."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tools.audit.tabs import open_tab

KIB = 1024
HEAVIEST = 150  # KiB, beside content images
MOST_REQUESTS = 10  # beside content images
CONTENT_IMAGES = "/media/"
# A phone on a slow network, so that what arrives late moves the page here if it moves it anywhere
WIDTH = 360
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200 * KIB, "uploadThroughput": 90 * KIB}
WATCH = """
    window.movement = { sum: 0, worst: 0, element: '' };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        if (hadRecentInput) continue;
        movement.sum += value;
        if (value <= movement.worst) continue;
        const node = sources[0]?.node;
        const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
        movement.worst = value;
        movement.element = element ? [element.localName, ...element.classList].join('.') : 'something';
      }
    }).observe({ type: 'layout-shift', buffered: true });
"""
SCROLL = """async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    await document.fonts.ready;
}"""


@dataclass
class Visit:
    """What was measured."""

    weight: float = 0  # KiB on the wire, with headers, beside content images
    images: float = 0  # KiB of content images
    requests: int = 0  # beside content images
    movement: float = 0  # cumulative layout shift
    moved: str = ""  # what moved most
    other_hosts: set[str] = field(default_factory=set)
    cookies: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)  # what the browser's console complains of

    def faults(self) -> list[str]:
        """Return what is over its bound."""
        found = []
        if self.weight > HEAVIEST:
            found.append(f"weighs {self.weight:.0f} KiB beside content images, more than {HEAVIEST}")
        if self.requests > MOST_REQUESTS:
            found.append(f"takes {self.requests} requests beside content images, more than {MOST_REQUESTS}")
        if round(self.movement, 3) > 0:
            found.append(f"moves while it loads (CLS {self.movement:.3f}), most of all {self.moved}")
        found += [f"asks {host}" for host in sorted(self.other_hosts)]
        found += [f"sets the cookie {name}" for name in sorted(self.cookies)]
        return found + [f"the browser complains: {error}" for error in self.errors]


def visit(browser: Browser, site: str, path: str) -> Visit:
    """Open a page as somebody does who has never been here, and scroll to its end."""
    seen = Visit()
    responses: list[Response] = []
    with open_tab(browser, site, width=WIDTH, height=740) as tab:
        _watch(tab, seen, responses, site)
        session = tab.context.new_cdp_session(tab)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        tab.add_init_script(WATCH)
        answer = tab.goto(path, wait_until="networkidle")
        tab.evaluate(SCROLL)
        tab.wait_for_load_state("networkidle")
        movement = tab.evaluate("window.movement")
        seen.movement, seen.moved = movement["sum"], movement["element"]
        seen.cookies |= {cookie["name"] for cookie in tab.context.cookies()}
        for response in responses:
            _weigh(seen, response)
        if answer and answer.status == 404:  # the browser tells the console of it, and it is what was asked for
            seen.errors = [error for error in seen.errors if "404" not in error]
    return seen


def _watch(tab: Page, seen: Visit, responses: list[Response], site: str) -> None:
    # Playwright takes no bound methods of lists, only functions.
    def keep(response: Response) -> None:
        responses.append(response)

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.errors.append(f"{message.text} {message.location.get('url', '')}".strip())

    def note(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and not request.url.startswith(site + "/"):
            seen.other_hosts.add(parts.netloc)

    tab.on("request", note)
    tab.on("response", keep)
    tab.on("pageerror", lambda error: seen.errors.append(str(error)))
    tab.on("console", complain)


def _weigh(seen: Visit, response: Response) -> None:
    sizes = response.request.sizes()
    weight = (sizes["responseBodySize"] + sizes["responseHeadersSize"]) / KIB
    if urlsplit(response.url).path.startswith(CONTENT_IMAGES):
        seen.images += weight
        return
    seen.weight += weight
    seen.requests += 1
    if cookie := response.header_value("set-cookie"):
        seen.cookies.add(cookie.partition("=")[0])
