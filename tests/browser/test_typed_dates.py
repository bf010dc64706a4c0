"""What is typed as a date stays as it was typed, in a browser."""

from playwright.sync_api import expect


def test_a_date_stays_as_it_was_typed(sign_in):
    author = sign_in("autor")
    author.goto("/admin/pages/search/?q=Aktualności")
    address = author.get_by_role("link", name="Aktualności", exact=True).first.get_attribute("href") or ""
    author.goto(address.replace("edit/", "add_subpage/"))
    date, another = author.locator("[name=date]"), author.locator("[name=author_line]")
    for typed in ("25.12.2026", "2026-12-25", "32.13.2026", "jutro"):
        date.fill(typed)
        date.press("Tab")
        another.fill(typed)
        another.press("Tab")
        expect(date).to_have_value(typed)
