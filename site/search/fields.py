"""What the index holds of a page: the keys that a word shares with its other forms, and the text that they come from.

Wagtail's own index does the rest. Its configuration is one that reduces no words (`SEARCH_CONFIG`), so that a key is
found as it was written.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar

from wagtail.search import index

from morphology import keys_of, words_of

# A database's index asks for the value of a field several times before it turns to the next page
RECENT_TEXTS = 8
# Between the keys and the text, which results quote. Neither has it: it separates records, and no form lets it in.
SEPARATOR = "\x1e"
# What Wagtail gives as the text of a block that was left empty
EMPTY = "None"


class KeysField(index.SearchField):
    """The keys of all words of a field, in the language that the page names as `language_code`."""

    def get_value(self, obj: Any) -> str:
        """Return the keys of the words, in their order, with spaces between."""
        return keys_of_text(self.text_of(obj), obj.language_code)

    def text_of(self, obj: Any) -> str:
        """Return what stands in the field."""
        return str(super().get_value(obj) or "")


class TextField(KeysField):
    """The same, and after the keys of the page's words the text itself, from which results are quoted."""

    def get_value(self, obj: Any) -> str:
        """Return the keys of title and text, the separator, and the text. Who searches in it finds by both."""
        text = self.text_of(obj)
        keys = keys_of_text(f"{obj.title}\n{text}", obj.language_code)
        return f"{keys}{SEPARATOR}{text}"


class KeysBeginningField(index.AutocompleteField):
    """The same keys, found by their beginnings, which the admin asks for (`search.backend`)."""

    def get_value(self, obj: Any) -> str:
        """Return the keys of the words, in their order, with spaces between."""
        return keys_of_text(str(super().get_value(obj) or ""), obj.language_code)


class SearchedMixin:
    """A page that is found by its title and by its text, in any form of their words.

    The text is what its type names as `index.SearchField`. It enters the index as one.
    """

    search_fields = [KeysField("title", boost=2), KeysBeginningField("title"), TextField("searchable_text")]
    # Where its year stands, by which readers narrow what was found: a lookup from the page type
    search_year: ClassVar[str] = "first_published_at__year"
    # How it stands among results that have the words in the same place: 3 for what is new, 0 for what is long over
    search_weight: ClassVar[int] = 2
    # Whether what it says gets old with the year, which then decides instead
    search_ages: ClassVar[bool] = False

    @classmethod
    def get_search_fields(cls) -> list[Any]:
        """Return the fields that the index holds: the text once, with its keys, instead of field by field."""
        texts = _text_fields(cls)
        return [field for field in super().get_search_fields() if field not in texts]  # type: ignore[misc]  # the page's own

    def searchable_text(self) -> str:
        """Return what is searched beside the title, without markup, a line for each field or block."""
        lines = _lines(field.get_value(self) for field in _text_fields(type(self)))
        return "\n".join(lines).replace(SEPARATOR, " ")


@lru_cache(RECENT_TEXTS)
def keys_of_text(text: str, language: str) -> str:
    """Return the keys of the words of a text, in their order, with spaces between.

    Raises:
        ValueError: the language is neither "pl" nor "en".
    """
    return " ".join(key for word in words_of(text) for key in sorted(keys_of(word.text, language)))


def _text_fields(model: type[Any]) -> list[index.SearchField]:
    """Return the fields that a page type names, its title apart."""
    return [
        field
        for field in model.search_fields
        if isinstance(field, index.SearchField) and not isinstance(field, KeysField) and field.field_name != "title"
    ]


def _lines(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, list):
            yield from _lines(value)
        elif value and value != EMPTY:
            yield str(value)
