"""What pages say in the words of schema.org. That it is well said: test_every_page_type and tests/schema_org.py."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from content.factories import make_document, make_image, make_member, make_news, make_publication, make_translation
from content.loading import block
from core.models import AssociationSettings
from core.structured_data import postal_address
from tests.head import nodes_of
from tests.schema_org import faults_of

ROOT = "http://localhost"
ASSOCIATION = f"{ROOT}/#organization"


@pytest.fixture
def nodes(client):
    """A function that reads a page and returns its nodes by type."""

    def read(page):
        document = BeautifulSoup(client.get(page.url).content, "html.parser")
        found = nodes_of(document)
        assert faults_of({"@context": "https://schema.org", "@graph": list(found.values())}) == []
        return found

    return read


@pytest.fixture
def association(structure):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    values = {
        "name_pl": "Związek Doliny",
        "name_en": "Valley Union",
        "address": "ul. Przykładowa 1\n00-000 Przykład",
        "phone": "+48 00 000 00 00",
        "email": "biuro@example.org",
        "nip": "1111111111",
        "regon": "123456785",
        "krs": "0000000001",
        "bip_url": "https://bip.example.org/",
    }
    for name, value in values.items():
        setattr(association, name, value)
    association.save()
    return association


def test_the_home_page_tells_all_about_the_association(structure, association, nodes):
    told = nodes(structure["pl"].home)["Organization"]

    assert (told["@id"], told["name"], told["alternateName"]) == (ASSOCIATION, "Związek Doliny", ["Valley Union"])
    assert told["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "ul. Przykładowa 1",
        "postalCode": "00-000",
        "addressLocality": "Przykład",
        "addressCountry": "PL",
    }
    assert (told["telephone"], told["email"], told["taxID"]) == ("+48 00 000 00 00", "biuro@example.org", "1111111111")
    numbers = {each["propertyID"]: each["value"] for each in told["identifier"]}
    assert numbers == {"REGON": "123456785", "KRS": "0000000001"}
    assert told["logo"]["url"] == f"{ROOT}/apple-touch-icon.png"
    assert nodes(structure["en"].home)["Organization"]["name"] == "Valley Union"


@pytest.mark.parametrize(("language", "search"), [("pl", "/szukaj/"), ("en", "/en/search/")])
def test_the_home_page_tells_how_to_search(structure, nodes, language, search):
    site = nodes(structure[language].home)["WebSite"]
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{ROOT}{search}?q={{search_term_string}}"
    assert site["@id"] == nodes(structure[language].sections["about"])["WebPage"]["isPartOf"]["@id"]


def test_other_pages_name_the_association_by_its_address(structure, association, nodes):
    found = nodes(structure["pl"].sections["about"])
    assert found["WebPage"]["publisher"] == {"@type": "Organization", "@id": ASSOCIATION, "name": "Związek Doliny"}
    assert "Organization" not in found
    assert "WebSite" not in found


def test_breadcrumbs_lead_from_the_home_page_to_the_page(structure, nodes):
    news = make_news(structure["pl"].sections["news"], title="Nabór")
    steps = nodes(news)["BreadcrumbList"]["itemListElement"]

    pages = [structure["pl"].home, structure["pl"].sections["news"], news]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (position, page.title, page.full_url) for position, page in enumerate(pages, start=1)
    ]
    assert "BreadcrumbList" not in nodes(structure["pl"].home)


def test_news(structure, association, nodes):
    area = structure["pl"].areas["culture"]
    news = make_news(
        structure["pl"].sections["news"],
        title="Nabór " * 30,
        date=date(2026, 2, 5),
        areas=[area],
        lead_image=make_image(size=(1600, 900)),
        lead_image_alt="A river",
    )
    article = nodes(news)["NewsArticle"]

    assert article["datePublished"] == "2026-02-05"
    assert article["dateModified"] == timezone.localtime(news.last_published_at).isoformat(timespec="seconds")
    assert len(article["headline"]) <= 110
    assert article["headline"].endswith("Nabór…")
    assert article["author"] == article["publisher"]
    assert article["articleSection"] == [area.title]
    assert (article["image"]["width"], article["image"]["height"]) == (1600, 686)
    assert article["mainEntityOfPage"] == {"@id": news.full_url}
    english = nodes(make_translation(news))["NewsArticle"]
    assert (english["inLanguage"], english["articleSection"]) == ("en", [structure["en"].areas["culture"].title])


def test_news_that_somebody_signs(structure, nodes):
    article = nodes(make_news(structure["pl"].sections["news"], author_line="Biuro"))["NewsArticle"]
    assert article["author"] == {"@type": "Organization", "name": "Biuro"}
    assert article["publisher"]["@id"] == ASSOCIATION


def test_an_image_whose_file_is_gone_is_not_told_of(structure, nodes):
    image = make_image()
    news = make_news(structure["pl"].sections["news"], lead_image=image, lead_image_alt="A river")
    image.file.storage.delete(image.file.name)
    assert "image" not in nodes(news)["NewsArticle"]


@pytest.mark.parametrize(
    ("kind", "type_", "isbn_in"),
    [("report", "Report", "identifier"), ("book", "Book", "isbn"), ("leaflet", "CreativeWork", "identifier")],
)
def test_a_publication_is_of_its_kind(structure, nodes, kind, type_, isbn_in):
    document = make_document()
    page = make_publication(
        structure["pl"].sections["publications"],
        kind=kind,
        year=2025,
        authors="Anna Przykładowa, Jan Wzorcowy,",
        publisher="Wydawnictwo",
        isbn="978-83-01-00000-4",
        files=[block(uuid4(), "file", {"document": document.pk, "title": "Całość", "language": "en"})],
    )
    told = nodes(page)[type_]

    assert told["author"] == [
        {"@type": "Person", "name": "Anna Przykładowa"},
        {"@type": "Person", "name": "Jan Wzorcowy"},
    ]
    assert told["datePublished"] == "2025"
    assert told["publisher"] == {"@type": "Organization", "name": "Wydawnictwo"}
    assert "9788301000004" in str(told[isbn_in]).replace("-", "")
    assert told["encoding"] == [
        {
            "@type": "MediaObject",
            "name": "Całość",
            "contentUrl": f"{ROOT}{document.url}",
            "encodingFormat": "application/pdf",
            "contentSize": f"{max(1, round(document.file_size / 1000))} kB",
            "inLanguage": "en",
        }
    ]


def test_what_the_association_publishes_itself_points_at_it(structure, association, nodes):
    page = make_publication(structure["pl"].sections["publications"], publisher="Związek Doliny", kind="report")
    assert nodes(page)["Report"]["publisher"]["@id"] == ASSOCIATION


MEMBER = {
    "official_name": "Gmina Wzorcowa",
    "website": "https://example.org/",
    "bip_url": "https://bip.example.org/",
    "latitude": Decimal("52.1"),
    "longitude": Decimal("21.1"),
}


def test_a_member_is_a_local_government_that_belongs_to_the_association(structure, nodes):
    member = make_member(structure["pl"].sections["members"], title="Wzorzec", coat_of_arms=make_image(), **MEMBER)
    told = nodes(member)["GovernmentOrganization"]

    assert (told["name"], told["legalName"], told["url"]) == ("Wzorzec", "Gmina Wzorcowa", member.full_url)
    assert told["sameAs"] == ["https://example.org/", "https://bip.example.org/"]
    assert told["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 52.1, "longitude": 21.1}
    assert told["identifier"]["value"] == member.teryt
    assert told["memberOf"]["@id"] == ASSOCIATION
    assert told["logo"]["url"].startswith(f"{ROOT}/media/")


def test_a_past_member_does_not_belong_to_the_association(structure, nodes):
    yesterday = timezone.localdate() - timedelta(days=1)
    member = make_member(structure["pl"].sections["members"], left_on=yesterday)
    assert "memberOf" not in nodes(member)["GovernmentOrganization"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", {}),
        (" \n,", {}),
        ("Rynek 1", {"streetAddress": "Rynek 1"}),
        ("00-000 Przykład", {"postalCode": "00-000", "addressLocality": "Przykład"}),
        (
            "Urząd Gminy\nRynek 1,\n00-000 Przykład",
            {"streetAddress": "Urząd Gminy, Rynek 1", "postalCode": "00-000", "addressLocality": "Przykład"},
        ),
    ],
)
def test_an_address_is_taken_apart_as_far_as_it_says(text, address):
    told = postal_address(text)
    assert told == ({"@type": "PostalAddress", **address, "addressCountry": "PL"} if address else {})
