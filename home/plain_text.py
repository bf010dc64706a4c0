"""Rich text without its marks, for what reads text alone."""

from bs4 import BeautifulSoup, Tag

LINES = ["p", "li"]


def plain_lines(html: str) -> list[str]:
    """Return the paragraphs and the items of lists of a rich text, in their order.

    An item starts with its bullet or number. The address of an external link stands in brackets after its words.
    """
    document = BeautifulSoup(html, "html.parser")
    for link in document.find_all("a", href=True):
        address = str(link["href"])
        if address.startswith(("http://", "https://")) and address != link.get_text():
            link.append(f" ({address})")
    return [f"{_mark(each)}{text}" for each in document.find_all(LINES) if (text := _own_text(each))]


def _own_text(element: Tag) -> str:
    """Return the words of an element without those of lists inside it."""
    words = "".join(string for string in element.strings if string.find_parent(LINES) is element)
    return " ".join(words.split())


def _mark(element: Tag) -> str:
    if element.name != "li":
        return ""
    if element.parent is not None and element.parent.name == "ol":
        return f"{len(element.find_previous_siblings('li')) + 1}. "
    return "- "
