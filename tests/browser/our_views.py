"""The views of the admin that are ours, and how each is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.by_keyboard import named

Newsroom = Mapping[str, int]


@dataclass(frozen=True)
class View:
    """One view.

    `path` has the name of a page of the newsroom in braces; `templates` are those that it is made of; `then` brings it
    into the state that is looked at, such as one with errors.
    """

    name: str
    path: str
    templates: tuple[str, ...] = ()
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
    expect(tab.locator("main .error-message, main .messages").first).to_be_visible()


def confirm_the_emergency(tab: Page) -> None:
    """Follow the first link from the list to the form."""
    tab.locator("main table .title a").first.click()
    expect(named(tab, "button", "Strona przeczytana, potwierdzam")).to_be_visible()


def open_checks(tab: Page) -> None:
    """Open the side panel of the checks."""
    tab.locator("[data-side-panel-toggle=checks]").first.click()
    expect(tab.locator("[data-checks-results]")).to_be_visible()


STEP = ("editorial/page_step.html",)
VIEWS = (
    View("desk of an editor", "", ("editorial/desk/panel.html", "editorial/desk/rows.html"), "redaktor2"),
    View("desk of an author", "", ("editorial/desk/panel.html", "editorial/desk/rows.html"), "autor"),
    View("section of the desk", "publishing/desk/waiting/", ("editorial/desk/section.html",)),
    View("empty section of the desk", "publishing/desk/review/", ("editorial/desk/section.html",), "gmina"),
    View("emergency", "publishing/{emergency_form}/emergency/", STEP, then=send),
    View("take down", "publishing/{withdrawn_before}/take-down/", STEP),
    View("take down, with errors", "publishing/{withdrawn_before}/take-down/", STEP, then=send),
    View("submission", "publishing/{plain}/submission/", STEP),
    View("take back", "publishing/{plain}/take-back/", STEP),
    View("reinstate", "publishing/{withdrawn_before}/reinstate/", STEP),
    View("review date", "publishing/{reviewed}/review-date/", STEP),
    View("review", "publishing/{reviewed}/review/", STEP),
    View("confirm", "publishing/emergency/", ("editorial/confirm.html",), "redaktor2", then=confirm_the_emergency),
    View("emergency publications", "publishing/emergency/"),
    View("review dates", "publishing/reviews/"),
    View("schedules", "publishing/schedules/"),
    View("audit log", "publishing/audit-log/", ("editorial/audit_log_results.html",)),
    View("unsent notifications", "notifications/", ("notifications/unsent.html",), "admin"),
    View("translations", "translations/", ("translation/report_results.html",)),
    View(
        "recycle bin", "recycle-bin/", ("recycle_bin/contents_results.html", "recycle_bin/restore_cell.html"), "admin"
    ),
    View("restore", "recycle-bin/{binned}/restore/", ("recycle_bin/restore.html",), "admin"),
    View("delete", "pages/{emergency_form}/delete/", ("recycle_bin/delete.html",)),
    View("checks", "checks/{checked}/", ("checks/page.html", "checks/result.html")),
    View("checks in the editor", "pages/{checked}/edit/", ("checks/side_panel.html",), then=open_checks),
    View("account", "account/", ()),
)
