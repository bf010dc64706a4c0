"""Files to download: what they are called, their language, and whether screen readers can read them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from checks.base import Check, Finding
from checks.content import Content
from checks.links import says_nothing
from checks.walk import Part
from core.blocks import FileBlock


def _files(content: Content) -> Iterator[Part]:
    return (part for part in content.of(FileBlock) if isinstance(part.value, dict) and part.value.get("document"))


class FileDetails(Check):
    """A file without a title or a language. The editor's form asks for them too."""

    identifier = "file-details"
    title = gettext_lazy("A file without a title or a language")
    excusable = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every field that is empty."""
        for part in _files(content):
            if not (part.value.get("title") or "").strip():
                yield self.finding(part.child("title"), _("Say what the file holds."))
            if not part.value.get("language"):
                yield self.finding(part.child("language"), _("Choose the language that the file is written in."))


class FileTitle(Check):
    """A title that says nothing of what the file holds: its name, or the word “download”."""

    identifier = "file-title"
    title = gettext_lazy("A title of a file that says nothing")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every such title."""
        for part in _files(content):
            text = (part.value.get("title") or "").strip()
            document = content.documents.get(part.value["document"])
            is_name = document is not None and text.casefold() == document.filename.casefold()
            if is_name or says_nothing(text):
                said = _("“%(text)s” does not say what the file holds. Say it in the language of the page.")
                yield self.finding(part.child("title"), said % {"text": text}, text)


class UntaggedPdf(Check):
    """A PDF whose parts are not marked as headings, paragraphs and tables."""

    identifier = "pdf-tags"
    title = gettext_lazy("A PDF without tags")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every place that offers such a file."""
        for part, number in content.document_links:
            document = content.documents.get(number)
            if document is not None and document.has_pdf_tags is False:
                said = _(
                    "“%(title)s” is a PDF without tags, so screen readers cannot tell its headings and tables. Export "
                    "it again as a tagged PDF, or offer the same text on the page."
                )
                yield self.finding(part, said % {"title": document.title}, str(number))
