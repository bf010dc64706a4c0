"""The views of the admin that are ours, and how each is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polib
from playwright.sync_api import Page, expect

from tests.browser.by_keyboard import named

Newsroom = Mapping[str, int]


@dataclass(frozen=True)
class View:
    """One view.

    `path` has the name of a page of the newsroom in braces; `then` brings it into the state that is looked at, such as
    one with errors.
    """

    name: str
    path: str
    account: str = "redaktor"
    then: Callable[[Page], None] | None = None

    def open(self, tab: Page, newsroom: Newsroom) -> None:
        """Go there."""
        tab.goto("/admin/" + self.path.format(**newsroom))
        expect(tab.locator("main")).to_be_visible()
        if self.then:
            self.then(tab)


def send(tab: Page) -> None:
    """Send the form as it is, so that it comes back with its errors."""
    tab.locator("main form [type=submit]").last.click()
    expect(tab.locator("main .error-message").first).to_be_visible()


def confirm_the_emergency(tab: Page) -> None:
    """Follow the first link from the list to the form."""
    tab.locator("main table .title a").first.click()
    expect(named(tab, "button", "Strona przeczytana, potwierdzam")).to_be_visible()


def open_checks(tab: Page) -> None:
    """Open the side panel of the checks."""
    tab.locator("[data-side-panel-toggle=checks]").first.click()
    expect(tab.locator("[data-checks-results]")).to_be_visible()


def send_texts_in(tab: Page) -> None:
    """Take the texts of the page out, translate two, of which one breaks a rule, and send them in."""
    file = polib.pofile(tab.request.get(tab.url + "download/").text())
    file[0].msgstr, file[1].msgstr = "Another title", "<b>Not in Polish</b>"
    tab.locator("[name=file]").set_input_files(
        {"name": "texts.po", "mimeType": "text/x-gettext-translation", "buffer": str(file).encode()}
    )
    tab.locator("main form [type=submit]").last.click()
    expect(tab.locator("[name=ticket]")).to_be_attached()


def send_a_past_day(tab: Page) -> None:
    """Ask for a day that is over."""
    tab.locator("[name=deadline]").fill("01.01.2020")
    send(tab)


VIEWS = (
    View("desk of an editor", "", "redaktor2"),
    View("desk of an author", "", "autor"),
    View("section of the desk", "publishing/desk/waiting/"),
    View("empty section of the desk", "publishing/desk/review/", "gmina"),
    View("emergency", "publishing/{emergency_form}/emergency/", then=send),
    View("take down", "publishing/{withdrawn_before}/take-down/"),
    View("take down, with errors", "publishing/{withdrawn_before}/take-down/", then=send),
    View("submission", "publishing/{plain}/submission/"),
    View("take back", "publishing/{plain}/take-back/"),
    View("reinstate", "publishing/{withdrawn_before}/reinstate/"),
    View("review date", "publishing/{reviewed}/review-date/"),
    View("review", "publishing/{reviewed}/review/"),
    View("confirm", "publishing/emergency/", "redaktor2", then=confirm_the_emergency),
    View("emergency publications", "publishing/emergency/"),
    View("review dates", "publishing/reviews/"),
    View("schedules", "publishing/schedules/"),
    View("audit log", "publishing/audit-log/"),
    View("unsent notifications", "notifications/", "admin"),
    View("translations", "translations/"),
    View("translations in every state", "translations/?state=all"),
    View("translations by section", "translations/matrix/"),
    View("asking for a translation", "translations/{asked}/ask/"),
    View("asking for a translation, with errors", "translations/{asked}/ask/", then=send_a_past_day),
    View("request for a translation", "translations/{asked}/request/"),
    View("cancelling a request", "translations/{asked}/request/cancel/", then=send),
    View("leaving a page untranslated", "translations/{reviewed}/withhold/"),
    View("translating after all", "translations/{untranslated}/lift/"),
    View("recycle bin", "recycle-bin/", "admin"),
    View("restore", "recycle-bin/{binned}/restore/", "admin"),
    View("delete", "pages/{emergency_form}/delete/"),
    View("delete several", "bulk/wagtailcore/page/delete/?id={emergency_form}", "admin"),
    View("start of a translation", "localize/submit/page/{reviewed}/", "tlumacz"),
    View("changes of the Polish text", "translations/{english}/changes/"),
    View("texts as files", "translations/exchange/"),
    View("texts of a page as a file", "translations/exchange/{english}/"),
    View("texts of a page as a file, with errors", "translations/exchange/{english}/", then=send),
    View("report of texts that were sent in", "translations/exchange/{english}/", then=send_texts_in),
    View("structure of a translation", "translations/{english}/structure/"),
    View("checks", "checks/{checked}/"),
    View("checks in the editor", "pages/{checked}/edit/", then=open_checks),
    View("account", "account/"),
)
