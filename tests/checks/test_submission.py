"""What the checks found stands in the way of submission and approval, until it is put right or a reason is given."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import PageLogEntry, WorkflowState

from checks.findings import newest_version, obstacles, override, results_for
from checks.models import Override
from content.factories import make_image, make_member, make_news, make_translation
from editorial.emergency import publish_in_emergency
from editorial.log_actions import OVERRIDE
from editorial.models import Approval
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from members.models import MemberPage
from news.models import NewsPage
from tests.editor_forms import post_form

FAULTY = "Kwota to xxx zł."
REASON = "Tak brzmi tytuł projektu."


@pytest.fixture
def draft(structure, people):
    """A draft of the author's, with a placeholder in its lead."""
    page = make_news(
        structure["pl"].sections["news"], live=False, title="Szkic", slug="szkic", body=[], owner=people["author"]
    )
    page.lead = FAULTY
    page.save_revision(user=people["author"])
    return fresh(page)


def fresh(page):
    return NewsPage.objects.get(pk=page.pk)


def newest(page):
    return newest_version(fresh(page))


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def checks_url(page):
    return reverse("checks:page", args=[page.pk])


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def only_result(page):
    (result,) = results_for(newest(page))
    return result


def excuse(page, user, reason=REASON):
    return override(newest(page), user, only_result(page), reason)


def submit(page, user):
    page = fresh(page)
    return page.get_workflow().start(page, user)


def post_reason(client, page, reason=REASON):
    return client.post(checks_url(page), {only_result(page).finding.fingerprint: reason})


def test_a_submission_from_the_editor_is_refused_and_the_draft_is_saved(client, draft, people):
    client.force_login(people["author"])
    response = post_form(client, edit_url(draft), action="submit", lead="Kwota to xxx euro.")
    assert response.status_code == 302
    assert response.url == edit_url(draft)
    page = fresh(draft)
    assert page.get_latest_revision_as_object().lead == "Kwota to xxx euro."
    assert not page.workflow_in_progress
    assert WorkflowState.objects.count() == 0


@pytest.mark.parametrize("name", ["author", "author2", "editor", "administrator", "superuser"])
def test_no_role_submits_past_a_finding(client, draft, people, name):
    client.force_login(people[name])
    post_form(client, edit_url(draft), action="submit", lead=FAULTY)
    assert not fresh(draft).workflow_in_progress
    with pytest.raises(PublishingRefused):
        submit(draft, people[name])
    assert not fresh(draft).workflow_in_progress


def test_a_member_editor_submits_their_profile_once_it_is_right(client, structure, people):
    profile = make_member(structure["pl"].sections["members"], owner=people["member_editor"], live=False)
    client.force_login(people["member_editor"])
    for summary, passes in ((FAULTY, False), ("Gmina nad rzeką.", True)):
        post_form(client, edit_url(profile), action="submit", summary=summary)
        assert MemberPage.objects.get(pk=profile.pk).workflow_in_progress == passes


@pytest.mark.parametrize("name", ["editor", "administrator", "superuser"])
def test_no_role_approves_past_a_finding(client, draft, people, name):
    excuse(draft, people["author"])
    submit(draft, people["author"])
    page = newest(draft)
    page.lead = "Kwota to xxxx zł."
    page.save_revision(user=people["author2"])
    client.force_login(people[name])
    state = fresh(draft).current_workflow_task_state
    state.revision = fresh(draft).get_latest_revision()
    state.save()
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk]), {"comment": ""})
    assert not fresh(draft).live
    excuse(draft, people[name])
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk]), {"comment": ""})
    assert fresh(draft).live


def test_the_refusal_leads_to_the_field_and_to_the_place_for_reasons(client, draft, people):
    client.force_login(people["author"])
    response = client.get(post_form(client, edit_url(draft), action="submit", lead=FAULTY).url)
    message = next(message for message in messages_of(response) if "xxx" in message)
    assert f'<a href="{edit_url(draft)}#:w:contentpath=lead">' in message
    assert f'<a href="{checks_url(draft)}">' in message


def test_what_was_typed_is_never_taken_for_markup(client, draft, people):
    client.force_login(people["author"])
    typed = "[uzupełnić <img src=x onerror=alert(1)>]"
    response = client.get(post_form(client, edit_url(draft), action="submit", title=typed, lead=typed).url)
    assert any("&lt;img" in message for message in messages_of(response))
    assert "<img src=x" not in response.text


def test_a_refused_submission_of_a_new_page_leads_to_its_editor(client, structure, people):
    client.force_login(people["author"])
    add = reverse("wagtailadmin_pages:add", args=["news", "newspage", structure["pl"].sections["news"].pk])
    response = post_form(client, add, action="submit", title="Nowa", slug="nowa", lead=FAULTY)
    page = NewsPage.objects.get(slug="nowa")
    assert response.url == edit_url(page)
    assert page.lead == FAULTY
    assert not page.workflow_in_progress


def test_a_returned_page_that_is_refused_can_be_submitted_once_it_is_right(client, draft, people):
    client.force_login(people["author"])
    post_form(client, edit_url(draft), action="submit", lead="Kwota to 100 zł.")
    state = fresh(draft).current_workflow_state
    state.current_task_state.task.specific.on_action(
        state.current_task_state, people["editor"], "reject", comment="Popraw."
    )
    post_form(client, edit_url(draft), action="submit", lead=FAULTY)
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.current_task_state is not None
    post_form(client, edit_url(draft), action="submit", lead="Kwota to 200 zł.")
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state is not None


def test_a_script_is_told_in_words(client, draft, people):
    client.force_login(people["author"])
    form = client.get(edit_url(draft)).context["form"]
    assert form
    response = post_form(client, edit_url(draft), action="submit", autosave=True, lead=FAULTY)
    assert response.status_code == 403
    assert response.json()["error_code"] == "publishing_refused"
    assert "xxx" in response.json()["error_message"]
    assert "<" not in response.json()["error_message"]


def test_with_a_reason_it_is_submitted_and_approved(client, draft, people):
    client.force_login(people["author"])
    response = post_reason(client, draft)
    assert response.status_code == 302
    post_form(client, edit_url(draft), action="submit", lead=FAULTY)
    assert fresh(draft).workflow_in_progress

    client.force_login(people["editor"])
    response = client.get(edit_url(draft))
    assert REASON in response.text
    assert any("glasses" in message or "okulary" in message for message in messages_of(response))
    state = fresh(draft).current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk]), {"comment": ""})
    assert fresh(draft).live


def test_a_reason_is_kept_and_logged_with_who_gave_it_but_not_what_it_was_for(draft, people):
    row = excuse(draft, people["author"])
    assert (row.user, row.reason, row.path, row.check_identifier) == (people["author"], REASON, "lead", "placeholder")
    assert FAULTY not in repr(vars(row))
    entry = PageLogEntry.objects.get(action=OVERRIDE)
    assert entry.user == people["author"]
    assert REASON in entry.data["reason"]
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        row.delete()


def test_a_reason_holds_as_long_as_the_place_says_the_same(draft, people):
    excuse(draft, people["author"])
    page = newest(draft)
    page.title = "Inny tytuł"
    page.save_revision(user=people["author"])
    assert not only_result(draft).stands_in_the_way
    page.lead = f"{FAULTY} Dotacja to xxx zł."
    page.save_revision(user=people["author"])
    assert only_result(draft).stands_in_the_way
    page.lead, page.seo_title = FAULTY, "Kwota to xxx zł."
    page.save_revision(user=people["author"])
    waiting = [result.finding.path for result in results_for(newest(draft)) if result.stands_in_the_way]
    assert waiting == ["seo_title"]


def test_a_reason_of_one_page_is_none_of_another(draft, people, structure):
    excuse(draft, people["author"])
    other = make_news(structure["pl"].sections["news"], live=False, lead=FAULTY)
    assert only_result(other).stands_in_the_way


@pytest.mark.parametrize("reason", ["", "ok", "   "])
def test_a_reason_says_something(client, draft, people, reason):
    client.force_login(people["author"])
    response = post_reason(client, draft, reason)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Override.objects.exists()


def test_reasons_for_what_nobody_found_are_ignored(client, draft, people):
    client.force_login(people["author"])
    response = client.post(checks_url(draft), {"0" * 64: REASON})
    assert response.status_code == 200
    assert not Override.objects.exists()


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("author", True),
        ("author2", True),
        ("editor", True),
        ("administrator", True),
        ("superuser", True),
        ("translator", False),
        ("member_editor", False),
    ],
)
def test_those_who_may_change_a_page_may_give_reasons(client, draft, people, name, may):
    client.force_login(people[name])
    response = client.get(checks_url(draft))
    assert response.status_code == (200 if may else 302)
    assert (FAULTY[9:12] in response.text) == may
    assert client.get(reverse("checks:panel", args=[draft.pk])).status_code == (200 if may else 302)
    post_reason(client, draft)
    assert Override.objects.exists() == may


def test_nobody_sees_it_without_signing_in(client, draft):
    for url in (checks_url(draft), reverse("checks:panel", args=[draft.pk])):
        assert client.get(url).status_code == 302
        assert client.post(url).status_code in {302, 405}


def test_an_author_gives_no_reasons_while_the_page_waits_but_its_approver_does(client, draft, people):
    excuse(draft, people["author"])
    submit(draft, people["author"])
    page = newest(draft)
    page.seo_title = "xxx"
    page.save_revision(user=people["editor2"])
    waiting = next(result for result in results_for(newest(draft)) if result.stands_in_the_way)
    for name, may in (("author", False), ("editor", True)):
        client.force_login(people[name])
        client.post(checks_url(draft), {waiting.finding.fingerprint: REASON})
        assert Override.objects.filter(user=people[name], path="seo_title").exists() == may


def test_what_is_found_after_the_submission_stands_in_the_way_of_approval(client, draft, people):
    target = make_news(draft.get_parent(), live=True)
    page = newest(draft)
    page.lead = "Bez wad."
    page.body = [("text", f'<p><a linktype="page" id="{target.pk}">inna strona</a></p>')]
    page.save_revision(user=people["author"])
    submit(draft, people["author"])
    target.unpublish()
    state = fresh(draft).current_workflow_task_state
    client.force_login(people["editor"])
    approve = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    client.post(approve, {"comment": ""})
    assert not fresh(draft).live
    assert fresh(draft).workflow_in_progress
    with pytest.raises(PublishingRefused):
        state.approve(user=people["editor"])
    assert not fresh(draft).live
    excuse(draft, people["editor"])
    client.post(approve, {"comment": ""})
    assert fresh(draft).live


def test_an_approval_from_the_editor_is_refused_with_the_reason(client, draft, people):
    excuse(draft, people["author"])
    submit(draft, people["author"])
    page = newest(draft)
    page.seo_title = "xxx"
    page.save_revision(user=people["editor2"])
    client.force_login(people["editor"])
    form = {"workflow-action-name": "approve", "seo_title": "xxx", "lead": FAULTY}
    loaded = fresh(draft).get_latest_revision()
    seen = {"loaded_revision_id": loaded.pk, "loaded_revision_created_at": loaded.created_at.isoformat()}
    response = post_form(client, edit_url(draft), action="workflow-action", **form, **seen)
    assert not fresh(draft).live
    assert any("#:w:contentpath=seo_title" in message for message in messages_of(client.get(response.url)))


def test_an_emergency_waits_for_no_check(draft, people):
    publish_in_emergency(draft, people["editor"], "Droga jest zamknięta od rana.")
    assert fresh(draft).live


def test_content_that_code_loads_waits_for_no_check(draft):
    page = newest(draft)
    publish_loaded_content(page, "Test")
    assert fresh(draft).live
    assert Approval.objects.get(page_id=page.pk).kind == Approval.Kind.CONTENT


def test_an_english_page_is_checked_too(client, structure, people):
    english = make_translation(make_news(structure["pl"].sections["news"]), live=False, lead="Lorem ipsum.")
    client.force_login(people["translator"])
    post_form(client, edit_url(english), action="submit", lead="Lorem ipsum.")
    assert not fresh(english).workflow_in_progress
    post_form(client, edit_url(english), action="submit", lead="In English.")
    assert fresh(english).workflow_in_progress


def test_a_long_list_is_cut_short(draft, people):
    page = newest(draft)
    page.body = [("text", "<p>xxx</p>") for _number in range(9)]
    page.save_revision(user=people["author"])
    steps = obstacles(newest(draft))
    assert len(steps) == 6
    assert "5" in str(steps[-1].words)
    assert steps[-1].url == checks_url(draft)


def test_what_the_form_asks_for_takes_no_reason(draft, people):
    page = newest(draft)
    page.lead = "Bez wad."
    page.lead_image = make_image()
    page.save_revision(user=people["author"], clean=False)
    result = only_result(draft)
    assert result.stands_in_the_way
    assert not result.may_be_overridden
    with pytest.raises(PublishingRefused):
        excuse(draft, people["editor"])
    assert not Override.objects.exists()
