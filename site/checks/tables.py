"""Tables that can be read aloud."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.table_block.blocks import TableBlock

from checks.base import Check, Finding
from checks.content import Content


class TableWithoutHeader(Check):
    """A table without a row or a column of headers. The editor's form asks for one too."""

    identifier = "table-header"
    title = gettext_lazy("A table without headers")
    excusable = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every table that has none."""
        for part in content.of(TableBlock):
            table = part.value
            if not isinstance(table, dict) or not any(cell for row in table.get("data") or () for cell in row):
                continue
            if not (table.get("first_row_is_table_header") or table.get("first_col_is_header")):
                yield self.finding(part, _("Choose which row or column of the table holds its headers."))
