"""What the editor's form of a page posts, made from what somebody has before them."""

import json
from typing import Any

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text

from tests.editor_forms import blank_form
from tests.translation.any_order.edits import BODY, Content, block_of
from tests.translation.any_order.sentences import WORD_FIELDS


def form_data(revision: Revision, content: Content, user: Any) -> dict[str, Any]:
    """Return the data of the form that was opened on a revision, with the words of `content`."""
    page: Page = revision.as_object()
    form = page.get_edit_handler().get_form_class()(instance=page, for_user=user, parent_page=page.get_parent())
    words = {name: content[name] for name in WORD_FIELDS[:-1] if name in form.fields}
    body = nested_form_data({"body": _typed(BODY, content["body"])})
    return {**blank_form(form), **words, **body, "slug": page.slug}


def _typed(block: Any, raw: Any) -> Any:
    """Return the value of a block as its form posts it."""
    if isinstance(block, blocks.BaseStructBlock):
        return {name: _typed(child, raw.get(name)) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        items = {str(number): _typed_item(block, item, number) for number, item in enumerate(raw)}
        return {"count": str(len(raw)), **items}
    if isinstance(block, TableBlock):
        return json.dumps(raw)
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(raw or "", features=block.features)
    return "" if raw is None else str(raw)


def _typed_item(block: Any, item: Any, number: int) -> dict[str, Any]:
    value = _typed(block_of(block, item), item["value"])
    return {"id": item.get("id") or "", "type": item["type"], "value": value, "deleted": "", "order": str(number)}
