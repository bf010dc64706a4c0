"""Publications take few queries to show, and no more for many than for a few."""

from uuid import uuid4

from content.factories import make_document, make_image
from content.loading import block
from publications.models import PublicationPage
from tests.many_pages import make_many, query_count

MOST = 12


def test_queries_do_not_grow_with_the_number_of_publications(structure, client):
    area, cover, document = structure["pl"].areas["culture"], make_image(), make_document()

    def both_languages(number):
        fields = {"areas": [area], "cover": cover, "year": 2026, "isbn": "9788301000004"}
        texts = [
            {
                "title": f"Raport {index}",
                "slug": f"raport-{uuid4().hex}",
                "summary": "O czym jest.",
                "files": [block(uuid4(), "file", {"document": document.pk, "title": "Raport", "language": "pl"})],
            }
            for index in range(number)
        ]
        polish = make_many(
            PublicationPage, structure["pl"].sections["publications"], ({**text, **fields} for text in texts)
        )
        return polish, make_many(
            PublicationPage,
            structure["en"].sections["publications"],
            ({**text, "translation_key": page.translation_key} for text, page in zip(texts, polish, strict=True)),
        )

    few = both_languages(3)
    addresses = [pages[-1].url for pages in few]
    for language in ("pl", "en"):
        index = structure[language].sections["publications"].url
        addresses += [index, f"{index}?type=report&year=2026&area={structure[language].areas['culture'].slug}"]
    before = {address: query_count(client, address) for address in addresses}
    assert max(before.values()) <= MOST, before
    both_languages(57)
    assert {address: query_count(client, address) for address in addresses} == before
