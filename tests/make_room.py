"""Room for a page of a type of which each language has one, which the structure has made already."""

from typing import Any

from core.models import BasePage


def make_room(model: type[BasePage], structure: dict[str, Any]) -> None:
    """Remove the structure's pages of a type that can be made only once in each language."""
    for language in reversed(list(structure)):
        pages = structure[language]
        for page in pages.sections.values():
            if type(page) is model and not model.can_create_at(pages.home) and model.can_exist_under(pages.home):
                page.delete()
