"""The terms that a new site starts with: loaded once, so that what staff change or delete stays so."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import yaml

from translation.terms.models import sort_key

SEED = Path(__file__).with_name("seed.yaml")


def read_seed() -> list[dict[str, str]]:
    """Return the fields of each term."""
    rows = yaml.safe_load(SEED.read_text(encoding="utf-8"))
    return [
        {**row, "not_english": "\n".join(row.get("not_english", ())), "sort_key": sort_key(row["polish"])}
        for row in rows
    ]


def add_seed(term_model: Any, glossary_model: Any) -> None:
    """Add the terms, but for those whose Polish is there already.

    Args:
        term_model: `Term`, as it is or as it was at some migration.
        glossary_model: `Glossary`, the same.
    """
    for fields in read_seed():
        term_model.objects.get_or_create(polish=fields.pop("polish"), defaults=fields)
    glossary, _created = glossary_model.objects.get_or_create(pk=1)
    glossary.number, glossary.version = glossary.number + 1, uuid4()
    glossary.save()


def remove_seed(term_model: Any) -> None:
    """Remove the terms that no person has added or changed."""
    seeded = [fields["polish"] for fields in read_seed()]
    term_model.objects.filter(polish__in=seeded, created_by=None, changed_by=None).delete()
