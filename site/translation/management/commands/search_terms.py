"""Searches for the terms of the glossary on all pages that were not searched since they or the terms changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Page

from editorial.bin import outside_bin
from translation.locales import target_locale_id
from translation.terms.correcting import check_uses, uses_to_check
from translation.terms.uses import search_again, search_texts

CHUNK = 500  # pages between two lines that say how far it is


class Command(BaseCommand):
    """Run it from time to time; what is found is listed with each term."""

    help = (
        "Search the Polish pages for the terms of the glossary, and compare their English ones, where they or the "
        "terms have changed since. The lists of pages to correct are complete afterwards."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to begin anew."""
        parser.add_argument("--all", action="store_true", help="search all pages, also those that were searched")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search until nothing is left."""
        if options["all"]:
            search_again()
        texts = uses = 0
        while done := search_texts(CHUNK):
            texts += done
            self._say(options, f"Polish pages searched: {texts}")
        english = Page.objects.filter(outside_bin(), locale_id=target_locale_id())
        while done := check_uses(uses_to_check(english), CHUNK):
            uses += done
            self._say(options, f"Uses of terms compared with the English page: {uses}")

    def _say(self, options: dict[str, Any], words: str) -> None:
        if options["verbosity"]:
            self.stdout.write(words)
