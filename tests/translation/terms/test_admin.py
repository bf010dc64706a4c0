"""The glossary in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from translation.terms.models import Term

WRITERS = {"editor", "translator", "administrator", "superuser"}
FIELDS = {"polish": "gmina", "english": "municipality", "not_english": "", "kind": "", "note": "", "why": ""}


def open_url(client, name, *args):
    return client.get(reverse(f"terms:{name}", args=args)).status_code == 200


def test_all_may_look_and_those_who_translate_and_approve_may_write(make_term, sign_in, role):
    term, client = make_term("gmina", "municipality"), sign_in(role)
    assert open_url(client, "index")
    assert open_url(client, "inspect", term.pk)
    assert open_url(client, "add") == (role in WRITERS)
    assert open_url(client, "edit", term.pk) == (role in WRITERS)
    assert open_url(client, "delete", term.pk) == (role in WRITERS - {"translator"})


def test_a_term_says_who_added_and_who_changed_it(empty_glossary, sign_in, people):
    sign_in("translator").post(reverse("terms:add"), FIELDS)
    term = Term.objects.get()
    assert (term.created_by, term.changed_by) == (people["translator"], people["translator"])
    sign_in("editor").post(reverse("terms:edit", args=[term.pk]), {**FIELDS, "note": "See the style guide."})
    term.refresh_from_db()
    assert (term.created_by, term.changed_by, term.note) == (
        people["translator"],
        people["editor"],
        "See the style guide.",
    )


def test_a_change_of_the_english_is_logged_with_its_reason_and_leads_to_the_pages(make_term, sign_in):
    term, client = make_term("gmina", "commune"), sign_in("translator")
    answer = client.post(reverse("terms:edit", args=[term.pk]), {**FIELDS, "why": "Decided by the board."}, follow=True)
    assert reverse("translation:term_pages", args=[term.pk]) in answer.content.decode()
    entry = ModelLogEntry.objects.get(action="translation.term.english")
    assert (entry.object_id, entry.user.username) == (str(term.pk), "translator")
    assert entry.data == {"before": "commune", "after": "municipality", "reason": "Decided by the board."}
    history = client.get(reverse("terms:history", args=[term.pk])).content.decode()
    assert "commune" in history
    assert "Decided by the board." in history


def test_a_reason_of_an_earlier_change_is_none_of_this_one(make_term, sign_in):
    term = make_term("gmina", "commune", why="As the former site had it.")
    sign_in("translator").post(reverse("terms:edit", args=[term.pk]), {**FIELDS, "why": "As the former site had it."})
    assert ModelLogEntry.objects.get(action="translation.term.english").data["reason"] == ""


def test_a_change_of_anything_else_is_an_ordinary_edit(make_term, sign_in):
    term = make_term("gmina", "municipality")
    sign_in("translator").post(reverse("terms:edit", args=[term.pk]), {**FIELDS, "note": "A note."})
    assert [entry.action for entry in ModelLogEntry.objects.all()] == ["wagtail.edit"]


@pytest.mark.parametrize("polish", ["gmina", "gminy", "GMINAMI"])
def test_a_term_that_is_there_in_another_form_is_refused(make_term, sign_in, polish):
    make_term("gmina", "municipality")
    answer = sign_in("translator").post(reverse("terms:add"), {**FIELDS, "polish": polish, "note": "What I typed."})
    assert answer.context["form"].errors["polish"]
    assert "What I typed." in answer.content.decode()
    assert Term.objects.count() == 1


def test_a_longer_term_and_a_form_of_the_term_itself_are_taken(make_term, sign_in):
    term, client = make_term("gmina", "municipality"), sign_in("translator")
    client.post(reverse("terms:add"), {**FIELDS, "polish": "rada gminy", "english": "municipal council"})
    client.post(reverse("terms:edit", args=[term.pk]), {**FIELDS, "polish": "gminy"})
    assert {each.polish for each in Term.objects.all()} == {"rada gminy", "gminy"}


def test_words_without_letters_are_refused(empty_glossary, sign_in):
    answer = sign_in("translator").post(reverse("terms:add"), {**FIELDS, "polish": "–"})
    assert answer.context["form"].errors["polish"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gminami", {"gmina", "rada gminy"}),
        ("soltys", {"sołtys"}),
        ("sołt", {"sołtys"}),
        ("municipal", {"gmina", "rada gminy"}),
        ("councils", {"rada gminy"}),
        ("rady gmin", {"rada gminy"}),
        ("shire", {"sołtys"}),
        ("nothing", set()),
        ("'\"%;--", {"gmina", "rada gminy", "sołtys"}),
    ],
)
def test_the_list_is_searched_in_every_form_and_in_both_languages(make_term, sign_in, query, found):
    make_term("gmina", "municipality")
    make_term("rada gminy", "municipal council")
    make_term("sołtys", "village head", "shire reeve")
    answer = sign_in("author").get(reverse("terms:index"), {"q": query})
    assert {term.polish for term in answer.context["object_list"]} == found


def test_the_list_says_in_which_language_the_terms_are(make_term, sign_in):
    make_term("gmina <b>", "municipality")
    page = sign_in("translator").get(reverse("terms:index")).content.decode()
    assert '<span lang="pl">gmina &lt;b&gt;</span>' in page
    assert '<span lang="en">municipality</span>' in page


def test_the_menu_has_the_glossary(sign_in, role):
    assert reverse("terms:index") in sign_in(role).get(reverse("wagtailadmin_home")).content.decode()
