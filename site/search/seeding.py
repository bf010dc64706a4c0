"""The synonyms that a new site starts with: loaded once, so that what staff change or delete stays so."""

from pathlib import Path
from typing import Any

import yaml

SEED = Path(__file__).with_name("synonyms.yaml")


def read_seed() -> list[tuple[str, str]]:
    """Return the language and the lines of each group."""
    groups = yaml.safe_load(SEED.read_text(encoding="utf-8"))
    return [(language, "\n".join(words)) for language, of_language in groups.items() for words in of_language]


def add_seed(model: Any) -> None:
    """Add the groups, but for those that are there already.

    Args:
        model: `SynonymGroup`, as it is or as it was at some migration.
    """
    for language, words in read_seed():
        model.objects.get_or_create(language=language, words=words)


def remove_seed(model: Any) -> None:
    """Remove the groups that nobody has changed."""
    for language, words in read_seed():
        model.objects.filter(language=language, words=words).delete()
