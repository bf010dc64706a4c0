"""A page comes back where it stood, with all that belongs to it, or where it can stand now."""

from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from content.factories import FACTORIES, make_member, make_news
from content.loading import block, publish_loaded_content
from core.single_pages import OnePerLanguageMixin
from editorial.refusals import PublishingRefused
from home.models import HomePage
from members.models import MemberPage
from news.models import EventPage, NewsPage
from publications.models import PublicationPage
from recycle_bin.log_actions import BIN, RESTORE
from recycle_bin.models import BinnedPage
from recycle_bin.restoring import restore

SECTIONS = {NewsPage: "news", EventPage: "events", PublicationPage: "publications", MemberPage: "members"}
ROLES = ("author", "author2", "editor", "translator", "member_editor", "administrator", "superuser")
MAY = {"author", "author2", "editor", "administrator", "superuser"}  # change Polish news


def words(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request)) + answer.content.decode()


def is_binned(page) -> bool:
    return BinnedPage.objects.filter(page_id=page.pk).exists()


def places(page) -> list[str]:
    return list(page.get_parent().get_children().values_list("slug", flat=True))


@pytest.mark.parametrize("who", ROLES)
def test_who_could_delete_it_there_restores_it(sign_in, draft, binned, bring_back, who):
    client = sign_in(who)
    may = who in MAY
    answer = client.get(reverse("recycle_bin:restore", args=[draft.pk]))
    assert answer.status_code == (200 if may else 302)
    assert is_binned(draft)
    bring_back(client, draft)
    assert is_binned(draft) != may
    assert NewsPage.objects.get(pk=draft.pk).url_path == draft.url_path or not may


def test_it_stands_as_it_stood(sign_in, draft, binned, bring_back, people):
    titles = list(draft.revisions.values_list("pk", flat=True))
    bring_back(sign_in("editor"), draft)
    page = NewsPage.objects.get(pk=draft.pk)
    assert (page.slug, page.url_path, page.title, page.owner) == (draft.slug, draft.url_path, draft.title, draft.owner)
    assert page.get_parent().pk == binned.parent_id
    assert places(page)[-3:] == ["pierwszy", "szkic", "ostatni"]
    assert list(page.revisions.values_list("pk", flat=True)) == titles
    assert not page.live
    entry = PageLogEntry.objects.get(page_id=page.pk, action=RESTORE)
    assert entry.user == people["editor"]
    assert binned.parent_title in entry.data["reason"]
    assert sign_in("author").get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_with_all_below_it(sign_in, section, delete, bring_back):
    before = list(section.get_descendants(inclusive=True).values_list("pk", "url_path", "slug"))
    client = sign_in("administrator")
    delete(client, section)
    bring_back(client, section)
    after = Page.objects.get(pk=section.pk).get_descendants(inclusive=True)
    assert list(after.values_list("pk", "url_path", "slug")) == before


@pytest.mark.parametrize(("owner", "may"), [("member_editor", True), ("author", False), (None, False)])
def test_who_may_only_add_pages_has_back_their_own(sign_in, structure, people, delete, bring_back, owner, may):
    profile = make_member(structure["pl"].sections["members"], live=False, owner=people.get(owner))
    delete(sign_in("administrator"), profile)
    bring_back(sign_in("member_editor"), profile)
    assert is_binned(profile) != may


def test_a_restored_page_goes_its_way_to_readers(client, sign_in, draft, binned, bring_back, people):
    bring_back(sign_in("author"), draft)
    page = NewsPage.objects.get(pk=draft.pk)
    state = page.get_workflow().start(page, people["author"]).current_task_state.specific
    state.task.specific.on_action(state, people["editor"], "approve")
    assert client.get(NewsPage.objects.get(pk=draft.pk).url).status_code == 200


def test_links_to_it_hold(client, sign_in, draft, structure, delete, bring_back):
    link = f'<p><a linktype="page" id="{draft.pk}">dalej</a></p>'
    other = make_news(structure["pl"].sections["news"], title="Odsyłacz")
    other.body = [block(uuid4(), "text", link)]
    publish_loaded_content(other, "A link")
    delete(sign_in("administrator"), draft)
    text = client.get(other.url).content.decode()
    assert "dalej" in text
    assert "None" not in text.split("<main")[1].split("</main")[0]
    bring_back(sign_in("administrator"), draft)
    other = NewsPage.objects.get(pk=other.pk)
    assert str(draft.pk) in str(other.body.raw_data[0])
    publish_loaded_content(NewsPage.objects.get(pk=draft.pk), "Published")
    other.lead = "Zmienione."
    publish_loaded_content(other, "A new revision")
    assert f'href="{NewsPage.objects.get(pk=draft.pk).url}"' in client.get(other.url).content.decode()


def test_another_page_has_taken_its_address(sign_in, draft, binned, bring_back):
    make_news(Page.objects.get(pk=binned.parent_id).specific, live=False, title="Nowy szkic", slug="szkic")
    answer = bring_back(sign_in("editor"), draft)
    page = NewsPage.objects.get(pk=draft.pk)
    assert page.slug == "szkic-1"
    assert page.get_latest_revision_as_object().slug == "szkic-1"
    assert "szkic-1" in words(answer)


def test_what_it_stood_below_is_in_the_bin_too(sign_in, section, delete, bring_back, structure):
    client = sign_in("administrator")
    middle = section.get_children().get()
    delete(client, middle)
    delete(client, Page.objects.get(pk=section.pk))
    answer = client.get(reverse("recycle_bin:restore", args=[middle.pk]))
    assert section.title in answer.content.decode()
    assert 'name="parent"' in answer.content.decode()
    bring_back(client, middle, parent=structure["pl"].home.pk)
    assert Page.objects.get(pk=middle.pk).get_parent().pk == structure["pl"].home.pk
    assert Page.objects.get(pk=middle.pk).get_children().count() == 1


def test_or_comes_back_first(sign_in, section, delete, bring_back):
    client = sign_in("administrator")
    middle = section.get_children().get()
    delete(client, middle)
    delete(client, Page.objects.get(pk=section.pk))
    bring_back(client, section)
    bring_back(client, middle)
    assert Page.objects.get(pk=middle.pk).get_parent().pk == section.pk


def test_what_it_stood_below_is_gone(sign_in, section, delete, bring_back, structure):
    client = sign_in("editor")
    bottom = section.get_descendants().get(title="Dół")
    delete(client, bottom)
    Page.objects.get(pk=section.pk).delete()
    answer = bring_back(client, bottom)
    assert is_binned(bottom)
    assert answer.status_code == 200
    bring_back(client, bottom, parent=structure["pl"].home.pk)
    assert Page.objects.get(pk=bottom.pk).get_parent().pk == structure["pl"].home.pk


@pytest.mark.parametrize("place", ["none", "nothing", "other language", "wrong type", "in the bin", "root"])
def test_a_place_where_it_may_not_stand_is_refused_in_words(
    sign_in, draft, binned, delete, bring_back, structure, section, place
):
    Page.objects.get(pk=binned.parent_id).specific.delete()
    client = sign_in("superuser")
    delete(client, section)
    parents = {
        "none": "",
        "nothing": "999999",
        "other language": structure["en"].sections["news"].pk,
        "wrong type": structure["pl"].home.pk,
        "in the bin": section.pk,
        "root": Page.get_first_root_node().pk,
    }
    answer = bring_back(client, draft, parent=parents[place])
    assert is_binned(draft)
    assert answer.status_code == 200
    assert "w-field__errors" in answer.content.decode()


def test_nor_where_the_person_may_add_nothing(sign_in, structure, people, delete, bring_back):
    profile = make_member(structure["pl"].sections["members"], live=False, owner=people["member_editor"])
    client = sign_in("member_editor")
    delete(client, profile)
    row = BinnedPage.objects.get()
    with pytest.raises(PublishingRefused):
        restore(row, people["member_editor"], structure["pl"].home)
    bring_back(client, profile)
    assert not is_binned(profile)


def test_once_is_enough(sign_in, draft, binned, bring_back, people):
    bring_back(sign_in("editor"), draft)
    with pytest.raises(PublishingRefused):
        restore(binned, people["editor"])
    assert sign_in("editor").post(reverse("recycle_bin:restore", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize("who", ROLES)
def test_it_can_be_read_before(sign_in, draft, binned, who):
    answer = sign_in(who).get(reverse("recycle_bin:draft", args=[draft.pk]))
    may = who in MAY
    assert answer.status_code == (200 if may else 302)
    assert (draft.title in answer.content.decode()) == may


@pytest.mark.parametrize("model", sorted(set(FACTORIES) - {HomePage}, key=lambda model: model.__name__))
def test_every_type_of_page_goes_comes_back_and_can_be_read_between(sign_in, structure, delete, bring_back, model):
    existing = model.objects.filter(locale=structure["pl"].home.locale).first()
    parent = existing.get_parent().specific if existing else structure["pl"].sections[SECTIONS[model]]
    if issubclass(model, OnePerLanguageMixin):
        existing.delete()
    page = FACTORIES[model](
        Page.objects.get(pk=parent.pk).specific, live=False, title="Kopia robocza", slug="kopia-robocza"
    )
    client = sign_in("administrator")
    delete(client, page)
    assert is_binned(page)
    answer = client.get(reverse("recycle_bin:draft", args=[page.pk]))
    assert answer.status_code == 200
    assert "<main" in answer.content.decode()
    bring_back(client, page)
    assert Page.objects.get(pk=page.pk).url_path == page.url_path


def test_the_history_of_each_page_says_what_happened(sign_in, section, delete, bring_back):
    client = sign_in("administrator")
    delete(client, section)
    bring_back(client, section)
    for page in Page.objects.get(pk=section.pk).get_descendants(inclusive=True):
        text = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
        assert "Strona główna" in text.split("<main")[1]  # from where, and to where
        entries = PageLogEntry.objects.filter(page=page.pk).latest_by_uuid_and_action()
        assert {BIN, RESTORE} <= set(entries.values_list("action", flat=True))
