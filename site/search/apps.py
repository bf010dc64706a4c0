from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """What readers find, and what staff choose for them."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from search import choices
        from search.files import following

        choices.connect()
        following.connect()
