"""Starting an English page from a Polish one."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, PageViewRestriction, Revision

from accounts.roles import AUTHOR
from content.factories import (
    FACTORIES,
    full_body,
    make_area,
    make_image,
    make_member,
    make_news,
    make_page,
    make_translation,
)
from editorial.models import Contribution
from editorial.publishing import publish_loaded_content
from editorial.visibility import visible_pages
from home.models import HomePage, StandardPage
from library.readers import restrictions_of
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from tests.make_room import make_room
from translation.models import TranslationState, english_of
from translation.starting import start_translation


def start_url(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def test_translator_starts_a_draft_that_follows_the_polish_text(polish, people, sign_in, structure):
    client = sign_in("translator")
    form = client.get(start_url(polish))
    assert 'lang="pl">Nowa droga</h2>' in form.content.decode()
    assert english_of(polish) is None, "reading the form starts nothing"
    answer = client.post(start_url(polish), {"title": "A new road"})
    english = NewsPage.objects.get(locale__language_code="en", translation_key=polish.translation_key)
    assert answer.headers["location"] == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert (english.live, english.alias_of, english.owner) == (False, None, people["translator"])
    assert english.get_parent().specific == structure["en"].sections["news"]
    assert english.slug == "a-new-road"
    newest = english.get_latest_revision_as_object()
    assert (newest.title, newest.lead) == ("A new road", polish.lead)
    assert newest.body.raw_data[0]["id"] == polish.body.raw_data[0]["id"]
    state = TranslationState.objects.get(page=english)
    assert (state.source_id, state.worked_from_id) == (polish.pk, polish.live_revision_id)
    assert (state.state, state.user, state.is_outdated) == ("started", None, False)


def test_copy_is_nobodys_and_the_title_the_translators(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    authors = Contribution.objects.filter(page_id=english.pk).values_list("user__username", flat=True)
    assert list(authors) == [None, "translator"]
    log = PageLogEntry.objects.filter(page_id=english.pk, action="wagtail.copy_for_translation").get()
    assert log.user == people["translator"]
    assert log.message


def test_slug_is_english_and_free(polish, people, structure):
    make_news(structure["en"].sections["news"], slug="zolta-road")
    english = start_translation(polish, "Żółta road!", people["translator"])
    assert english.slug == "zolta-road-1"


def test_title_without_letters_keeps_the_polish_address(polish, people):
    assert start_translation(polish, "???", people["translator"]).slug == "nowa-droga"


def test_title_that_gives_an_address_of_the_site_is_refused_in_words(structure, sign_in):
    page = make_page(StandardPage, structure["pl"].home)
    answer = sign_in("translator").post(start_url(page), {"title": "Search"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["title"]
    assert english_of(page) is None


def test_draft_changes_of_the_polish_page_are_not_copied(polish, people):
    polish.lead = "Not approved."
    polish.save_revision(user=people["author"])
    english = start_translation(NewsPage.objects.get(pk=polish.pk), "A new road", people["translator"])
    assert english.lead == "What happened, in one sentence."


def test_new_address_before_publication_leaves_no_redirect(polish, people, django_capture_on_commit_callbacks):
    english = start_translation(polish, "A new road", people["translator"])
    with django_capture_on_commit_callbacks(execute=True):
        english.slug = "another-road"
        publish_loaded_content(english, "Test")
    assert not Redirect.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        english = NewsPage.objects.get(pk=english.pk)
        english.slug = "third-road"
        publish_loaded_content(english, "Test")
    assert Redirect.objects.get().old_path == "/en/news/another-road"


def test_draft_is_invisible_to_readers(polish, people, client):
    english = start_translation(polish, "A new road", people["translator"])
    assert client.get("/en/news/a-new-road/").status_code == 404
    assert not visible_pages(NewsPage.objects.all(), english.locale).filter(pk=english.pk).exists()
    assert polish.lead not in client.get("/en/").content.decode()


def test_private_page_stays_private(polish, people):
    PageViewRestriction.objects.create(page=polish, restriction_type=PageViewRestriction.LOGIN)
    english = start_translation(polish, "A new road", people["translator"])
    assert restrictions_of(english).get().page_id == polish.pk
    assert not english.view_restrictions.exists()


def test_page_for_some_stays_for_them_below_a_page_for_more(polish, people):
    PageViewRestriction.objects.create(page=polish.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    authors = Group.objects.get(name=AUTHOR)
    PageViewRestriction.objects.create(page=polish, restriction_type=PageViewRestriction.GROUPS).groups.add(authors)
    english = start_translation(polish, "A new road", people["translator"])
    assert {restriction.restriction_type for restriction in restrictions_of(english)} == {
        PageViewRestriction.LOGIN,
        PageViewRestriction.GROUPS,
    }


def test_it_comes_down_with_the_polish_page_and_on_no_day_of_its_own(polish, people, change):
    page = change(polish, expire_at=timezone.now() + timedelta(days=1))
    english = start_translation(page, "A new road", people["translator"])
    assert (english.expire_at, english.get_latest_revision_as_object().expire_at) == (None, None)


def test_parent_comes_first(structure, sign_in):
    parent = make_page(StandardPage, structure["pl"].home)
    child = make_page(StandardPage, parent)
    client = sign_in("translator")
    answer = client.post(start_url(child), {"title": "Child"})
    assert answer.headers["location"] == reverse("translation:report")
    (message,) = get_messages(answer.wsgi_request)
    assert start_url(parent) in str(message)
    assert english_of(child) is None
    assert english_of(parent) is None
    client.post(start_url(parent), {"title": "Parent"})
    client.post(start_url(child), {"title": "Child"})
    assert english_of(child).get_parent() == english_of(parent)
    assert not Page.objects.filter(locale__language_code="en", live=True, slug__in=["parent", "child"]).exists()


@pytest.mark.parametrize("state", ["draft", "english"])
def test_only_live_polish_pages_are_started(state, structure, english, sign_in):
    page = english if state == "english" else make_news(structure["pl"].sections["news"], live=False)
    count = Page.objects.count()
    answer = sign_in("translator").post(start_url(page), {"title": "Anything"})
    assert answer.status_code == 302
    assert len(list(get_messages(answer.wsgi_request))) == 1
    assert Page.objects.count() == count


def test_started_page_is_opened_not_started_again(polish, english, sign_in):
    answer = sign_in("translator").get(start_url(polish))
    assert answer.headers["location"] == reverse("wagtailadmin_pages:edit", args=[english.pk])


@pytest.mark.parametrize("name", ["author", "editor", "member_editor", "administrator"])
def test_other_roles_start_nothing(name, polish, sign_in):
    answer = sign_in(name).post(start_url(polish), {"title": "A new road"})
    assert answer.headers["location"] == reverse("wagtailadmin_home")
    assert english_of(polish) is None


def test_right_to_start_needs_the_right_to_edit(polish, people, sign_in):
    people["author"].user_permissions.add(
        *people["translator"].groups.get().permissions.filter(codename="submit_translation")
    )
    sign_in("author").post(start_url(polish), {"title": "A new road"})
    assert english_of(polish) is None


@pytest.mark.parametrize("which", ["live", "translated", "draft", "below what has no English version"])
def test_who_may_not_write_the_english_version_does_not_read_the_title(which, structure, limited, sign_in):
    about = structure["pl"].sections["about"]
    parent = make_page(StandardPage, about) if which.startswith("below") else about
    page = make_page(StandardPage, parent, title="Poufne", live=which != "draft")
    if which == "translated":
        make_translation(page)
    for address in (start_url(page), start_url(english_of(page) or page)):
        answer = sign_in("limited").get(address, follow=True)
        assert answer.redirect_chain[0][0] == reverse("wagtailadmin_home")
        assert "Poufne" not in answer.content.decode()


def test_a_version_in_the_bin_is_restored_and_not_started_again(polish, people, sign_in):
    english = start_translation(polish, "A new road", people["translator"])
    move_to_bin(english, people["administrator"])
    for client in (sign_in("translator"), sign_in("superuser")):
        assert client.get(start_url(polish), follow=True).redirect_chain == [
            (reverse("recycle_bin:restore", args=[english.pk]), 302)
        ]


def test_whole_subtree_is_never_started(structure, sign_in):
    parent = make_page(StandardPage, structure["pl"].home)
    child = make_page(StandardPage, parent)
    sign_in("translator").post(start_url(parent), {"title": "Parent", "include_subtree": "on"})
    assert english_of(parent) is not None
    assert english_of(child) is None


@pytest.mark.parametrize("address", ["/admin/localize/submit/page/999999/", "/admin/localize/submit/page/1/"])
def test_page_that_cannot_be_translated_is_not_found(address, sign_in):
    assert sign_in("translator").get(address).status_code == 404


@pytest.mark.parametrize("model", [model for model in FACTORIES if model is not HomePage], ids=lambda m: m.__name__)
def test_every_page_type_is_started_with_full_content(model, structure, people):
    polish_home = structure["pl"].home
    parents = {
        "GoalPage": structure["pl"].sections["goals"],
        "ActivityAreaPage": structure["pl"].sections["areas"],
        "NewsPage": structure["pl"].sections["news"],
        "PublicationPage": structure["pl"].sections["publications"],
        "MemberPage": structure["pl"].sections["members"],
    }
    names = {field.name for field in model._meta.get_fields()}
    fields = {}
    if "body" in names:
        fields["body"] = full_body()
    if "areas" in names and model.__name__ in ("NewsPage", "PublicationPage"):
        fields["areas"] = [make_area(structure["pl"].sections["areas"])]
    if "members" in names and model is NewsPage:
        fields["members"] = [make_member(structure["pl"].sections["members"])]
    if "lead_image" in names:
        fields |= {"lead_image": make_image(), "lead_image_alt": "A river"}
    make_room(model, structure)
    page = FACTORIES[model](parents.get(model.__name__, polish_home), **fields)
    english = start_translation(page, f"English {model.__name__}", people["translator"])
    newest = english.get_latest_revision_as_object()
    for name in fields:
        if name == "body":
            assert newest.body.get_prep_value() == page.body.get_prep_value()
        elif not name.startswith("lead_image"):
            assert list(getattr(newest, name).all()) == fields[name]
    assert Revision.objects.filter(object_id=str(english.pk)).count() == 2


def test_buttons_lead_to_the_start(polish, sign_in, structure):
    client = sign_in("superuser")
    listing = client.get(reverse("wagtailadmin_explore", args=[structure["pl"].sections["news"].pk]))
    assert start_url(polish) in listing.content.decode()
    header = client.get(reverse("wagtailadmin_pages:edit", args=[polish.pk]))
    assert start_url(polish) in header.content.decode()
    other = sign_in("editor").get(reverse("wagtailadmin_explore", args=[structure["pl"].sections["news"].pk]))
    assert start_url(polish) not in other.content.decode()


def test_polish_text_that_a_translation_follows_is_not_purged(polish, people, change):
    english = start_translation(polish, "A new road", people["translator"])
    change(polish, lead="Another lead.")
    change(polish, lead="A third lead.")
    call_command("purge_revisions", verbosity=0)
    state = TranslationState.objects.get(page=english)
    assert state.worked_from.as_object().lead == "What happened, in one sentence."


def test_pages_with_their_states_can_be_deleted(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    english.delete()
    assert english_of(polish) is None
    start_translation(polish, "A new road", people["translator"])
    english_of(polish).specific.delete()
    NewsPage.objects.get(pk=polish.pk).delete()
    assert not TranslationState.objects.filter(source_id=polish.pk).exists()
