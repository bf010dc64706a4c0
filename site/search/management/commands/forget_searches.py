"""Deletes the counts of searches without a result when their time has come."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.misses import forget_misses


class Command(BaseCommand):
    """They tell nothing of a person, but what is old helps nobody."""

    help = "Delete what was searched and not found MISSED_SEARCHES_KEPT_DAYS ago. Run it every day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them."""
        number = forget_misses(timezone.localdate())
        if options["verbosity"]:
            self.stdout.write(f"Deleted: {number}.")
