"""A fingerprint of what readers would see of a page."""

import hashlib
import json
import re
from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
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


# The rich text editor numbers paragraphs that code has written, when it first saves them.
PARAGRAPH_KEY = re.compile(r' data-block-key=\\?"[\w-]{1,40}\\?"', re.ASCII)


def page_digest(page: Page, without: frozenset[str] = frozenset()) -> str:
    """Return the SHA-256, in hexadecimal, of a specific page's content.

    Two pages have the same digest when readers would see the same. Primary keys of child rows do not count, since a
    save gives new ones; fields that another page's approval covers (`fields_outside_approval`) do not either.

    Args:
        page: a specific page.
        without: names of further fields that do not count.
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
        elif isinstance(page._meta.get_field(name), StreamField):
            value = json.loads(value)
        content[name] = value
    text = json.dumps(content, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(PARAGRAPH_KEY.sub("", text).encode()).hexdigest()


def _without(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
