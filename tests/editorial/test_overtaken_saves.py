"""What was loaded before somebody published a page does not take it down when it is saved after."""

import pytest
from django.contrib.messages import get_messages
from wagtail.admin.views.pages.edit import EditView

from content.factories import make_news
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from news.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def published_meanwhile(draft):
    """A draft as two people have it who opened it before it was published."""
    opened = NewsPage.objects.get(pk=draft.pk), NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    publish_loaded_content(NewsPage.objects.get(pk=draft.pk), "Published by a test")
    return opened


@pytest.mark.parametrize("place", [0, 1])
def test_a_page_that_was_published_meanwhile_stays_live(published_meanwhile, place):
    page = published_meanwhile[place]
    page.lead = "Overtaken."
    with pytest.raises(PublishingRefused, match=r"published|opublikowana"):
        page.save()
    stored = NewsPage.objects.get(pk=page.pk)
    assert stored.live
    assert stored.lead != "Overtaken."


def test_whoever_takes_it_down_has_seen_it_live(news):
    page = NewsPage.objects.get(pk=news.pk)
    page.unpublish()
    assert not NewsPage.objects.get(pk=news.pk).live


def test_a_page_may_be_saved_again_by_whoever_published_it(structure):
    page = make_news(structure["pl"].sections["news"], live=False)
    page.save()
    publish_loaded_content(page, "Published by a test")
    page.refresh_from_db()
    page.live = False
    page.save()
    assert not NewsPage.objects.get(pk=page.pk).live


def approval(form_of, page):
    return {**form_of(page), "action-workflow-action": "true", "workflow-action-name": "approve"}


@pytest.fixture
def submitted(draft, submit, people):
    submit(draft, people["author"])
    return draft


def test_autosave_sends_the_decision_too_and_decides_nothing(client, submitted, people, form_of, edit_url):
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    response = client.post(edit_url(submitted), approval(form_of, submitted), headers={"accept": "application/json"})
    assert response.headers["Content-Type"] == "application/json"
    assert not response.json()["success"]
    page = NewsPage.objects.get(pk=submitted.pk)
    assert not page.live
    assert page.current_workflow_task is not None


@pytest.mark.parametrize("is_live", [False, True])
def test_the_second_decision_is_refused_in_words(
    client, submitted, people, form_of, edit_url, monkeypatch, submit, news, is_live
):
    """A click that is sent twice, the second time before the first has ended."""
    page = news if is_live else submitted
    if is_live:
        page.lead = "Written by the author."
        page.save_revision(user=people["author"])
        submit(page, people["author"])
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    decide = EditView.form_valid

    def form_valid(self, form):
        task = NewsPage.objects.get(pk=page.pk).current_workflow_task_state
        task.task.specific.on_action(task, people["editor2"], "approve")
        return decide(self, form)

    monkeypatch.setattr(EditView, "form_valid", form_valid)
    response = client.post(edit_url(page), approval(form_of, page))
    assert response.status_code == 302
    [message] = get_messages(response.wsgi_request)
    assert page.title in str(message)
    assert message.level_tag == "error", str(message)
    stored = NewsPage.objects.get(pk=page.pk)
    assert stored.live
    assert stored.live_revision_id == stored.latest_revision_id
