"""Review dates: who is reminded, who may say that a page still holds."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial.log_actions import REVIEW, REVIEW_DATE
from editorial.models import ReviewDate

IN_A_MONTH = timezone.localdate() + timedelta(days=30)


def set_date(client, page, **data):
    data = {"review_by": IN_A_MONTH.isoformat(), "contact": "", "contact_name": "", "contact_email": "", **data}
    return client.post(reverse("editorial:review_date", args=[page.pk]), data)


def test_with_a_person_here(client, news, people):
    client.force_login(people["editor"])
    set_date(client, news, contact=people["author"].pk)
    assert ReviewDate.objects.get(page=news).contact == people["author"]
    assert PageLogEntry.objects.filter(page=news.pk, action=REVIEW_DATE, user=people["editor"]).exists()


def test_with_a_person_outside(client, news, people):
    client.force_login(people["editor"])
    set_date(client, news, contact_name="Anna Przykładowa", contact_email="anna@example.org")
    assert ReviewDate.objects.get(page=news).contact_label == "Anna Przykładowa"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"contact_name": "Anna"},
        {"contact_email": "no address"},
        {"contact_email": "anna@example.org", "contact": "author"},
        {"contact_email": "anna@example.org", "review_by": "2020-01-01"},
        {"contact_email": "anna@example.org", "review_by": "some day"},
    ],
)
def test_what_makes_no_sense_is_refused(client, news, people, data):
    client.force_login(people["editor"])
    if data.get("contact"):
        data = {**data, "contact": people[data["contact"]].pk}
    assert set_date(client, news, **data).status_code == 200
    assert not ReviewDate.objects.exists()


@pytest.mark.parametrize("who", ["author", "translator", "member_editor"])
def test_others_set_none(client, news, people, who):
    client.force_login(people[who])
    set_date(client, news, contact_email="anna@example.org")
    assert not ReviewDate.objects.exists()


def test_a_draft_has_none(client, draft, people):
    client.force_login(people["editor"])
    set_date(client, draft, contact_email="anna@example.org")
    assert not ReviewDate.objects.exists()


@pytest.mark.parametrize(
    ("who", "may"), [("author", True), ("editor2", True), ("author2", False), ("translator", False)]
)
def test_saying_that_it_still_holds(client, news, people, who, may):
    ReviewDate.objects.create(page=news, review_by=timezone.localdate(), contact=people["author"])
    client.force_login(people[who])
    client.post(reverse("editorial:review", args=[news.pk]), {"review_by": IN_A_MONTH.isoformat()})
    date = ReviewDate.objects.get(page=news)
    assert (date.review_by == IN_A_MONTH) == may
    assert (date.last_reviewed_at is not None) == may
    assert PageLogEntry.objects.filter(page=news.pk, action=REVIEW).exists() == may


def test_the_list_shows_what_is_due_first_in_as_many_queries_for_many(
    client, people, structure, django_assert_max_num_queries
):
    from content.factories import make_news

    client.force_login(people["editor"])
    counts = []
    for number in (1, 10):
        for day in range(number):
            page = make_news(structure["pl"].sections["news"])
            ReviewDate.objects.create(page=page, review_by=IN_A_MONTH + timedelta(days=day), contact=people["author"])
        client.get(reverse("editorial:reviews"))
        with django_assert_max_num_queries(30) as captured:
            client.get(reverse("editorial:reviews"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("who", "may"), [("editor", True), ("administrator", True), ("author", False), ("translator", False)]
)
def test_the_list_is_for_those_who_may_publish(client, people, who, may):
    client.force_login(people[who])
    assert (client.get(reverse("editorial:reviews")).status_code == 200) == may
