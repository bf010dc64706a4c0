"""The blocks of a body as the style guide shows them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content.styleguide.specimens import file_value, picture
from core.blocks import BODY_BLOCKS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class BlockExample:
    """A block of a body as its preview shows it."""

    name: str
    label: "StrOrPromise"
    html: str


def block_examples(context: dict[str, Any]) -> list[BlockExample]:
    """Return every block of a body, rendered with what editors see in its preview, and pictures of no library."""
    blocks: list[tuple[str, Any]] = list(BODY_BLOCKS)
    return [
        BlockExample(name, block.label, block.render(_filled(name, block.get_preview_value()), context=dict(context)))
        for name, block in blocks
    ]


def _filled(name: str, value: Any) -> Any:
    """Return the value of a preview with what it has only where the library is not empty."""
    if name == "image":
        value["image"] = picture()
    elif name == "gallery":
        for each in value["images"]:
            each["image"] = picture()
    elif name == "files":
        value["files"] = [file_value()]
    return value
