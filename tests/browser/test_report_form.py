"""A reader reports a problem in a real browser, which says by itself that the form was sent from the site."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

FORM = {"pl": "/zglos-problem/", "en": "/en/report-a-problem/"}


@pytest.mark.parametrize("language", FORM)
def test_report_is_sent_without_scripts_and_leaves_no_cookie(browser: Browser, site: str, language: str):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{FORM[language]}?page=/cele/")
    form = tab.locator(".reader-form")
    form.get_by_role("button").click()
    expect(tab.locator(".error-summary")).to_be_focused()
    expect(tab.locator("#id_page_address")).to_have_value(f"{site}/cele/")
    tab.locator(".error-summary a").first.click()
    expect(tab.locator("#id_problem")).to_be_focused()
    tab.locator("#id_problem").fill("Nie widać mapy.")
    tab.locator("#id_email").fill("czytelnik@example.org")
    form.get_by_role("button").click()
    expect(tab.locator(".receipt__number")).to_have_text(re.compile(r"\w{4}-\w{4}"))
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_with_errors_breaks_no_rule_of_accessibility(browser: Browser, site: str, scheme: str):
    context = browser.new_context(
        base_url=site, bypass_csp=True, color_scheme=scheme, viewport={"width": 320, "height": 900}
    )
    tab = context.new_page()
    tab.goto(FORM["pl"])
    tab.locator("#id_email").fill("brak")
    tab.locator(".reader-form").get_by_role("button").click()
    expect(tab.locator(".error-summary")).to_be_visible()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(tab, options={"runOnly": rules}).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["target"]) for fault in found]
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
