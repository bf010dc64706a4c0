"""Tables of data."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock

from core.blocks import previews


class DataTableBlock(TableBlock):
    """A table of data with a caption and at least one row or column of headers."""

    def clean(self, value: Any) -> Any:
        """Ask for a caption and headers, without which a screen reader cannot read a table.

        Raises:
            ValidationError: either is missing.
        """
        value = super().clean(value)
        if value and not (value.get("table_caption") or "").strip():
            raise ValidationError(_("Give the table a caption that says what it shows."))
        if value and not (value.get("first_row_is_table_header") or value.get("first_col_is_header")):
            raise ValidationError(_("Choose which row or column of the table holds its headers."))
        return value

    class Meta:
        label = _("Table")
        icon = "table"
        group = _("Data")
        template = "core/blocks/table.html"
        description = _("Figures or facts in rows and columns, with a caption and headers.")
        preview_value = staticmethod(previews.table)
