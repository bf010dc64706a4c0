"""Measures on one database in a process that has not loaded the site yet."""

import os
from pathlib import Path
from typing import NamedTuple

import django

import manage
from tools.morphology import read_families

LEAST = 0.97


class Figures(NamedTuple):
    """Shares from 0 to 1: of the texts with another form of the word, those found; of what was found, those."""

    recall: float
    precision: float

    @property
    def is_enough(self) -> bool:
        """Whether the search is as good as the site promises."""
        return min(self) >= LEAST


def measure(path: Path, address: str) -> Figures:
    """Measure the families of a file on a new database of a server, whose address is as `DATABASE_URL` has it."""
    os.environ |= {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    manage.prepare()
    django.setup()
    from wagtail.models import Page

    from tools.bench.database import own_database
    from tools.search_families.searching import search_families

    with own_database():
        return search_families(read_families(path), Page.get_first_root_node())
