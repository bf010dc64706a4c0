"""The list of translations, and what changed in Polish."""

import pytest
from django.urls import reverse

from content.factories import make_news, make_translation
from translation.waiting import pages_with_state, waiting_pages

REPORT = "/admin/translations/"
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


def test_what_changed_shows_both_texts_and_only_words(polish, english, sign_in, change):
    change(polish, lead="Zupełnie <b>co</b> innego.", featured=True, slug="inny-adres")
    page = sign_in("translator").get(reverse("translation:changes", args=[english.pk]))
    assert [comparison.field.name for comparison in page.context["comparisons"]] == ["lead"]
    assert "&lt;b&gt;" in page.content.decode()
    assert "<b>co</b>" not in page.content.decode()


def test_what_changed_in_a_page_that_follows_is_nothing(english, sign_in):
    page = sign_in("translator").get(reverse("translation:changes", args=[english.pk]))
    assert page.context["comparisons"] == []


@pytest.mark.parametrize("number", [1, 999999, 10**30])
def test_what_changed_needs_an_english_page(number, sign_in):
    assert sign_in("translator").get(reverse("translation:changes", args=[number])).status_code == 404


def test_states_of_pages(structure, polish, change, people):
    news = structure["pl"].sections["news"]
    pages = {name: make_news(news, title=name) for name in ("none", "draft", "approval", "returned", "live")}
    make_news(news, title="unpublished", live=False)
    english = {name: make_translation(page, live=name == "live") for name, page in pages.items() if name != "none"}
    for name in ("approval", "returned"):
        english[name].get_workflow().start(english[name], people["translator"])
    task = english["returned"].current_workflow_task_state
    task.task.specific.on_action(task.specific, people["editor"], "reject", comment="Again, please.")
    found = {page.title: page.state for page in pages_with_state().filter(title__in=[*pages, "unpublished"])}
    assert found == {name: name for name in pages}
    waiting = set(waiting_pages().values_list("title", flat=True))
    assert waiting >= {"none", "draft", "returned"}
    assert not waiting & {"approval", "live"}
    change(pages["live"], lead="Zupełnie co innego.")
    assert "live" in set(waiting_pages().values_list("title", flat=True))


def test_newest_change_of_text_comes_first(structure, sign_in, change):
    news = structure["pl"].sections["news"]
    old, new = make_news(news, title="Older"), make_news(news, title="Newer")
    assert titles(sign_in("translator").get(REPORT))[:2] == ["Newer", "Older"]
    change(old, lead="Zupełnie co innego.")
    change(new, featured=True)
    assert titles(sign_in("translator").get(REPORT))[:2] == ["Older", "Newer"]


def test_filters_narrow_the_list(polish, english, structure, sign_in, change):
    make_news(structure["pl"].sections["news"], title="Not started")
    client = sign_in("translator")
    assert titles(client.get(REPORT, {"state": "none"})) == ["Not started"]
    assert "Not started" not in titles(client.get(REPORT, {"state": "live"}))
    assert titles(client.get(REPORT, {"outdated": "true"})) == []
    change(polish, lead="Zupełnie co innego.")
    assert titles(client.get(REPORT, {"outdated": "true"})) == ["Nowa droga"]


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
        "?outdated=perhaps",
        "?content_type=abc",
        "?q=%00",
        '?q="',
        "?ordering=nothing",
        "?q=" + "a" * 5000,
        "?export=nothing",
    ],
)
def test_invalid_query_is_no_error(query, sign_in):
    for address in (REPORT, REPORT + "results/"):
        assert sign_in("translator").get(address + query).status_code in (200, 404)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_list_is_exported(kind, polish, english, sign_in):
    answer = sign_in("translator").get(REPORT, {"export": kind})
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
        for address, most in ((REPORT, 26), (reverse("wagtailadmin_home"), 14)):
            client.get(address)
            with django_assert_max_num_queries(most) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
