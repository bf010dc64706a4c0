"""A fingerprint of what readers would see of a page."""

import hashlib
import json
from typing import Any

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
        "translation_key",
        "locale",
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


def page_digest(page: Page) -> str:
    """Return the SHA-256, in hexadecimal, of a specific page's content.

    Two pages have the same digest when readers would see the same. Primary keys of child rows do not count, since a
    save gives new ones; fields that another page's approval covers (`fields_outside_approval`) do not either.
    """
    ignored = STATE_FIELDS | getattr(page, "fields_outside_approval", frozenset)()
    content = {name: _plain(value) for name, value in page.serializable_data().items() if name not in ignored}
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Reduce a serialized value to what it says."""
    if isinstance(value, list):
        if all(isinstance(item, dict) for item in value):
            return [{key: _plain(part) for key, part in item.items() if key not in ("pk", "page")} for item in value]
        return sorted(value, key=str)
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
