"""Gaps of Wagtail that we mend. A test that fails here says that Wagtail has closed one: remove our module for it."""

from wagtail.rich_text.pages import PageLinkHandler

from recycle_bin.upstream.page_links import AddressedPageLinkHandler


def test_wagtail_links_to_none(draft, binned):
    """recycle_bin.upstream.page_links can go when this fails."""
    assert PageLinkHandler.expand_db_attributes({"id": str(draft.pk)}) == '<a href="None">'


def test_ours_links_to_nothing(draft, binned, structure):
    links = [{"id": str(draft.pk)}, {"id": "999999"}, {"id": str(structure["pl"].sections["news"].pk)}]
    found = AddressedPageLinkHandler.expand_db_attributes_many(links)
    assert found == ["<a>", "<a>", f'<a href="{structure["pl"].sections["news"].url}">']
