"""Gaps of Wagtail that we mend. A test that fails here says that Wagtail has closed one: remove our module for it."""

from wagtail.log_actions import LogContext, log
from wagtail.models import PageLogEntry
from wagtail.rich_text.pages import PageLinkHandler

from recycle_bin.upstream.page_links import AddressedPageLinkHandler


def test_wagtail_links_to_none(draft, binned):
    """recycle_bin.upstream.page_links can go when this fails."""
    assert PageLinkHandler.expand_db_attributes({"id": str(draft.pk)}) == '<a href="None">'


def test_wagtails_history_shows_one_entry_for_all_pages_of_a_request(draft, structure, people):
    """The contexts of the log in recycle_bin.deleting and restoring can go when this fails."""
    with LogContext(people["editor"]):
        for page in (draft, structure["pl"].home):
            log(instance=page, action="wagtail.lock")
    entries = PageLogEntry.objects.filter(page=draft.pk, action="wagtail.lock")
    assert entries.count() == 1
    assert not entries.latest_by_uuid_and_action().exists()


def test_ours_links_to_nothing(draft, binned, structure):
    links = [{"id": str(draft.pk)}, {"id": "999999"}, {"id": str(structure["pl"].sections["news"].pk)}]
    found = AddressedPageLinkHandler.expand_db_attributes_many(links)
    assert found == ["<a>", "<a>", f'<a href="{structure["pl"].sections["news"].url}">']
