"""Model fields that every app may use."""

from typing import Any

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A stream of blocks whose definitions stay out of migrations.

    Blocks change often and never change the column, so a migration that repeats them is only weight. Historical
    models in data migrations see the raw JSON, which is all such a migration should rely on.
    """

    def __init__(self, block_types: Any = (), block_lookup: Any = None, **kwargs: Any) -> None:
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
