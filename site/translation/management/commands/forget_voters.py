"""Throws away what kept readers of earlier days from voting twice for a translation."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from translation.votes.counting import forget_voters


class Command(BaseCommand):
    """The first vote of a day does the same; this is for days on which nobody votes."""

    help = "Throw away the salts of earlier days with which votes for translations were hashed. Run it every day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Throw them away."""
        number = forget_voters(timezone.localdate())
        if options["verbosity"]:
            self.stdout.write(f"Days forgotten: {number}.")
