"""Stands in for wagtail-localize's command of the same name."""

from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError

from translation.upstream.localize_saving import NO_SYNCHRONISATION


class Command(BaseCommand):
    """Refuses: the stock command fills a language with alias pages."""

    help = "Refused on this site: it would show pages of one language as pages of another."

    def handle(self, *args: Any, **options: Any) -> NoReturn:
        """Say why not.

        Raises:
            CommandError: always.
        """
        raise CommandError(str(NO_SYNCHRONISATION))
