"""Members take few queries to show, and no more for many than for a few."""

from decimal import Decimal
from uuid import uuid4

from content.factories import make_image, make_news, make_translation
from members.models import MemberPage
from tests.many_pages import make_many, query_count

MOST = 12
MOST_AT_HOME = 14


def test_queries_do_not_grow_with_the_number_of_members(structure, client):
    arms = make_image()
    codes = (f"02{county:02}{number:02}2" for county in range(1, 20) for number in range(1, 30))

    def both_languages(number):
        texts = [{"title": f"Gmina {index}", "slug": f"gmina-{uuid4().hex}"} for index in range(number)]
        polish = make_many(
            MemberPage,
            structure["pl"].sections["members"],
            (
                {
                    **text,
                    "kind": "rural",
                    "official_name": text["title"],
                    "teryt": next(codes),
                    "coat_of_arms": arms,
                    "latitude": Decimal("52.1"),
                    "longitude": Decimal("19.2"),
                }
                for text in texts
            ),
        )
        return polish, make_many(
            MemberPage,
            structure["en"].sections["members"],
            ({**text, "translation_key": page.translation_key} for text, page in zip(texts, polish, strict=True)),
        )

    few = both_languages(3)
    make_translation(
        make_news(structure["pl"].sections["news"], members=[few[0][-1]], lead_image=arms, lead_image_alt="A river")
    )
    addresses = [pages[-1].url for pages in few]
    for language in ("pl", "en"):
        index = structure[language].sections["members"].url
        addresses += [index, f"{index}?kind=rural&page=1"]
    homes = [structure[language].home.url for language in ("pl", "en")]
    before = {address: query_count(client, address) for address in [*addresses, *homes]}
    assert max(before[address] for address in addresses) <= MOST, before
    assert max(before[address] for address in homes) <= MOST_AT_HOME, before
    both_languages(57)
    assert {address: query_count(client, address) for address in before} == before
