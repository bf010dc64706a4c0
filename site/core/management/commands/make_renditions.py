"""Makes the renditions that live pages need: after an upgrade with other presets, or after files were lost."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from core.pictures import make_renditions_of


class Command(BaseCommand):
    """For operators."""

    help = "Make the renditions that live pages need and that are not there. Running it again makes nothing twice."

    def handle(self, *args: Any, **options: Any) -> None:
        pages = Page.objects.live().order_by("path")
        total, made = pages.count(), 0
        for number, page in enumerate(pages.specific().iterator(chunk_size=100), start=1):
            if hasattr(page, "pictures") and (new := make_renditions_of(page)):
                made += new
                self.stdout.write(f"{number} of {total}: {new} for “{page.title}”")
        self.stdout.write(f"{made} renditions were made for {total} live pages.")
