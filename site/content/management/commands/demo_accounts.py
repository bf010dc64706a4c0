"""Prints the demo accounts and what to try with each."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content.example.accounts import accounts_table


class Command(BaseCommand):
    """For the end of `make run`."""

    help = "Print the demo accounts, their password, and what to try. Only where DEBUG is on."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("There are no demo accounts where DEBUG is off.")
        self.stdout.write(accounts_table())
