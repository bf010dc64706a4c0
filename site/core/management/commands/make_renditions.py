"""Makes the renditions that pages and the association's data lack: after an upgrade, or after files were lost."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from core.pictures import make_renditions_of, make_renditions_of_association
from core.site_settings import AssociationSettings


class Command(BaseCommand):
    """For operators."""

    help = "Make the renditions that are needed and not there. Running it again makes nothing twice."

    def handle(self, *args: Any, **options: Any) -> None:
        pages = Page.objects.live().order_by("path")
        total = pages.count()
        made = sum(make_renditions_of_association(association) for association in AssociationSettings.objects.all())
        for number, page in enumerate(pages.specific().iterator(chunk_size=100), start=1):
            if hasattr(page, "pictures") and (new := make_renditions_of(page)):
                made += new
                self.stdout.write(f"{number} of {total}: {new} for “{page.title}”")
        self.stdout.write(f"{made} renditions were made for {total} live pages and the association.")
