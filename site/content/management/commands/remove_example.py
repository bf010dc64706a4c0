"""Removes the example set."""

from typing import Any

from django.core.management.base import BaseCommand

from content.example.remove import remove_example


class Command(BaseCommand):
    """Works everywhere, so that a copied database can be cleaned too."""

    help = (
        "Remove the example pages with their translations, pictures, files and demo accounts. Everything else stays; "
        "records of approvals stay too, and with them the accounts that they name, deactivated."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done = remove_example()
        self.stdout.write(f"Removed: {done.pages} pages, {done.images} images, {done.documents} documents.")
        for label, names in (
            ("Accounts deleted", done.accounts_deleted),
            ("Accounts deactivated, since records name them", done.accounts_deactivated),
            ("Translations that staff had made of example pages, removed with them", done.translations),
            ("Files that live pages of your own show, kept", done.files_kept),
        ):
            if names:
                self.stdout.write(f"{label}: {', '.join(names)}.")
        if done.unlinked:
            self.stdout.write("These pages and things led to what is gone. Look them through:")
        for source, target in done.unlinked:
            self.stdout.write(f"  {source} → {target}")
        if done.collection_kept:
            self.stdout.write("The collection stays: staff have put files of their own into it.")
