"""The forms of requests, as the people of each role meet them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.factories import make_news, make_translation
from recycle_bin.deleting import move_to_bin
from tests.translation.requests.conftest import fresh, held
from translation.models import TranslationRequest
from translation.requests.steps import ask
from translation.starting import start_translation

MAY_ASK = {"author", "editor", "administrator", "superuser"}
STEPS = ("ask", "request", "take", "hand_over", "decline", "cancel", "withhold", "lift")
DAYS = "%d.%m.%Y"


def at(name, page) -> str:
    return reverse(f"translation:{name}", args=[page.pk])


def form(**fields) -> dict[str, str]:
    return {"assignee": "", "deadline": "", "priority": "2", "message": "", **fields}


def test_whoever_may_change_or_publish_the_polish_page_may_ask(role, polish, sign_in):
    client = sign_in(role)
    assert (client.get(at("ask", polish)).status_code == 200) == (role in MAY_ASK)
    client.post(at("ask", polish), form())
    assert (held(polish) is not None) == (role in MAY_ASK)


def test_header_of_the_polish_page_leads_there(polish, sign_in, people):
    client = sign_in("author")
    edit = reverse("wagtailadmin_pages:edit", args=[polish.pk])
    assert at("ask", polish) in client.get(edit).content.decode()
    assert at("withhold", polish) not in client.get(edit).content.decode()
    assert at("withhold", polish) in sign_in("editor").get(edit).content.decode()
    draft = make_news(polish.get_parent(), live=False)
    assert "/ask/" not in client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()


def test_what_is_asked_is_kept(polish, sign_in, people, tomorrow):
    fields = form(
        assignee=str(people["translator"].pk), deadline=tomorrow.strftime(DAYS), priority="1", message="For the fair."
    )
    assert sign_in("author").post(at("ask", polish), fields).status_code == 302
    request = held(polish)
    assert (request.assignee, request.deadline, request.priority) == (people["translator"], tomorrow, 1)
    assert (request.message, request.asked_by, request.whole_section) == ("For the fair.", people["author"], False)


def test_a_form_that_is_refused_loses_nothing(polish, sign_in, people):
    yesterday = (timezone.localdate() - timedelta(days=1)).strftime(DAYS)
    answer = sign_in("author").post(at("ask", polish), form(deadline=yesterday, message="For the fair."))
    page = answer.content.decode()
    assert set(answer.context["form"].errors) == {"deadline"}
    assert yesterday in page
    assert "For the fair." in page
    assert held(polish) is None


@pytest.mark.parametrize("name", ["author", "editor", "limited", "closed"])
def test_who_cannot_translate_there_is_not_asked(name, structure, sign_in, people, limited):
    closed = people["closed"] = people["author2"]
    closed.groups.set(people["translator"].groups.all())
    closed.is_active = False
    closed.save()
    page = make_news(structure["pl"].sections["events"])
    answer = sign_in("editor").post(at("ask", page), form(assignee=str(people[name].pk)))
    assert set(answer.context["form"].errors) == {"assignee"}
    assert held(page) is None


def test_a_translator_of_one_section_is_asked_there(polish, sign_in, people, limited):
    sign_in("editor").post(at("ask", polish), form(assignee=str(limited.pk)))
    assert held(polish).assignee == limited


def test_a_section_is_asked_for_where_there_are_pages_below(structure, polish, sign_in, people):
    news = structure["pl"].sections["news"]
    client = sign_in("editor")
    assert "scope" not in client.get(at("ask", polish)).context["form"].fields
    assert client.get(at("ask", news) + "?scope=section").context["form"]["scope"].value() == "section"
    client.post(at("ask", news), form(scope="section"))
    assert held(polish).page_id == news.pk


def test_nothing_is_asked_for_that_is_there(structure, polish, english, sign_in):
    client = sign_in("editor")
    assert client.get(at("ask", polish)).status_code == 302
    news = structure["pl"].sections["news"]
    waiting = make_news(news)
    answer = client.post(at("ask", news), form(scope="page"))
    assert set(answer.context["form"].errors) == {"scope"}
    make_translation(waiting)
    assert client.get(at("ask", news)).status_code == 302
    assert not TranslationRequest.objects.exists()


@pytest.mark.parametrize("which", ["draft", "english", "left"])
def test_only_live_polish_pages_are_asked_for(which, polish, english, sign_in, people):
    draft = make_news(polish.get_parent(), live=False)
    left = make_news(polish.get_parent())
    sign_in("editor").post(at("withhold", left), {"reason": "Only for people who live here."})
    page = {"draft": draft, "english": english, "left": left}[which]
    assert sign_in("editor").post(at("ask", page), form()).status_code == 302
    assert not TranslationRequest.objects.exists()


@pytest.mark.parametrize("name", STEPS)
def test_who_has_nothing_to_do_with_a_page_does_not_read_its_title(name, structure, sign_in, people, limited):
    page = make_news(structure["pl"].sections["events"], title="Poufne")
    ask(page, people["editor"], whole_section=False)
    for user in ("limited", "member_editor"):
        answer = sign_in(user).get(at(name, page), follow=True)
        assert "Poufne" not in answer.content.decode()


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("number", [1, 999999, 10**30])
def test_an_address_of_no_page_is_not_found(name, number, sign_in, db):
    answer = sign_in("superuser").get(f"/admin/translations/{number}/{name.replace('_', '-')}/")
    assert answer.status_code in (302, 404)


def test_a_translator_takes_a_request_and_hands_it_over(polish, sign_in, people, limited):
    request = ask(polish, people["editor"])
    client = sign_in("translator")
    page = client.get(at("request", polish)).content.decode()
    assert at("take", polish) in page
    assert at("cancel", polish) not in page
    client.post(at("take", polish))
    assert fresh(request).assignee == people["translator"]
    assert client.post(at("hand_over", polish), {"colleague": str(people["editor"].pk)}).status_code == 200
    client.post(at("hand_over", polish), {"colleague": str(limited.pk)})
    assert fresh(request).assignee == limited
    client.post(at("decline", polish), {"reason": "I cannot do it this week."})
    assert fresh(request).is_open, "only who is named may decline"


def test_the_request_of_whoever_has_left_is_taken_by_another(polish, sign_in, people, limited):
    request = ask(polish, people["editor"], assignee=limited)
    limited.is_active = False
    limited.save()
    client = sign_in("translator")
    page = client.get(at("request", polish)).content.decode()
    assert at("decline", polish) in page
    assert "limited" not in page
    client.post(at("take", polish))
    assert fresh(request).assignee == people["translator"]


def test_a_version_in_the_bin_is_not_opened_in_its_editor(polish, sign_in, people):
    ask(polish, people["editor"])
    english = start_translation(polish, "A new road", people["translator"])
    client, edit = sign_in("translator"), reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert edit in client.get(at("request", polish)).content.decode()
    move_to_bin(english, people["administrator"])
    page = client.get(at("request", polish)).content.decode()
    assert edit not in page
    assert reverse("wagtail_localize:submit_page_translation", args=[polish.pk]) in page


def test_a_request_is_declined_with_a_reason(polish, sign_in, people):
    request = ask(polish, people["editor"], assignee=people["translator"])
    client = sign_in("translator")
    assert client.post(at("decline", polish), {"reason": ""}).status_code == 200
    assert fresh(request).is_open
    client.post(at("decline", polish), {"reason": "I cannot do it this week."})
    assert (fresh(request).outcome, fresh(request).reason) == ("declined", "I cannot do it this week.")


def test_those_who_ask_neither_take_nor_decline_but_cancel(polish, sign_in, people):
    request = ask(polish, people["editor"])
    client = sign_in("author")
    for name in ("take", "hand_over", "decline"):
        client.post(
            at(name, polish), {"reason": "I cannot do it this week.", "colleague": str(people["translator"].pk)}
        )
    assert (fresh(request).is_open, fresh(request).assignee) == (True, None)
    client.post(at("cancel", polish), {"reason": "The fair was called off."})
    assert (fresh(request).outcome, fresh(request).closed_by) == ("cancelled", people["author"])


def test_the_request_of_a_section_is_answered_from_a_page_in_it(structure, polish, sign_in, people):
    request = ask(structure["pl"].sections["news"], people["editor"], whole_section=True)
    client = sign_in("translator")
    assert '<span lang="pl">Aktualności</span>' in client.get(at("request", polish)).content.decode()
    client.post(at("take", polish))
    assert fresh(request).assignee == people["translator"]


def test_a_request_that_has_ended_leads_back(polish, sign_in, people):
    ask(polish, people["editor"])
    make_translation(polish)
    client = sign_in("translator")
    assert client.get(at("request", polish)).status_code == 302
    for name in ("take", "hand_over", "decline", "cancel"):
        assert client.post(at(name, polish)).status_code == 404


def test_where_nobody_else_translates_handing_over_says_so(polish, people, sign_in):
    ask(polish, people["author"], assignee=people["translator"])
    answer = sign_in("translator").get(at("hand_over", polish), follow=True)
    assert answer.redirect_chain
    assert "Nikt inny nie może tłumaczyć tej strony" in answer.content.decode()


def test_a_request_that_is_there_is_changed_and_says_so(polish, people, sign_in):
    client = sign_in("author")
    assert "Zmień zlecenie" not in client.get(at("ask", polish)).content.decode()
    client.post(at("ask", polish), form())
    assert "Zmień zlecenie" in client.get(at("ask", polish)).content.decode()
    said = client.post(at("ask", polish), form(priority="1"), follow=True).content.decode()
    assert "zostało zmienione" in said


def test_a_request_for_a_section_is_confirmed_as_such(structure, polish, sign_in):
    said = sign_in("author").post(at("ask", polish.get_parent()), form(scope="section"), follow=True).content.decode()
    assert "wszystkiego, co jest poniżej" in said
