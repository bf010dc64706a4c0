"""Takes the text out of documents that have not been read."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from library.models import CustomDocument
from search.files.following import read_document, unread_documents

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """For those that came before search read files, and those whose reading was broken off."""

    help = "Read the PDF, DOCX and ODT files that search has not read yet. Run it after the upgrade, and every day."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add what has all files read again."""
        parser.add_argument("--again", action="store_true", help="read all files again")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read them, one after the other. One that fails is logged, and is not in the way of the others."""
        documents = CustomDocument.objects.order_by("pk") if options["again"] else unread_documents()
        number = 0
        for pk in list(documents.values_list("pk", flat=True)):
            try:
                read_document.call(pk)
                number += 1
            except OSError:
                logger.exception("Document %s could not be read", pk)
        if options["verbosity"]:
            self.stdout.write(f"Read: {number}.")
