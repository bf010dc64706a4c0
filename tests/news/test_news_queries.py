"""News take few queries to show, and no more for many than for a few."""

from datetime import date, timedelta
from uuid import uuid4

from content.factories import make_image, make_member, make_translation
from content.loading import block
from news.models import NewsPage
from tests.many_pages import make_many, query_count

MOST = 12
MOST_AT_HOME = 14


def both_languages(structure, number, **fields):
    days = (date(2020, 1, 1) + timedelta(days=3 * day) for day in range(number))
    polish = make_many(
        NewsPage,
        structure["pl"].sections["news"],
        (
            {
                "title": f"Wiadomość {day}",
                "slug": f"wiadomosc-{uuid4().hex}",
                "lead": "Co się stało.",
                "date": day,
                "body": [block(uuid4(), "text", "<p>Cała historia.</p>")],
                **fields,
            }
            for day in days
        ),
    )
    english = make_many(
        NewsPage,
        structure["en"].sections["news"],
        (
            {
                "title": page.title,
                "slug": page.slug,
                "lead": "What happened.",
                "lead_image_alt": page.lead_image_alt,
                "translation_key": page.translation_key,
                "body": page.body,
            }
            for page in polish
        ),
    )
    return polish, english


def test_queries_do_not_grow_with_the_number_of_news(structure, client):
    area = structure["pl"].areas["culture"]
    member = make_member(structure["pl"].sections["members"])
    make_translation(member)
    few = both_languages(
        structure, 3, areas=[area], members=[member], lead_image=make_image(), lead_image_alt="A river"
    )
    addresses = [structure[language].sections["news"].url for language in ("pl", "en")]
    addresses += [
        f"{address}?area={structure[language].areas['culture'].slug}&year=2020"
        for address, language in zip(addresses, ("pl", "en"), strict=True)
    ]
    details = [pages[-1].url for pages in few]
    details += [structure[language].areas["culture"].url for language in ("pl", "en")]
    homes = [structure[language].home.url for language in ("pl", "en")]
    before = {address: query_count(client, address) for address in [*addresses, *details, *homes]}
    assert max(before[address] for address in homes) <= MOST_AT_HOME, before
    assert max(before[address] for address in [*addresses, *details]) <= MOST, before
    both_languages(
        structure, 57, areas=[area], members=[member], lead_image=few[0][0].lead_image, lead_image_alt="A river"
    )
    after = {address: query_count(client, address) for address in before}
    assert after == before
