"""The translators' queue, the sections in numbers, and what changed in Polish."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from wagtail.models import GroupPagePermission

from content.factories import make_event, make_news, make_translation
from editorial.desk.rows import Section
from editorial.desk.sources import piles
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from recycle_bin.restoring import restore
from translation.facts.kinds import FactKind
from translation.models import PublishedText, SettledSegment, TranslationVotes, english_of
from translation.requests.steps import ask
from translation.source_panel.rows import SourceText
from translation.starting import start_translation
from translation.truth.statements import settle, state_of
from translation.waiting import pages_with_state, waiting_pages
from translation.withholding import withhold

REPORT = "/admin/translations/"
MATRIX = "/admin/translations/matrix/"
MAY_SEE = {"translator", "editor", "administrator", "superuser"}


def titles(response) -> list[str]:
    return [page.title for page in response.context["object_list"]]


@pytest.mark.parametrize("address", [REPORT, REPORT + "results/"])
def test_only_people_who_work_on_english_pages_see_the_list(address, role, sign_in):
    answer = sign_in(role).get(address)
    assert answer.status_code == (200 if role in MAY_SEE else 302)


def test_menu_shows_the_list_to_the_same_people(role, sign_in):
    home = sign_in(role).get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"{REPORT}"' in home) == (role in MAY_SEE)
    assert "localize/reports" not in home


def test_only_people_who_work_on_the_english_page_see_what_changed(role, polish, english, sign_in, change):
    change(polish, lead="Zupełnie co innego.")
    answer = sign_in(role).get(reverse("translation:changes", args=[english.pk]))
    assert answer.status_code == (200 if role in MAY_SEE else 302)


def test_what_changed_is_shown_as_the_panel_shows_it_and_only_in_words(polish, english, sign_in, change):
    key = polish.body.raw_data[0]["id"]
    body = [{"id": key, "type": "text", "value": "<p>The whole story.</p><p>Zbieramy 5 zł.</p>"}]
    change(polish, lead="What <b>happened</b>, in two sentences.", body=body, featured=True, slug="inny-adres")
    page = sign_in("translator").get(reverse("translation:changes", args=[english.pk]))
    rows = {row.path: row for row in page.context["source"].changed_rows}
    assert list(rows) == ["lead", f"body.{key}"]
    assert [each.segment.text for each in rows[f"body.{key}"].segments] == ["Zbieramy 5 zł."]
    said = page.content.decode()
    for each in (segment.difference for row in rows.values() for segment in row.segments):
        assert render_to_string("translation/source_panel/difference.html", {"difference": each}) in said
    assert "&lt;b&gt;" in said
    assert "<b>" not in said


def test_what_changed_says_since_when_and_what_is_settled(polish, english, sign_in, change):
    change(polish, lead="Zupełnie co innego.")
    state = state_of(english)
    address, settled = (
        reverse("translation:changes", args=[english.pk]),
        "Ktoś powiedział, że angielski nie wymaga tu zmiany.",
    )
    said = sign_in("translator").get(address).content.decode()
    for moment in (state.true_to.created_at, state.source_text.changed_at):
        assert date_format(timezone.localtime(moment), "DATETIME_FORMAT") in said
    assert settled not in said
    segments = [each.segment for each in SourceText(english, state).differences]
    settle(state, segments, SettledSegment.Ground.AUTHOR, None)
    assert settled in sign_in("translator").get(address).content.decode()


def test_what_changed_in_a_page_that_follows_is_nothing(english, sign_in):
    page = sign_in("translator").get(reverse("translation:changes", args=[english.pk]))
    assert page.context["source"].changed_rows == []
    assert "Polski tekst nie zmienił się od tego czasu." in page.content.decode()


@pytest.mark.parametrize("number", [1, 999999, 10**30])
def test_what_changed_needs_an_english_page(number, sign_in):
    assert sign_in("translator").get(reverse("translation:changes", args=[number])).status_code == 404


def test_states_of_pages(structure, polish, change, people):
    news = structure["pl"].sections["news"]
    pages = {name: make_news(news, title=name) for name in ("none", "started", "review", "returned", "true")}
    make_news(news, title="unpublished", live=False)
    english = {name: make_translation(page, live=name == "true") for name, page in pages.items() if name != "none"}
    for name in ("review", "returned"):
        english[name].get_workflow().start(english[name], people["translator"])
    task = english["returned"].current_workflow_task_state
    task.task.specific.on_action(task.specific, people["editor"], "reject", comment="Again, please.")
    found = {page.title: page.state for page in pages_with_state().filter(title__in=[*pages, "unpublished"])}
    assert found == {name: name for name in pages}
    waiting = set(waiting_pages().values_list("title", flat=True))
    assert waiting >= {"none", "started", "returned"}
    assert not waiting & {"review", "true"}
    change(pages["true"], lead="Zupełnie co innego.")
    assert "true" in set(waiting_pages().values_list("title", flat=True))


@pytest.fixture
def waiting(structure, people, change):
    """One page for each reason for its place in the queue, the last reasons first. Returns their titles in order."""
    news = structure["pl"].sections["news"]
    today = timezone.localdate()
    pages = {}
    for name in ("younger", "older", "urgent", "voted", "words", "late", "soon", "over", "fact"):
        pages[name] = make_news(news, title=name)
    PublishedText.objects.filter(page=pages["older"]).update(changed_at=timezone.now() - timedelta(days=9))
    for name in ("words", "fact"):
        make_translation(pages[name])
    change(pages["words"], lead="Zupełnie co innego się stało.")
    change(pages["fact"], lead="Mamy 5 zł.")
    ask(pages["urgent"], people["editor"], priority=1)
    for name, days in (("over", -1), ("soon", 2), ("late", 20)):
        ask(pages[name], people["editor"], deadline=today + timedelta(days=days))
    TranslationVotes.objects.create(page=pages["voted"], day=today, count=7)
    return ["fact", "over", "soon", "late", "words", "voted", "urgent", "older", "younger"]


def test_queue_and_desk_are_in_the_same_order(waiting, sign_in, people):
    assert titles(sign_in("translator").get(REPORT)) == waiting
    (pile,) = piles(people["translator"], 20, [Section.WAITING])
    assert [row.title for row in pile.rows] == waiting
    assert [row.title for row in pile.rows if row.is_overdue] == ["over"]


def test_more_votes_come_first(structure, sign_in, people):
    news = structure["pl"].sections["news"]
    for title, count in (("few", 1), ("many", 9)):
        page = make_news(news, title=title)
        TranslationVotes.objects.create(page=page, day=timezone.localdate(), count=count)
    assert titles(sign_in("translator").get(REPORT)) == ["many", "few"]
    (pile,) = piles(people["translator"], 20, [Section.WAITING])
    assert [row.title for row in pile.rows] == ["many", "few"]


@pytest.mark.parametrize("name", ["words", "fact"])
def test_what_readers_are_told_counts_whatever_draft_is_under_way(name, waiting, sign_in, people):
    page = english_of(NewsPage.objects.get(title=name)).specific
    page.save_revision(user=people["translator"])
    task = page.get_workflow().start(page, people["translator"]).current_task_state
    task.task.specific.on_action(task.specific, people["editor"], "reject", comment="Again, please.")
    assert titles(sign_in("translator").get(REPORT)) == waiting


def test_a_translation_of_whoever_has_left_is_on_every_desk(polish, people, limited, sign_in):
    ask(polish, people["editor"], assignee=limited)
    limited.is_active = False
    limited.save()
    assert piles(people["translator"], 20, [Section.WAITING])[0].rows[0].title == "Nowa droga"
    (row,) = sign_in("translator").get(REPORT, {"whose": "unassigned"}).context["object_list"]
    assert (row.title, row.assignee) == ("Nowa droga", "")


def test_what_another_is_asked_for_is_in_the_queue_and_on_no_other_desk(polish, people, limited, sign_in):
    ask(polish, people["editor"], assignee=limited)
    assert titles(sign_in("translator").get(REPORT)) == ["Nowa droga"]
    assert piles(people["translator"], 20, [Section.WAITING]) == []
    assert piles(limited, 20, [Section.WAITING])[0].rows[0].title == "Nowa droga"


def test_desk_says_who_asks_and_by_when(polish, people, sign_in):
    ask(polish, people["editor"], deadline=timezone.localdate() - timedelta(days=1))
    with translation.override("en"):
        (row,) = piles(people["translator"], 20, [Section.WAITING])[0].rows
        assert "has no English version yet; asked for by editor, to be live by" in str(row.why)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"state": "none"}, {"over", "soon", "late", "voted", "urgent", "older", "younger"}),
        ({"state": "drifted"}, {"words", "fact"}),
        ({"drift": "3"}, {"fact"}),
        ({"drift": ["2", "3"]}, {"words", "fact"}),
        ({"whose": "mine"}, set()),
        ({"whose": "requested"}, {"over", "soon", "late", "urgent"}),
        ({"whose": "requested", "deadline": "none"}, {"urgent"}),
        ({"deadline": "overdue"}, {"over"}),
        ({"deadline": "soon"}, {"soon"}),
        ({"deadline": "any"}, {"over", "soon", "late"}),
        ({"q": "O"}, {"over", "older", "younger", "soon", "words", "voted"}),
        ({"q": "o", "deadline": "any"}, {"over", "soon"}),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_filters_narrow_the_queue(query, expected, waiting, sign_in):
    assert {title for title in titles(sign_in("translator").get(REPORT, query)) if title in waiting} == expected


def test_without_a_state_it_holds_what_waits(polish, english, structure, sign_in):
    make_news(structure["pl"].sections["news"], title="Not started")
    client = sign_in("translator")
    assert titles(client.get(REPORT)) == ["Not started"]
    assert "Nowa droga" in titles(client.get(REPORT, {"state": "true"}))
    assert set(titles(client.get(REPORT, {"state": "all"}))) >= {"Nowa droga", "Not started"}


def test_requests_are_found_by_who_is_asked_and_who_asks(polish, structure, people, sign_in, limited):
    ask(polish, people["editor"], assignee=people["translator"])
    make_news(structure["pl"].sections["news"], title="Nobody's")
    assert titles(sign_in("translator").get(REPORT, {"whose": "mine"})) == ["Nowa droga"]
    assert titles(sign_in("limited").get(REPORT, {"whose": "mine"})) == []
    assert titles(sign_in("translator").get(REPORT, {"whose": "unassigned"})) == ["Nobody's"]
    assert titles(sign_in("editor").get(REPORT, {"whose": "asked"})) == ["Nowa droga"]
    assert titles(sign_in("translator").get(REPORT, {"whose": "asked"})) == []


def test_sections_and_types_narrow_the_queue(polish, structure, sign_in):
    events = structure["pl"].sections["events"]
    make_event(events, title="A walk")
    client = sign_in("translator")
    assert titles(client.get(REPORT, {"section": events.pk})) == ["A walk"]
    number = ContentType.objects.get_for_model(NewsPage).pk
    assert titles(client.get(REPORT, {"content_type": number})) == ["Nowa droga"]
    home = structure["pl"].home
    assert titles(client.get(REPORT, {"section": home.pk, "state": "all"})) == [home.title]


def test_a_row_says_what_is_to_be_known_and_done(polish, english, change, people, sign_in):
    change(polish, lead="Mamy 5 zł.")
    ask(polish, people["author"], assignee=people["translator"], priority=1, deadline=timezone.localdate())
    page = sign_in("translator").get(REPORT)
    (row,) = page.context["object_list"]
    assert (row.section, row.kinds_label, row.asked_by, row.assignee) == (
        "Aktualności",
        str(FactKind.AMOUNT.label).lower(),
        "author",
        "translator",
    )
    assert row.action.url == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert (row.words_left, row.votes) == (3, 0)
    said = page.content.decode()
    for words in ("author", "translator", reverse("translation:request", args=[polish.pk])):
        assert words in said


def test_what_is_true_is_not_offered_to_be_asked_for_while_a_draft_is_read(polish, english, people, sign_in):
    english.save_revision(user=people["translator"])
    english.get_workflow().start(english, people["translator"])
    (row,) = sign_in("superuser").get(REPORT, {"state": "review"}).context["object_list"]
    assert reverse("translation:ask", args=[polish.pk]) not in str([action.url for action in row.others])


def test_who_may_not_restore_a_version_is_not_offered_to(polish, people, limited, sign_in):
    GroupPagePermission.objects.filter(group__in=limited.groups.all()).update(
        permission=Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    )
    move_to_bin(start_translation(polish, "A new road", people["translator"]), people["administrator"])
    (row,) = sign_in("limited").get(REPORT, {"state": "binned"}).context["object_list"]
    assert row.action is None


@pytest.mark.parametrize("role_name", ["translator", "editor", "limited"])
def test_one_action_clears_each_row(role_name, polish, people, limited, sign_in):
    def action():
        (row,) = sign_in(role_name).get(REPORT, {"state": "all", "q": "Nowa droga"}).context["object_list"]
        return row.action.url if row.action else None

    writes = role_name != "editor"
    start = reverse("wagtail_localize:submit_page_translation", args=[polish.pk])
    assert action() == (start if writes else None)
    english = start_translation(polish, "A new road", people["translator"])
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert action() == edit
    binned = move_to_bin(english, people["administrator"])
    assert action() == reverse("recycle_bin:restore", args=[english.pk])
    restore(binned, people["administrator"])
    withhold(polish, people["editor"], "Only for people who live here.")
    assert action() == (None if writes else reverse("translation:lift", args=[polish.pk]))


def test_a_spreadsheet_calculates_nothing(structure, people, sign_in):
    page = make_news(structure["pl"].sections["news"], title="=1+1")
    ask(page, people["editor"])
    people["editor"].first_name = "@SUM(A1)"
    people["editor"].save()
    content = b"".join(sign_in("translator").get(REPORT, {"export": "csv"}).streaming_content).decode()
    assert "'=1+1" in content
    assert "'@SUM(A1)" in content


def test_what_is_exported_is_what_is_filtered(waiting, sign_in):
    answer = sign_in("translator").get(REPORT, {"export": "csv", "deadline": "any"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["over", "soon", "late"]


@pytest.mark.parametrize("words", ["łódź", "ŁÓDŹ", "lodz", "plan łodzi"])
def test_search_knows_polish_letters(words, structure, sign_in):
    make_news(structure["pl"].sections["news"], title="Plan dla Łodzi: ŁÓDŹ")
    assert titles(sign_in("translator").get(REPORT, {"q": words})) == ["Plan dla Łodzi: ŁÓDŹ"]


@pytest.mark.parametrize(
    "query",
    [
        "?p=abc",
        "?p=-1",
        "?p=99999",
        "?state=nothing",
        "?drift=9",
        "?drift=abc",
        "?whose=somebody",
        "?deadline=abc",
        "?section=abc",
        "?section=999999999999999999999",
        "?content_type=abc",
        "?q=%00",
        '?q="',
        "?ordering=nothing",
        "?q=" + "a" * 5000,
        "?export=nothing",
    ],
)
def test_invalid_query_is_no_error(query, sign_in):
    for address in (REPORT, REPORT + "results/", MATRIX):
        assert sign_in("translator").get(address + query).status_code in (200, 404)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_list_is_exported(kind, polish, english, sign_in):
    answer = sign_in("translator").get(REPORT, {"export": kind, "state": "all"})
    content = b"".join(answer.streaming_content)
    assert answer.status_code == 200
    assert kind == "xlsx" or "Nowa droga" in content.decode()


def test_lists_cost_the_same_for_few_and_many(structure, sign_in, django_assert_max_num_queries):
    news = structure["pl"].sections["news"]
    client = sign_in("translator")
    counts = []
    for number in (5, 25):
        for _index in range(number):
            make_news(news)
        make_translation(make_news(news), live=False)
        for address, most in ((REPORT, 15), (MATRIX, 15), (reverse("wagtailadmin_home"), 15)):
            client.get(address)
            with django_assert_max_num_queries(most) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
