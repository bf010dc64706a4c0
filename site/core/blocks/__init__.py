"""The blocks a page's body is made of, one module a family."""

from core.blocks.files import FileBlock, FilesBlock
from core.blocks.media import ImageBlock
from core.blocks.table import DataTableBlock
from core.blocks.text import HeadingBlock, TextBlock

BODY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("image", ImageBlock()),
    ("table", DataTableBlock()),
    ("files", FilesBlock()),
]

__all__ = [
    "BODY_BLOCKS",
    "DataTableBlock",
    "FileBlock",
    "FilesBlock",
    "HeadingBlock",
    "ImageBlock",
    "TextBlock",
]
