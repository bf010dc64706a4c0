"""A fingerprint of what readers would see of a page."""

import hashlib
import json
import re
from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

# The state of a page in the tree and in its life, not its content.
STATE_FIELDS = frozenset(
    {
        "pk",
        "id",
        "page_ptr",
        "path",
        "depth",
        "numchild",
        "url_path",
        "content_type",
        "draft_title",
        "live",
        "expired",
        "has_unpublished_changes",
        "owner",
        "locked",
        "locked_at",
        "locked_by",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "first_published_at",
        "last_published_at",
        "alias_of",
        "index_entries",
        COMMENTS_RELATION_NAME,
    }
)


_PARAGRAPH_KEY = re.compile(r'(<[a-z][a-z0-9]*) data-block-key=\\?"[\w-]{1,40}\\?"', re.ASCII)


def without_paragraph_keys(html: str) -> str:
    """Return rich text, or JSON with rich text, without the numbers of its paragraphs.

    The rich text editor numbers paragraphs that code has written, when it first saves them. Only an attribute of an
    element goes: what looks like one in a text is read by people.
    """
    return _PARAGRAPH_KEY.sub(r"\1", html)


def page_digest(page: Page, without: frozenset[str] = frozenset()) -> str:
    """Return the SHA-256, in hexadecimal, of a specific page's content.

    Two pages have the same digest when readers would see the same.

    Args:
        page: a specific page.
        without: names of further fields that do not count.
    """
    text = json.dumps(page_content(page, without), sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def page_content(page: Page, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return what readers would see of a specific page, by the name of its field, as JSON would hold it.

    Primary keys of child rows do not count, since a save gives new ones; fields that another page's approval covers
    (`fields_outside_approval`) do not either.
    """
    ignored = STATE_FIELDS | without | getattr(page, "fields_outside_approval", frozenset)()
    parents = {relation.get_accessor_name(): relation.field.name for relation in get_all_child_relations(page)}
    content = {}
    for name, value in page.serializable_data().items():
        if name in ignored:
            continue
        if name in parents:
            value = [_without(row, "pk", parents[name]) for row in value]
        elif isinstance(value, list):
            value = sorted(value, key=str)
        elif isinstance(field := page._meta.get_field(name), StreamField):
            value = _as_read(field.stream_block, json.loads(value))
        elif isinstance(field, RichTextField):
            value = without_paragraph_keys(value)
        content[name] = value
    return content


def _without(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _as_read(block: Block, raw: Any) -> Any:
    """Return the raw JSON of a block without the numbers of paragraphs in its rich texts, and only there."""
    if isinstance(block, RichTextBlock):
        return without_paragraph_keys(raw) if isinstance(raw, str) else raw
    if isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        children = block.child_blocks
        return {name: _as_read(children[name], value) if name in children else value for name, value in raw.items()}
    if isinstance(block, BaseStreamBlock | ListBlock) and isinstance(raw, list):
        return [_item_as_read(block, item) for item in raw]
    return raw


def _item_as_read(block: BaseStreamBlock | ListBlock, item: Any) -> Any:
    if not isinstance(item, dict) or "value" not in item:
        return item
    child = block.child_block if isinstance(block, ListBlock) else block.child_blocks.get(item.get("type"))
    return {**item, "value": _as_read(child, item["value"])} if child is not None else item
