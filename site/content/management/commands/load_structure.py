"""Makes what is missing of the site's structure."""

from typing import Any

from django.core.management.base import BaseCommand

from content.structure import load_structure


class Command(BaseCommand):
    """For `make run` and for deployment."""

    help = "Make the pages of the structure that are missing, in both languages. Existing pages stay."

    def handle(self, *args: Any, **options: Any) -> None:
        load_structure()
        self.stdout.write("The structure of the site is complete.")
