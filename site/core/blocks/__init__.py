"""The blocks a page's body is made of, one module a family."""

from core.blocks.contact import ContactBlock
from core.blocks.events import EventListBlock
from core.blocks.files import FileBlock, FilesBlock
from core.blocks.links import LinkListBlock
from core.blocks.media import GalleryBlock, ImageBlock
from core.blocks.table import DataTableBlock
from core.blocks.text import AccordionBlock, CallOutBlock, HeadingBlock, QuoteBlock, TextBlock
from core.blocks.video import VideoBlock

BODY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("quote", QuoteBlock()),
    ("call_out", CallOutBlock()),
    ("accordion", AccordionBlock()),
    ("image", ImageBlock()),
    ("gallery", GalleryBlock()),
    ("video", VideoBlock()),
    ("table", DataTableBlock()),
    ("files", FilesBlock()),
    ("links", LinkListBlock()),
    ("contact", ContactBlock()),
    ("events", EventListBlock()),
]

__all__ = [
    "BODY_BLOCKS",
    "AccordionBlock",
    "CallOutBlock",
    "ContactBlock",
    "DataTableBlock",
    "EventListBlock",
    "FileBlock",
    "FilesBlock",
    "GalleryBlock",
    "HeadingBlock",
    "ImageBlock",
    "LinkListBlock",
    "QuoteBlock",
    "TextBlock",
    "VideoBlock",
]
