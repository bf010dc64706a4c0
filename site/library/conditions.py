"""Conditions on pages that nearly every query of a reader's page has.

Django puts a query together from objects each time it is asked. For these conditions, which stand in every list of a
page, that took longer than the database took to answer, so their SQL is written down.
"""

from typing import Any

from django.db.models import BooleanField, Func
from django.db.models.sql.compiler import SQLCompiler
from wagtail.models import Page

Values = tuple[str | int, ...]


class WrittenCondition(Func):
    """A condition in SQL that both databases understand, or in one for each.

    Args:
        sql: with `{0}`, `{1}` … for the fields, and `%s` for the values.
        fields: of the rows that the condition is about, or `pk`.
        values: in the order of the `%s`.
        sqlite: the SQL and the values for SQLite, where it needs others.
    """

    def __init__(self, sql: str, *fields: str, values: Values = (), sqlite: tuple[str, Values] | None = None) -> None:
        super().__init__(*fields, output_field=BooleanField())
        self.everywhere = sql, values
        self.sqlite = sqlite or self.everywhere

    def as_sql(self, compiler: SQLCompiler, connection: Any, **_context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # no other function or template can be asked for
        """Return the SQL with the columns put in, and its values. A column has no parameters of its own."""
        sql, values = self.sqlite if connection.vendor == "sqlite" else self.everywhere
        columns = (compiler.compile(field)[0] for field in self.get_source_expressions())
        return sql.format(*columns), list(values)


# SQLite takes every condition that it could look up, or that compares with a value, for one that leaves a few rows.
# Where half of all pages meet one, it would read and sort them all for the ten newest. PostgreSQL counts its rows.


def is_of(field: str, value: int) -> WrittenCondition:
    """Return the condition that a row belongs to one of few, such as a language. A plus keeps SQLite from its index."""
    return WrittenCondition("{0} = %s", field, values=(value,), sqlite=("+{0} = %s", (value,)))


def is_child_of(parent: Page) -> WrittenCondition:
    """Return the condition that a page stands directly below another, as Wagtail's `child_of()` has it."""
    return WrittenCondition(
        "({0} LIKE %s AND {1} = %s)",
        "path",
        "depth",
        values=(f"{parent.path}%", parent.depth + 1),
        sqlite=(f"substr({{0}}, 1, length({{0}}) - {Page.steplen}) = %s", (parent.path,)),
    )
