"""Loads the example set where DEBUG is on, and says what to try with it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from content.example import ExampleRefused
from content.example.accounts import accounts_table
from content.example.load import load_example


class Command(BaseCommand):
    """For `make run`."""

    help = "Load example pages, pictures and demo accounts, unless they are there. Only where DEBUG is on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="Do not print the table of accounts.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_example()
        except ExampleRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("The example set was loaded." if loaded else "The example set is there; nothing was changed.")
        if not options["quiet"]:
            self.stdout.write("\n" + accounts_table())
