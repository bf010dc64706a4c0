"""Two people in one page at the same time: nothing that was typed is lost, and who saves second is told."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from news.models import NewsPage


@pytest.fixture
def two_forms(draft, people, form_of):
    """The forms of two editors who have opened the same version."""
    draft.save_revision(user=people["author"])
    return form_of(draft, lead="What the first one typed."), form_of(draft, lead="What the second one typed.")


def leads(page):
    """What the versions of a page say, the oldest first."""
    return [revision.as_object().lead for revision in page.revisions.order_by("pk")]


def save(client, person, page, edit_url, form):
    client.force_login(person)
    return client.post(edit_url(page), form, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


def test_both_versions_are_kept_and_the_second_is_told_of_the_first(client, draft, people, two_forms, edit_url):
    first, second = two_forms
    people["editor"].first_name, people["editor"].last_name = "Ewa", "Edytorska <b>"
    people["editor"].save()
    answer = save(client, people["editor"], draft, edit_url, first)
    assert not [message for message in told(answer) if "Ewa Edytorska" in message]

    answer = save(client, people["editor2"], draft, edit_url, second)
    (message,) = [message for message in told(answer) if "Ewa Edytorska" in message]
    assert "Edytorska &lt;b&gt;" in message
    assert leads(draft)[-2:] == ["What the first one typed.", "What the second one typed."]
    versions = draft.revisions.order_by("pk")
    assert f"/revisions/compare/{versions[len(versions) - 2].pk}...latest/" in message

    comparison = client.get(f"/admin/pages/{draft.pk}/revisions/compare/{versions[len(versions) - 2].pk}...latest/")
    assert comparison.status_code == 200
    assert "second" in comparison.content.decode()


def test_autosave_of_the_second_leaves_the_version_of_the_first_alone_and_says_so(
    client, draft, people, two_forms, edit_url
):
    first, second = two_forms
    save(client, people["editor"], draft, edit_url, first)
    client.force_login(people["editor2"])
    answer = client.post(edit_url(draft), second, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert leads(NewsPage.objects.get(pk=draft.pk))[-1] == "What the first one typed."


def test_nobody_is_told_of_what_they_have_read(client, draft, people, form_of, edit_url):
    save(client, people["editor"], draft, edit_url, form_of(draft, lead="First."))
    answer = save(client, people["editor2"], draft, edit_url, form_of(draft, lead="Second."))
    assert escape(people["editor"].username) not in " ".join(told(answer))


@pytest.mark.parametrize(("minutes", "is_told"), [(0, False), (5, True)])
def test_nobody_is_told_of_what_their_own_form_saved_by_itself(
    client, draft, people, two_forms, edit_url, minutes, is_told
):
    """The button is pressed while autosave is on its way; a version of minutes ago is that of another tab."""
    first, second = two_forms
    save(client, people["editor"], draft, edit_url, first)
    newest = NewsPage.objects.get(pk=draft.pk).latest_revision
    draft.revisions.filter(pk=newest.pk).update(created_at=newest.created_at - timedelta(minutes=minutes))
    answer = save(client, people["editor"], draft, edit_url, second)
    assert any("/revisions/compare/" in message for message in told(answer)) == is_told
