"""Finds the state of every translation again from the pages themselves."""

import gc
from typing import Any

from django.core.management.base import BaseCommand

from translation.models import TranslationState
from translation.truth.measuring import refresh_all


class Command(BaseCommand):
    """Runs beside the site: some hundred pages a transaction, each step shown."""

    help = "Finds the state of every translation again. The site keeps them itself; this is for after a restore."

    def handle(self, *args: Any, **options: Any) -> None:
        gc.freeze()  # to look again and again through all that is loaded by now is a tenth of the time
        try:
            for done in refresh_all():
                self.stdout.write(f"{done} / {TranslationState.objects.count()}", ending="\r")
        finally:
            gc.unfreeze()
        self.stdout.write("")
