"""A browser reads what the head says, and its policy has nothing against it."""

import json

import pytest
from playwright.sync_api import Page

PAGES = ["/", "/en/", "/aktualnosci/", "/publikacje/", "/nie-ma/"]


@pytest.mark.parametrize("address", PAGES)
def test_no_policy_is_violated_by_data_in_the_head(reader: Page, address):
    messages: list[str] = []
    reader.on("console", lambda message: messages.append(message.text))
    reader.add_init_script(
        "document.addEventListener('securitypolicyviolation', event => console.log('violation', event.blockedURI))"
    )
    reader.goto(address)

    assert not [text for text in messages if "violation" in text or "Content Security Policy" in text]
    found = reader.locator("script[type='application/ld+json']").all_inner_texts()
    assert [json.loads(text)["@context"] for text in found] == ([] if "nie-ma" in address else ["https://schema.org"])


def test_icons_and_the_picture_of_a_page_are_pictures(reader: Page):
    reader.goto("/")
    addresses = reader.eval_on_selector_all(
        "link[rel~=icon], link[rel=apple-touch-icon]", "all => all.map(a => a.href)"
    )
    addresses.append(reader.get_attribute("meta[property='og:image']", "content"))
    for address in addresses:
        width = reader.evaluate(
            "url => new Promise(done => { const image = new Image(); image.onload = () => done(image.naturalWidth);"
            " image.onerror = () => done(0); image.src = url })",
            address.replace("http://localhost", reader.url.rstrip("/")),
        )
        assert width, address
