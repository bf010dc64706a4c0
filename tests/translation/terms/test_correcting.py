"""The English pages that do not say a term as the glossary has it."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from content.factories import make_news, make_translation
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from translation.access import english_pages_of
from translation.terms import correcting
from translation.terms.correcting import check_uses, uses_to_check, uses_to_correct
from translation.terms.models import TermUse
from translation.terms.problems import problems_of
from translation.terms.uses import search_texts


@pytest.fixture
def gmina(make_term):
    return make_term("gmina", "municipality", "commune")


@pytest.fixture
def pair(structure):
    """Make a Polish news page and its English page, each with its lead."""

    def make(polish, english, **fields):
        source = make_news(structure["pl"].sections["news"], lead=polish)
        return make_translation(source, lead=english, **fields)

    return make


@pytest.fixture
def to_correct():
    """Search and look at everything, and return what is wrong with each English page."""

    def find(pages=None):
        pages = Page.objects.filter(locale__language_code="en") if pages is None else pages
        search_texts(1000)
        check_uses(uses_to_check(pages), 1000)
        assert not uses_to_check(pages)
        return dict(uses_to_correct(pages).filter(page__in=NewsPage.objects.all()).values_list("english_id", "problem"))

    return find


def save_draft(page, lead):
    page = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.lead = lead
    return page.save_revision()


def test_pages_that_lack_the_english_or_say_what_is_not_used(gmina, pair, to_correct):
    missing = pair("W gminie.", "In the village.")
    forbidden = pair("W gminie.", "In the commune and the municipality.")
    pair("W gminie.", "In the municipalities.")
    pair("Na wsi.", "In the village, a commune.")
    assert to_correct() == {missing.pk: "missing", forbidden.pk: "forbidden"}


def test_drafts_are_listed_and_go_from_the_list_once_they_are_corrected(gmina, pair, to_correct):
    draft = pair("W gminie.", "In the village.", live=False)
    live = pair("W gminie.", "In the village.")
    assert to_correct() == {draft.pk: "missing", live.pk: "missing"}
    save_draft(live, "In the municipality.")
    assert to_correct() == {draft.pk: "missing"}
    save_draft(live, "In the commune.")
    assert to_correct() == {draft.pk: "missing", live.pk: "forbidden"}


def test_a_draft_that_is_saved_in_place_is_looked_at_again(gmina, pair, to_correct):
    page = pair("W gminie.", "In the village.")
    revision = save_draft(page, "In the village here.")
    assert to_correct() == {page.pk: "missing"}
    again = revision.as_object()
    again.lead = "In the municipality."
    again.save_revision(overwrite_revision=revision, user=revision.user)
    assert to_correct() == {}


def test_other_english_for_a_term_lists_the_pages_that_have_the_old_one(gmina, pair, to_correct):
    page = pair("W gminie.", "In the municipality.")
    assert to_correct() == {}
    gmina.english = "community"
    gmina.save()
    assert to_correct() == {page.pk: "missing"}
    gmina.english, gmina.not_english = "municipality", "village"
    gmina.save()
    assert to_correct() == {}


def test_a_term_that_is_changed_while_pages_are_looked_at_is_looked_for_again(gmina, pair, to_correct, monkeypatch):
    page = pair("W gminie.", "In the municipality.")

    def change_meanwhile(*args):
        monkeypatch.undo()
        gmina.english = "community"
        gmina.save()
        return problems_of(*args)

    monkeypatch.setattr(correcting, "problems_of", change_meanwhile)
    assert to_correct() == {page.pk: "missing"}


def test_a_polish_text_that_is_changed_while_pages_are_looked_at_is_looked_at_again(
    gmina, pair, change, to_correct, monkeypatch
):
    page = pair("W gminie.", "In the municipality.")
    source = NewsPage.objects.get(translation_key=page.translation_key, locale__language_code="pl")

    def change_meanwhile(*args):
        monkeypatch.undo()
        change(source, title="Wieści z gminy", lead="W gminie.")
        search_texts(1000)
        return []

    search_texts(1000)
    monkeypatch.setattr(correcting, "problems_of", change_meanwhile)
    pages = Page.objects.filter(pk=page.pk)
    assert check_uses(uses_to_check(pages), 1) == 1
    assert uses_to_check(pages).count() == 1
    assert to_correct() == {page.pk: "missing"}


def test_a_page_that_polish_readers_do_not_see_is_not_listed(gmina, pair, change, to_correct):
    page = pair("W gminie.", "In the village.")
    source = NewsPage.objects.get(translation_key=page.translation_key, locale__language_code="pl")
    source.unpublish()
    assert to_correct() == {}
    change(source)
    assert to_correct() == {page.pk: "missing"}


def test_a_change_of_the_polish_text_is_seen(gmina, pair, change, to_correct):
    page = pair("Na wsi.", "In the village.")
    assert to_correct() == {}
    change(NewsPage.objects.get(translation_key=page.translation_key, locale__language_code="pl"), lead="W gminie.")
    assert to_correct() == {page.pk: "missing"}


def test_a_page_without_english_or_with_english_in_the_bin_is_not_listed(gmina, pair, people, structure, to_correct):
    make_news(structure["pl"].sections["news"], lead="W gminie.")
    binned = pair("W gminie.", "In the village.", live=False)
    move_to_bin(NewsPage.objects.get(pk=binned.pk), people["administrator"])
    assert to_correct(english_pages_of(people["superuser"])) == {}


@pytest.mark.parametrize(
    ("name", "sees"),
    [("translator", True), ("editor", True), ("administrator", True), ("author", False), ("member_editor", False)],
)
def test_each_person_sees_the_pages_that_they_work_on(gmina, pair, people, to_correct, name, sees):
    page = pair("W gminie.", "In the village.")
    assert to_correct(english_pages_of(people[name])) == ({page.pk: "missing"} if sees else {})


def test_no_more_is_looked_at_at_once_than_was_asked_for(gmina, pair):
    for _number in range(3):
        pair("W gminie.", "In the village.")
    search_texts(1000)
    pages = Page.objects.filter(locale__language_code="en")
    left = uses_to_check(pages).count()
    assert check_uses(uses_to_check(pages), 2) == 2
    assert uses_to_check(pages).count() == left - 2


def test_what_is_looked_at_costs_the_same_queries_for_three_and_for_thirty(gmina, pair, django_assert_num_queries):
    for _number in range(33):
        pair("W gminie.", "In the village.")
    search_texts(1000)
    pages = Page.objects.filter(locale__language_code="en")
    for count in (3, 30):
        with django_assert_num_queries(12):
            check_uses(uses_to_check(pages).filter(page__in=NewsPage.objects.all()), count)


def test_the_command_looks_at_all(gmina, pair, capsys):
    page = pair("W gminie.", "In the village.")
    call_command("search_terms")
    assert TermUse.objects.get(page__translation_key=page.translation_key).problem == "missing"
    assert "Polish pages searched: " in capsys.readouterr().out


class TestTheList:
    """The list in the admin."""

    @pytest.fixture
    def url(self, gmina):
        return reverse("translation:term_pages", args=[gmina.pk])

    def test_it_names_the_page_and_what_is_wrong_with_it(self, url, pair, sign_in):
        page = pair("W gminie.", "In the village.", title="Village news")
        draft = pair("W gminie.", "In the commune.", title="A draft", live=False)
        pair("W gminie.", "In the municipality.", title="All is well")
        answer = sign_in("translator").get(url)
        words = answer.content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in words
        assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in words
        assert '<span lang="en">Village news</span>' in words
        assert f'<span lang="pl">{page.source.title}</span>' in words
        assert '„<span lang="pl">gmina</span>”' in words
        assert "All is well" not in words

    def test_it_is_for_those_who_work_on_english_pages(self, url, sign_in, role):
        status = sign_in(role).get(url).status_code
        assert status == (200 if role in {"translator", "editor", "administrator", "superuser"} else 302)

    def test_it_looks_at_a_part_at_each_visit_and_says_what_is_left(self, url, pair, sign_in, monkeypatch):
        monkeypatch.setattr("translation.terms.views.AT_ONCE", 1)
        for _number in range(3):
            pair("W gminie.", "In the village.")
        client = sign_in("translator")
        left = client.get(url).context["polish_left"]
        assert client.get(url).context["polish_left"] == left - 1

    def test_unknown_terms_and_pages_of_the_list_break_nothing(self, url, sign_in):
        client = sign_in("translator")
        assert client.get(f"{url}?p=99999999999999999999").status_code == 200
        assert client.get(f"{url}?p=x&ordering=x").status_code == 200
        assert client.get(reverse("translation:term_pages", args=[10**30])).status_code == 404

    def test_its_queries_do_not_grow_with_its_rows(self, url, pair, sign_in):
        client = sign_in("translator")
        counts = []
        for more in (3, 20):
            for _number in range(more):
                pair("W gminie.", "In the village.")
            call_command("search_terms", verbosity=0)
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert len(client.get(url).context["object_list"]) >= more
            counts.append(len(queries))
        assert counts[0] == counts[1]


class TestTheGlossary:
    """The number of pages to correct in the list of terms."""

    @pytest.fixture
    def reeve(self, make_term):
        """A term that is on no page of the structure."""
        return make_term("sołtys", "village head", "reeve")

    @pytest.fixture
    def numbers(self, reeve, sign_in):
        """Return what the list says of the pages of a term, and where it leads."""

        def read(role="translator"):
            page = BeautifulSoup(sign_in(role).get(reverse("terms:index")).content, "html.parser")
            return {link["href"]: link.find(string=True) for link in page.select("[data-pages-to-correct]")}

        return read

    def test_a_term_says_how_many_pages_are_to_be_corrected_and_leads_there(self, reeve, pair, to_correct, numbers):
        for english in ("A man was elected.", "The reeve was elected.", "The village head was elected."):
            pair("Wybrano sołtysa.", english)
        to_correct()
        assert numbers() == {reverse("translation:term_pages", args=[reeve.pk]): "2 strony"}

    def test_a_term_whose_pages_are_right_says_nothing(self, reeve, pair, to_correct, numbers):
        pair("Wybrano sołtysa.", "The village head was elected.")
        to_correct()
        assert numbers() == {}

    def test_a_change_of_the_english_is_told_at_once(self, reeve, pair, to_correct, numbers, sign_in):
        pair("Wybrano sołtysa.", "The village head was elected.")
        to_correct()
        form = {"polish": "sołtys", "english": "community leader", "not_english": "", "kind": "", "note": "", "why": ""}
        sign_in("translator").post(reverse("terms:edit", args=[reeve.pk]), form)
        assert list(numbers().values()) == ["1 strona"]

    def test_what_was_not_looked_at_yet_since_the_change_is_told(self, reeve, pair, to_correct, numbers):
        pair("Wybrano sołtysa.", "A man was elected.")
        pair("Wybrano sołtysa.", "The village head was elected.")
        to_correct()
        reeve.english = "community leader"
        reeve.save()
        assert list(numbers().values()) == ["2 do sprawdzenia"]

    def test_who_does_nothing_with_english_pages_sees_no_numbers(self, reeve, pair, to_correct, numbers):
        pair("Wybrano sołtysa.", "A man was elected.")
        to_correct()
        assert numbers("author") == {}

    def test_the_numbers_cost_the_same_queries_for_three_terms_and_for_thirty(self, make_term, pair, sign_in):
        pair("Wybrano sołtysa.", "A man was elected.")
        client, counts = sign_in("translator"), []
        for names in (range(3), range(3, 30)):
            for number in names:
                make_term(f"gmina {number}", "municipality")
            search_texts(1000)
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("terms:index"))
            counts.append(len(queries))
        assert counts[0] == counts[1]
