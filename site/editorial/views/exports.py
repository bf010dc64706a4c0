"""Spreadsheets of our reports: what an editor wrote must not run on the machine of who opens the file."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import translation
from wagtail.admin.views.mixins import SpreadsheetExportMixin

# A cell of a CSV file that begins so is taken for a formula
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


class PlainTextExport(SpreadsheetExportMixin):
    """An export whose cells hold text as text. Wagtail takes care of XLSX alone."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return the value of a cell, with an apostrophe before what a spreadsheet would calculate."""
        cell = super().preprocess_field_value(field, value, export_format)
        if export_format == self.FORMAT_CSV and isinstance(cell, str) and cell.startswith(BEGINNINGS):
            return f"'{cell}"
        return cell

    def stream_csv(self, queryset: Iterable[Any]) -> Iterator[str]:
        """Return the lines in the language of the person, which has ended with the view when they are asked for."""
        return _in_language(super().stream_csv(queryset), translation.get_language())


def _in_language(lines: Iterator[str], language: str) -> Iterator[str]:
    while True:
        with translation.override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line
