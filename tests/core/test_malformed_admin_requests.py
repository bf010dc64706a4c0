"""What signed-in staff send by hand is refused as a bad request. No page of the admin makes it, and none is a fault."""

import pytest
from django.urls import reverse

from content.factories import make_news


@pytest.fixture
def news(structure):
    return make_news(structure["pl"].sections["news"], live=False, title="Szkic", slug="szkic")


@pytest.fixture
def send(client, people):
    """Sends a request as an administrator and says what came back; an error of a view would be raised here."""
    client.force_login(people["administrator"])
    return client


def test_empty_forms(send, news, structure):
    index = structure["pl"].sections["news"]
    for address in (
        reverse("wagtailadmin_pages:edit", args=[news.pk]),
        reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk]),
        reverse("wagtailadmin_pages:copy", args=[news.pk]),
    ):
        answer = send.post(address)
        assert answer.status_code == 400, address
        assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("number", ["abc", "1%20or%201", "-"])
def test_numbers_in_a_bulk_action(send, news, number):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert send.get(f"{address}?id={number}").status_code == 400
    assert send.post(f"{address}?id={number}").status_code == 400


def test_a_bulk_action_still_takes_numbers_and_all(send, news):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    parent = news.get_parent()
    assert send.get(f"{address}?id={news.pk}").status_code == 200
    assert send.get(f"{address}?id=all&childOf={parent.pk}").status_code == 200


@pytest.mark.parametrize("number", [str(10**30), "abc", "-1"])
def test_an_unknown_type_in_the_list_of_translations(send, structure, number):
    answer = send.get(reverse("translation:report"), {"content_type": number})
    assert answer.status_code in {200, 400}


def test_a_number_that_no_database_holds_in_a_bulk_action(send, news):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert send.get(f"{address}?id={'9' * 40}").status_code in {400, 404}
