"""The guide: the list of its pages, a page, and the pictures on them."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from guide.documents import FOLDERS, LANGUAGES, Document, documents, pictures

# Not every machine knows the types of its files.
TYPES = {".png": "image/png", ".webp": "image/webp"}
TITLE = _("Guide to this site")


def language_of_the_reader() -> str:
    """Return the language of the guide that suits whoever reads the admin now."""
    spoken = (get_language() or "").partition("-")[0]
    return spoken if spoken in LANGUAGES else LANGUAGES[0]


class IndexView(WagtailAdminTemplateMixin, TemplateView):
    """Lists the pages of the guide, in the reader's language."""

    page_title = TITLE
    header_icon = "help"
    template_name = "guide/index.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "documents": documents(language_of_the_reader())}


class PageView(WagtailAdminTemplateMixin, TemplateView):
    """Shows one page of the guide, in the reader's language or in the one that the address names."""

    header_icon = "help"
    template_name = "guide/page.html"

    @cached_property
    def document(self) -> Document:
        """The page at this address.

        Raises:
            Http404: the guide has no such page.
        """
        name, language = self.kwargs["name"], self.kwargs.get("language") or language_of_the_reader()
        if name not in FOLDERS or language not in LANGUAGES:
            raise Http404
        return Document(name, language)

    def get_page_title(self) -> str:
        return self.document.rendered.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("guide:index"), "label": TITLE},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        others = [Document(self.document.name, each) for each in LANGUAGES if each != self.document.language]
        return {
            **super().get_context_data(**kwargs),
            "document": self.document,
            "others": others,
            "guide_title": TITLE,
        }


@require_safe
def picture_view(request: HttpRequest, name: str) -> FileResponse:
    """Serve a picture that a page of the guide shows. No other name leads to a file.

    Raises:
        Http404: no page shows such a picture.
    """
    path = pictures().get(name)
    if path is None or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type=TYPES[path.suffix])
