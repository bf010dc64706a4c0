"""The desk of each role: what waits, in order of consequence, and the one action of a row, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.by_keyboard import named, press

UNFIT, CONFIRM = "Woda w Borkach nie nadaje się do picia", r"/emergency/\d+/confirm/"
# What each account finds: the page, the action on it, and where that leads; in Polish, but for who reads English
FOUND = {
    "autor": [
        ("returned", "Spacer z przewodnikiem", "Popraw", "/pages/{}/edit/"),
        ("overdue", "Wyniki naboru do rady", "Termin i osoba", "/publishing/{}/submission/"),
        ("quiet", "Wspomnienie dożynek", "Pracuj dalej", "/pages/{}/edit/"),
    ],
    "redaktor": [
        ("overdue", "Wyniki naboru do rady", "Przeczytaj i zdecyduj", "/pages/{}/edit/"),
        ("reviewed", "Dyżury doradcy energetycznego", "Przegląd", "/publishing/{}/review/"),
        ("scheduled", "Jarmark doliny rusza w sobotę", "Obejrzyj", "/pages/{}/edit/"),
    ],
    "redaktor2": [
        (
            "emergency_listed",
            UNFIT,
            "Przeczytaj i potwierdź",
            CONFIRM,
        )
    ],
    "tlumacz": [("english", "A course in maps", "Correct", "/pages/{}/edit/")],
    "gmina": [("member", "Żabiec Przykładowy (przykład)", "Popraw", "/pages/{}/edit/")],
    "admin": [
        ("deadline", "Dzień otwarty w spółdzielni", "Przeczytaj i zdecyduj", "/pages/{}/edit/"),
        (
            "emergency_listed",
            UNFIT,
            "Przeczytaj i potwierdź",
            CONFIRM,
        ),
    ],
}
IN_ORDER = ["Wyniki naboru do rady", "Dzień otwarty w spółdzielni", "Objazd przez Bukowiec", "Nowe ławki przy szlaku"]
APPROVERS = {"redaktor", "redaktor2", "admin"}


@pytest.mark.parametrize("account", FOUND)
def test_each_action_of_the_desk_leads_to_where_it_is_done(sign_in, newsroom, account):
    tab = sign_in(account)
    for name, title, action, leads_to in FOUND[account]:
        tab.goto("/admin/")
        press(named(tab, "link", f"{action} – {title}"))
        expect(tab).to_have_url(re.compile(f"{leads_to.format(newsroom[name])}$"))
        expect(tab.locator("main")).to_contain_text(title)


@pytest.mark.parametrize("account", FOUND)
def test_what_waits_stands_in_order_of_consequence_before_those_who_may_approve(sign_in, newsroom, account):
    tab = sign_in(account)
    tab.goto("/admin/publishing/desk/waiting/")
    titles = tab.locator(".desk__title").all_inner_texts()
    assert [title for title in titles if title in IN_ORDER] == (IN_ORDER if account in APPROVERS else [])
    if account in APPROVERS:
        expect(row_of(tab, IN_ORDER[0])).to_contain_text("po terminie")
        expect(row_of(tab, IN_ORDER[2])).to_contain_text("pilne")


def test_an_emergency_of_ones_own_waits_for_somebody_else(sign_in, newsroom):
    tab = sign_in("redaktor")
    row = row_of(tab, UNFIT)
    expect(row).to_contain_text("musi ją potwierdzić")
    expect(row.get_by_role("link")).to_have_count(0)


def row_of(tab: Page, title: str):
    return tab.get_by_role("row").filter(has_text=title)
