"""What each role may do with a page, and what nobody may."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page

from content.factories import make_member, make_news
from editorial.bin import is_in_bin
from news.models import NewsPage

ACTIONS = ["can_edit", "can_publish", "can_delete", "can_move", "can_lock", "can_add_subpage"]
# What each role may do with a live piece of news in Polish
EXPECTED = {
    "author": {"can_edit"},
    "editor": {"can_edit", "can_move", "can_lock"},
    "translator": set(),
    "member_editor": set(),
    "administrator": {"can_edit", "can_move", "can_lock"},
    "superuser": {"can_edit", "can_move", "can_lock"},
}


@pytest.mark.parametrize("who", EXPECTED)
def test_rights_to_a_live_page(news, people, who):
    tester = news.permissions_for_user(people[who])
    assert {action for action in ACTIONS if getattr(tester, action)()} == EXPECTED[who]


@pytest.mark.parametrize("who", EXPECTED)
def test_nobody_publishes_directly(draft, people, who):
    tester = Page.objects.get(pk=draft.pk).permissions_for_user(people[who])
    assert not tester.can_publish()
    assert not tester.can_publish_subpage()


def test_what_was_public_is_never_deleted(client, news, people):
    news.unpublish()
    client.force_login(people["superuser"])
    client.post(reverse("wagtailadmin_pages:delete", args=[news.pk]))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{url}?id={news.pk}")
    parent = news.get_parent()
    client.post(reverse("wagtailadmin_pages:delete", args=[parent.pk]), {"confirm_site_name": "x"})
    assert not is_in_bin(NewsPage.objects.get(pk=news.pk))


def test_a_draft_that_never_was_public_may_be_deleted_unless_locked(client, draft, people):
    client.force_login(people["administrator"])
    draft.locked = True
    draft.locked_by = people["editor"]
    draft.save()
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert not is_in_bin(NewsPage.objects.get(pk=draft.pk))
    draft.locked = False
    draft.locked_by = None
    draft.save()
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert is_in_bin(NewsPage.objects.get(pk=draft.pk))


def test_a_member_editor_edits_their_own_profile_only(structure, people):
    own = make_member(structure["pl"].sections["members"], owner=people["member_editor"])
    other = make_member(structure["pl"].sections["members"])
    assert own.permissions_for_user(people["member_editor"]).can_edit()
    assert not other.permissions_for_user(people["member_editor"]).can_edit()


def test_a_translator_edits_english_only(structure, people):
    assert structure["en"].sections["about"].permissions_for_user(people["translator"]).can_edit()
    assert not structure["pl"].sections["about"].permissions_for_user(people["translator"]).can_edit()


def test_the_explorer_asks_as_many_queries_for_many_pages_as_for_few(
    client, structure, people, django_assert_max_num_queries
):
    client.force_login(people["editor"])
    index = structure["pl"].sections["news"]
    url = reverse("wagtailadmin_explore", args=[index.pk])
    for _number in range(3):
        make_news(index)
    client.get(url)
    with django_assert_max_num_queries(100) as few:
        client.get(url)
    for _number in range(12):
        make_news(index)
    with django_assert_max_num_queries(len(few)):
        client.get(url)


def test_autosave_never_rewrites_a_revision_that_others_rely_on(client, draft, people, form_of, edit_url, submit):
    client.force_login(people["author"])

    def autosave(lead, overwrite=None):
        data = form_of(draft, lead=lead)
        if overwrite:
            data["overwrite_revision_id"] = overwrite
        return client.post(edit_url(draft), data, headers={"accept": "application/json"}).json()["revision_id"]

    first = autosave("One.")
    assert autosave("Two.", overwrite=first) == first
    submit(draft, people["author"])
    draft.refresh_from_db()
    draft.current_workflow_state.cancel(user=people["author"])
    assert autosave("Three.", overwrite=first) != first
    assert json.dumps(draft.revisions.get(pk=first).content).count("Two.") == 1


@pytest.mark.parametrize("who", EXPECTED)
def test_the_explorer_opens_at_the_root_of_the_tree(client, people, who):
    client.force_login(people[who])
    answer = client.get(reverse("wagtailadmin_explore_root"), follow=True)
    assert answer.status_code == 200


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_page_that_somebody_else_has_locked_is_not_moved(client, news, structure, people, who):
    news.locked, news.locked_by = True, people["editor"]
    news.save(update_fields=["locked", "locked_by"])
    client.force_login(people[who])
    section = structure["pl"].sections["news"]
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[news.pk, section.pk]))
    tester = NewsPage.objects.get(pk=news.pk).permissions_for_user(people[who])
    assert not tester.can_move()
    assert not tester.can_move_to(section)
