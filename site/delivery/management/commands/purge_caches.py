"""Has every cache of pages forget what it keeps."""

from typing import Any

from django.core.management.base import BaseCommand

from delivery.caching import changes


class Command(BaseCommand):
    """Begin a new generation of pages, and have the caches in front forget."""

    help = "Has every cache of pages forget what it keeps: after the database was changed by other means, or restored."

    def handle(self, *_args: Any, **_options: Any) -> None:
        changes.tell()
