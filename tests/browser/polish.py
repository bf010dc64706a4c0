"""Whether words of ours that have a Polish translation are shown in English."""

import re
from functools import cache

import polib
from playwright.sync_api import Page

from tools import ROOT

CATALOGUE = ROOT / "site" / "locale" / "pl" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")
# All that is seen or read aloud, a text at a time. What readers will see is in the language of its page.
TEXTS = """() => {
  const found = [];
  const inForeign = (element) => element.closest('[lang]') !== document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.checkVisibility() && !inForeign(element)) found.push(walker.currentNode.data);
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (element.checkVisibility() && !inForeign(element)) found.push(element.getAttribute(name));
  return [document.title, ...found].map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""


@cache
def english() -> re.Pattern[str]:
    """Return the pattern of every English text of ours whose Polish one differs."""
    ids = set()
    for entry in polib.pofile(str(CATALOGUE)):
        pairs = [(entry.msgid, entry.msgstr)]
        if entry.msgid_plural:
            pairs = [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
        ids |= {english for english, polish in pairs if polish != english and re.search(r"[a-z]{4}", _plain(english))}
    parts = (".+".join(map(re.escape, PLACEHOLDER.split(text))) for text in ids)
    return re.compile("|".join(parts), re.IGNORECASE | re.DOTALL)


def _plain(text: str) -> str:
    return PLACEHOLDER.sub("", text)


def english_left(tab: Page) -> list[str]:
    """Return the texts of the open page that are words of ours in English."""
    return sorted({text for text in tab.evaluate(TEXTS) if english().fullmatch(text)})
