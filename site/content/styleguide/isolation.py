"""How a specimen stands on a page with others: its ids are its own, and it takes neither the focus nor the title."""

from bs4 import BeautifulSoup
from django.utils.safestring import SafeString, mark_safe

REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")


def isolated(html: str, prefix: str) -> SafeString:
    """Return the HTML of a component with all its ids, and what refers to them, beginning with `prefix`.

    A heading of the page becomes one of a section, what only scripts show is shown, and nothing is focused by itself.
    """
    soup = BeautifulSoup(html, "html.parser", multi_valued_attributes=None)
    own = {str(tag["id"]) for tag in soup.select("[id]")}

    def renamed(names: str) -> str:
        return " ".join(f"{prefix}-{name}" if name in own else name for name in names.split())

    for tag in soup.find_all(True):
        for name in ("id", *REFERENCES):
            if name in tag.attrs:
                tag[name] = renamed(str(tag[name]))
        target = str(tag.get("href", ""))
        if target.startswith("#"):
            tag["href"] = f"#{renamed(target[1:])}"
        for name in ("autofocus", "hidden"):
            tag.attrs.pop(name, None)
        if tag.name == "h1":
            tag.name = "h2"
    return mark_safe(str(soup))  # noqa: S308 - the component's own template has escaped it
