"""A table that reads well in a terminal and in Markdown."""

from collections.abc import Sequence

Row = tuple[str, ...]


def table(head: Row, rows: Sequence[Row]) -> str:
    """Return the lines of a table, its columns aligned."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, tuple("-" * width for width in widths), *rows]
    return "\n".join(_line(row, widths) for row in lines)


def _line(row: Row, widths: Sequence[int]) -> str:
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
