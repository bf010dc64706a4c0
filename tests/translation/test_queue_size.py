"""The queue and the matrix of a site with ten thousand pages in two languages."""

import pytest

from tools.translation_bench.large_site import WAYS, State, make_large_site
from tools.translation_bench.parts.queue import MOST_QUERIES, VIEWS, queries_of, signed_in
from translation.places import EnglishRights
from translation.queue import matrix_of, queue_of

PAGES = 10_000


@pytest.fixture
def large_site(structure, people):
    """Ten thousand Polish pages in every state, most with English pages; a request for each hundredth."""
    make_large_site(structure, people, PAGES)


@pytest.mark.usefixtures("large_site")
def test_ten_thousand_pages_cost_few_queries_and_are_counted_right(people):
    for name in ("translator", "editor", "administrator"):
        for addresses in VIEWS.values():
            for address in addresses:
                assert queries_of(signed_in(people[name]), address) <= MOST_QUERIES, (name, address)
    rights = EnglishRights(people["translator"])
    assert queue_of(rights).filter(title__startswith="Page ").count() == PAGES
    news = next(row for row in matrix_of(rights) if row.section and row.section.title == "Aktualności")
    withheld = [number for number in range(PAGES // 2) if WAYS[number % len(WAYS)][0] == State.WITHHELD]
    assert news.counts[State.WITHHELD] == len(withheld)
