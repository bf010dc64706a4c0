"""Room for another page of a type of which a language has one."""

from core.models import BasePage
from core.single_pages import OnePerLanguageMixin


def make_room_for(model: type[BasePage]) -> None:
    """Delete the pages of the structure that stand where a test wants to make its own."""
    if issubclass(model, OnePerLanguageMixin):
        for page in model.objects.all():
            page.delete()
