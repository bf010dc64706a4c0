from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Images and documents, and what may be uploaded."""

    name = "library"
    verbose_name = _("Library")

    def ready(self) -> None:
        from library import pictures, release
        from library.upstream import profile_pictures

        profile_pictures.apply()
        pictures.connect()
        release.connect()
