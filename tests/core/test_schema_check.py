"""The check of structured data finds mistakes. A check that finds none proves nothing."""

from copy import deepcopy

import pytest

from tests.schema_org import faults_of

URL = "https://example.org/news/"
GOOD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "@id": f"{URL}#article",
            "headline": "What happened",
            "datePublished": "2026-11-01",
            "dateModified": "2026-11-02T10:00:00+01:00",
            "author": [{"@type": "Person", "name": "Anna Przykładowa"}],
            "publisher": {"@type": "Organization", "@id": "https://example.org/#organization", "name": "Union"},
            "mainEntityOfPage": {"@id": URL},
            "image": {"@type": "ImageObject", "url": f"{URL}river.jpg", "width": 1200, "height": 630},
        },
        {
            "@type": "WebPage",
            "@id": URL,
            "url": URL,
            "name": "What happened",
            "inLanguage": "en",
            "isPartOf": {"@id": "https://example.org/#website"},
            "publisher": {"@type": "Organization", "name": "Union"},
        },
    ],
}


def test_good_data_has_no_faults():
    assert faults_of(GOOD) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"@type": "NewsArticel"}, "no such type"),
        ({"headlin": "What happened"}, "no property headlin"),
        ({"isbn": "9788301000004"}, "no property isbn"),
        ({"headline": None}, "empty"),
        ({"headline": "x" * 111}, "longer than 110"),
        ({"headline": ...}, "lacks headline"),
        ({"publisher": ...}, "lacks publisher"),
        ({"publisher": {"@type": "Place", "name": "Union"}}, "takes"),
        ({"publisher": "Union"}, "takes"),
        ({"publisher": {"@type": "Organization"}}, "lacks name"),
        ({"datePublished": "1 November 2026"}, "datePublished"),
        ({"datePublished": "2026-13-01"}, "datePublished"),
        ({"dateModified": "2026-11-02T10:00:00"}, "dateModified"),
        ({"mainEntityOfPage": {"@id": "https://example.org/other/"}}, "nothing has the @id"),
        ({"mainEntityOfPage": {"@id": "/news/"}}, "not absolute"),
        ({"image": {"@type": "ImageObject", "url": "/river.jpg", "width": 1, "height": 1}}, "image.url"),
        ({"image": []}, "empty"),
    ],
)
def test_a_planted_mistake_is_found(changes, fault):
    data = deepcopy(GOOD)
    article = data["@graph"][0]
    for name, value in changes.items():
        if value is ...:
            del article[name]
        else:
            article[name] = value

    assert any(fault in found for found in faults_of(data)), faults_of(data)


@pytest.mark.parametrize("data", [[], {}, {"@context": "http://schema.org", "@graph": []}])
def test_what_is_no_graph_of_schema_org_is_a_fault(data):
    assert faults_of(data)
