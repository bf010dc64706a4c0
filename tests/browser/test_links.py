"""Every link of the site leads somewhere."""

from tools.audit.checks import links


def test_links_lead_somewhere(crawled):
    assert len(crawled.texts) > 50
    assert links.faults(crawled) == []
