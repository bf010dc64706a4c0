"""Every route of the admin that leads to readers, tried by every role: none passes around approval."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from accounts.roles import grant_page_permissions
from news.models import NewsPage

EVERYONE = ["author", "editor", "translator", "member_editor", "administrator", "superuser"]
MAY_EDIT_POLISH = ["author", "editor", "administrator", "superuser"]


@pytest.fixture(params=EVERYONE)
def person(request, people, client):
    """Each role in turn, signed in."""
    client.force_login(people[request.param])
    people[request.param].test_name = request.param
    return people[request.param]


def live_titles():
    return set(Page.objects.filter(live=True).values_list("title", flat=True))


def test_publishing_from_the_editor_saves_a_draft_and_keeps_what_was_typed(client, person, draft, form_of, edit_url):
    before = live_titles()
    client.post(edit_url(draft), {**form_of(draft, title="Wpisany tytuł"), "action-publish": "1"})
    draft.refresh_from_db()
    assert live_titles() == before
    if person.test_name in MAY_EDIT_POLISH:
        assert draft.get_latest_revision_as_object().title == "Wpisany tytuł"


def test_publishing_a_change_of_a_live_page_from_the_editor(client, person, news, form_of, edit_url):
    client.post(edit_url(news), {**form_of(news, title="Wpisany tytuł"), "action-publish": "1"})
    assert NewsPage.objects.get(pk=news.pk).title == "Nowa ścieżka"


def test_publishing_while_creating_saves_a_draft(client, person, structure, form_of, draft):
    before = live_titles()
    index = structure["pl"].sections["news"]
    client.post(
        reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk]),
        {**form_of(draft, title="Zupełnie nowa", slug="zupelnie-nowa"), "action-publish": "1"},
    )
    assert live_titles() == before
    created = NewsPage.objects.filter(slug="zupelnie-nowa").first()
    assert (created is not None) == (person.test_name in MAY_EDIT_POLISH)


def test_reverting_to_an_older_revision_and_publishing(client, person, news, form_of, people):
    first = news.get_latest_revision()
    news.lead = "A later version."
    news.save_revision(user=people["author2"])
    client.post(
        reverse("wagtailadmin_pages:revisions_revert", args=[news.pk, first.pk]),
        {**form_of(news, title="Cofnięty"), "action-publish": "1"},
    )
    assert NewsPage.objects.get(pk=news.pk).title == "Nowa ścieżka"


def test_bulk_publishing(client, person, draft, structure):
    before = live_titles()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={draft.pk}")
    client.post(f"{url}?id={structure['pl'].sections['news'].pk}", {"include_descendants": "on"})
    assert live_titles() == before


def test_scheduling_from_the_editor(client, person, draft, form_of, edit_url, django_capture_on_commit_callbacks):
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit_url(draft), {**form_of(draft, go_live_at=tomorrow), "action-publish": "1"})
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_copying_with_published_copies(client, person, news, structure):
    before = Page.objects.filter(live=True).count()
    client.post(
        reverse("wagtailadmin_pages:copy", args=[news.pk]),
        {
            "new_title": "Kopia",
            "new_slug": "kopia",
            "new_parent_page": structure["pl"].sections["news"].pk,
            "publish_copies": "on",
        },
    )
    assert Page.objects.filter(live=True).count() == before
    copy = Page.objects.filter(slug="kopia").first()
    assert (copy is not None) == (person.test_name in MAY_EDIT_POLISH)


def test_copying_as_an_alias(client, person, news, structure):
    client.post(
        reverse("wagtailadmin_pages:copy", args=[news.pk]),
        {
            "new_title": "Kopia",
            "new_slug": "kopia",
            "new_parent_page": structure["pl"].sections["news"].pk,
            "alias": "on",
        },
    )
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert not Page.objects.filter(slug="kopia", live=True).exists()


@pytest.mark.parametrize(
    "action", ["publish", "copy", "create_alias", "convert_alias", "revert_to_page_revision", "copy_for_translation"]
)
def test_the_admin_api_has_no_actions(client, person, draft, action):
    before = live_titles()
    response = client.post(
        f"/admin/api/main/pages/{draft.pk}/action/{action}/", json.dumps({}), content_type="application/json"
    )
    assert response.status_code in (302, 403, 404)
    assert live_titles() == before


def test_finishing_a_workflow_as_somebody_who_is_no_approver(client, people, draft, submit):
    task_state = submit(draft, people["author"])
    for name in ("author", "author2", "translator", "member_editor"):
        client.force_login(people[name])
        client.post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task_state.pk]))
        draft.refresh_from_db()
        assert not draft.live


def test_unpublishing_and_publishing_again_needs_a_new_approval(client, person, news, form_of, edit_url):
    news.unpublish()
    client.post(edit_url(news), {**form_of(news), "action-publish": "1"})
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={news.pk}")
    assert not NewsPage.objects.get(pk=news.pk).live


def test_publish_right_granted_by_hand_changes_nothing(client, people, draft, structure, form_of, edit_url):
    grant_page_permissions(structure["pl"].home, {"Autor": ("publish",)})
    client.force_login(people["author"])
    client.post(edit_url(draft), {**form_of(draft), "action-publish": "1"})
    assert not NewsPage.objects.get(pk=draft.pk).live
