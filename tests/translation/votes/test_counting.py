"""Votes for an English version: one for each page, address and day, and nobody can tell whose."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from content.factories import make_news, make_translation
from translation.models import CountedVoter, DailySalt, TranslationState, TranslationVotes
from translation.votes.counting import count_vote, votes_for

ADDRESS, OTHER = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def later(monkeypatch):
    """A function that moves the clock on by some days."""
    now = timezone.now

    def move(days: int) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=days))

    return move


def votes(page) -> int:
    return votes_for(Page.objects.filter(pk=page.pk)).get().votes


def test_a_page_address_and_day_have_one_vote(polish, structure, later):
    other_page = make_news(structure["pl"].sections["news"])
    answers = [count_vote(polish, ADDRESS), count_vote(polish, ADDRESS), count_vote(polish, OTHER)]
    assert answers == [True, False, True]
    assert count_vote(other_page, ADDRESS)
    assert (votes(polish), votes(other_page)) == (2, 1)
    later(days=1)
    assert count_vote(polish, ADDRESS)
    assert votes(polish) == 3
    assert sorted(TranslationVotes.objects.filter(page=polish).values_list("count", flat=True)) == [1, 2]


def test_a_thousand_votes_of_one_address_are_one(polish):
    assert [count_vote(polish, ADDRESS) for _time in range(1000)].count(True) == 1
    assert votes(polish) == 1
    assert CountedVoter.objects.count() == 1


def test_a_page_that_nobody_asks_for_has_none(polish):
    assert votes(polish) == 0


def test_no_row_holds_an_address_or_tells_two_pages_of_one_reader_together(polish, structure, settings):
    other_page = make_news(structure["pl"].sections["news"])
    for page in (polish, other_page):
        count_vote(page, ADDRESS)
    assert len(set(CountedVoter.objects.values_list("digest", flat=True))) == 2
    for model in apps.get_app_config("translation").get_models():
        for row in model.objects.values():
            assert ADDRESS not in str(row)


def test_the_database_alone_does_not_tell_whether_an_address_has_voted(polish, settings):
    count_vote(polish, ADDRESS)
    settings.SECRET_KEY = "another key that the database does not hold either"
    assert count_vote(polish, ADDRESS)


def test_salts_of_two_days_have_nothing_in_common(polish, later):
    count_vote(polish, ADDRESS)
    first = (DailySalt.objects.get().salt, CountedVoter.objects.get().digest)
    later(days=1)
    count_vote(polish, ADDRESS)
    second = (DailySalt.objects.get().salt, CountedVoter.objects.get().digest)
    assert len({*first, *second}) == 4
    assert len(second[0]) == 64


def test_the_first_vote_of_a_day_throws_away_what_was_kept_of_the_day_before(polish, later):
    for address in (ADDRESS, OTHER):
        count_vote(polish, address)
    later(days=1)
    count_vote(polish, ADDRESS)
    assert CountedVoter.objects.count() == 1
    assert DailySalt.objects.get().day == timezone.localdate()


def test_so_does_the_daily_command_where_nobody_votes(polish, later):
    count_vote(polish, ADDRESS)
    out = StringIO()
    call_command("forget_voters", stdout=out)
    assert CountedVoter.objects.exists()
    later(days=1)
    call_command("forget_voters", stdout=out)
    assert not CountedVoter.objects.exists()
    assert not DailySalt.objects.exists()
    assert votes(polish) == 1
    assert out.getvalue().splitlines() == ["Days forgotten: 0.", "Days forgotten: 1."]


def test_the_day_is_that_of_poland(polish, monkeypatch):
    late = timezone.make_aware(timezone.datetime(2027, 1, 2, 0, 30))
    monkeypatch.setattr(timezone, "now", lambda: late.astimezone(timezone.timezone.utc))
    count_vote(polish, ADDRESS)
    assert TranslationVotes.objects.get().day == date(2027, 1, 2)


def test_votes_are_history_once_the_page_is_translated(polish, later):
    count_vote(polish, ADDRESS)
    english = make_translation(polish, slug="a-new-road")
    assert votes(polish) == 0
    assert TranslationVotes.objects.get().answered_at is not None
    english.unpublish()
    count_vote(polish, OTHER)
    assert votes(polish) == 1
    assert TranslationVotes.objects.filter(page=polish).count() == 2


def test_a_draft_of_a_translation_answers_nothing(polish):
    count_vote(polish, ADDRESS)
    make_translation(polish, slug="a-new-road", live=False)
    assert votes(polish) == 1


def test_votes_stay_while_the_page_is_withheld_and_while_its_polish_changes(polish, change):
    count_vote(polish, ADDRESS)
    TranslationState.objects.filter(source=polish).update(withheld_at=timezone.now(), state="withheld")
    change(polish, lead="Inne słowa.")
    assert votes(polish) == 1


def test_votes_of_many_pages_are_one_query(structure, django_assert_num_queries):
    pages = [make_news(structure["pl"].sections["news"]) for _each in range(3)]
    for number, page in enumerate(pages):
        for voter in range(number):
            count_vote(page, f"192.0.2.{voter}")
    asked = votes_for(Page.objects.filter(pk__in=[page.pk for page in pages])).order_by("-votes")
    with django_assert_num_queries(1):
        assert [(page.pk, page.votes) for page in asked] == [(pages[2].pk, 2), (pages[1].pk, 1), (pages[0].pk, 0)]


def test_votes_go_with_their_page(polish):
    count_vote(polish, ADDRESS)
    Page.objects.get(pk=polish.pk).delete()
    assert not TranslationVotes.objects.exists()
