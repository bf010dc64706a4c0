"""Whatever staff delete goes to the recycle bin, with what belongs to it; what was once public does not go."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, PageLogEntry, PagePermissionTester, WorkflowState

from content.factories import make_member, make_news, make_page, make_translation
from editorial.approvals import record_approval
from editorial.log_actions import TAKE_BACK
from editorial.records import Approval
from editorial.refusals import PublishingRefused
from home.models import StandardPage
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from recycle_bin.log_actions import BIN
from recycle_bin.models import BinnedPage

ROLES = ("author", "editor", "translator", "member_editor", "administrator", "superuser")


def words(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def is_binned(page) -> bool:
    return BinnedPage.objects.filter(page_id=page.pk).exists()


@pytest.mark.parametrize("who", ROLES)
def test_who_may_delete_a_draft_of_an_author(sign_in, draft, delete, who):
    delete(sign_in(who), draft)
    assert is_binned(draft) == (who in {"author", "editor", "administrator", "superuser"})
    assert NewsPage.objects.filter(pk=draft.pk).exists()


def test_an_author_deletes_no_draft_of_others(sign_in, structure, people, delete):
    other = make_news(structure["pl"].sections["news"], live=False, owner=people["author2"])
    delete(sign_in("member_editor"), other)
    assert not is_binned(other)
    own = make_member(structure["pl"].sections["members"], live=False, owner=people["member_editor"])
    delete(sign_in("member_editor"), own)
    assert is_binned(own)


def test_the_confirmation_says_where_it_goes_until_when_and_what_goes_along(sign_in, section, structure, settings):
    settings.RECYCLE_BIN_DAYS = 30
    translated = make_page(StandardPage, structure["en"].home, live=False, title="Section", slug="section")
    translated.translation_key = section.translation_key
    translated.save()
    answer = sign_in("administrator").get(reverse("wagtailadmin_pages:delete", args=[section.pk]))
    text = answer.content.decode()
    until = timezone.localtime(timezone.now() + timedelta(days=30))
    assert date_format(until, "DATE_FORMAT") in text
    for title in ("Środek", "Dół", "Section"):
        assert title in text


@pytest.mark.parametrize("who", ["editor", "administrator", "superuser"])
@pytest.mark.parametrize("state", ["live", "taken down"])
def test_what_was_once_public_is_refused_in_words(sign_in, structure, delete, who, state):
    news = make_news(structure["pl"].sections["news"])
    if state == "taken down":
        news.unpublish()
    answer = delete(sign_in(who), news)
    assert "publiczn" in words(answer) or "public" in words(answer)
    assert not is_binned(news)
    bulk = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?id={news.pk}"
    assert sign_in(who).get(bulk).status_code == 200
    sign_in(who).post(bulk)
    assert not is_binned(news)


def test_nor_a_page_above_one_that_was(sign_in, structure, delete):
    top = make_page(StandardPage, structure["pl"].home, live=False, title="Dział", slug="dzial")
    below = make_page(StandardPage, top, title="Niżej", slug="nizej")
    below.unpublish()
    delete(sign_in("superuser"), top)
    assert not is_binned(top)


def test_nor_one_whose_other_version_was(sign_in, draft, delete):
    english = make_translation(draft, live=False)
    Page.objects.filter(pk=english.pk).update(first_published_at=timezone.now())
    answer = delete(sign_in("superuser"), draft)
    assert english.title in words(answer)
    assert not is_binned(draft)


def test_nor_the_home_page_of_a_language(sign_in, structure, delete):
    home = structure["en"].home
    Page.objects.filter(path__startswith=home.path).update(first_published_at=None, live=False)
    delete(sign_in("superuser"), home)
    assert not is_binned(home)


def test_nor_what_somebody_else_has_locked(sign_in, section, people, delete):
    below = section.get_children().first()
    below.locked, below.locked_by = True, people["editor"]
    below.save()
    delete(sign_in("administrator"), section)
    assert not is_binned(section)
    below.locked_by = people["administrator"]
    below.save()
    delete(sign_in("administrator"), section)
    assert is_binned(section)
    assert not Page.objects.get(pk=below.pk).locked


def test_a_page_goes_with_all_below_it_under_its_number(sign_in, section, delete):
    numbers = list(section.get_descendants(inclusive=True).values_list("pk", flat=True))
    delete(sign_in("administrator"), section)
    section.refresh_from_db()
    assert list(section.get_descendants(inclusive=True).values_list("pk", flat=True)) == numbers
    assert all(page.url is None for page in section.get_descendants(inclusive=True))
    for number in numbers:
        assert PageLogEntry.objects.filter(page_id=number, action=BIN).count() == 1


def test_its_old_address_is_free_at_once(sign_in, draft, binned):
    other = make_news(draft.get_parent(), live=False, title="Szkic", slug="szkic")
    assert other.slug == "szkic"


def test_two_pages_with_the_same_slug(sign_in, draft, binned, delete):
    other = make_news(Page.objects.get(pk=binned.parent_id).specific, live=False, title="Szkic", slug="szkic")
    delete(sign_in("administrator"), other)
    assert BinnedPage.objects.count() == 2


def test_the_log_says_who_from_where_and_until_when(draft, binned, people):
    entry = PageLogEntry.objects.get(page_id=draft.pk, action=BIN)
    assert entry.user == people["administrator"]
    assert binned.parent_title in entry.data["reason"]
    assert not PageLogEntry.objects.filter(page_id=draft.pk, action="wagtail.delete").exists()


def test_a_submission_is_taken_back(sign_in, draft, people, delete):
    draft.get_workflow().start(draft, people["author"])
    delete(sign_in("author"), draft)
    assert not is_binned(draft)  # while it waits, it is the approvers'
    delete(sign_in("editor"), draft)
    assert is_binned(draft)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_CANCELLED
    assert PageLogEntry.objects.filter(page_id=draft.pk, action=TAKE_BACK, user=people["editor"]).exists()


def test_a_schedule_is_cancelled(sign_in, draft, people, delete):
    draft.go_live_at = timezone.now() + timedelta(days=3)
    revision = draft.save_revision()
    record_approval(revision, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    revision.publish()
    assert draft.revisions.filter(approved_go_live_at__isnull=False).exists()
    delete(sign_in("author"), draft)
    assert not is_binned(draft)
    delete(sign_in("editor"), draft)
    assert is_binned(draft)
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert PageLogEntry.objects.filter(page_id=draft.pk, action="wagtail.schedule.cancel").exists()
    with pytest.raises(PublishingRefused):
        NewsPage.objects.get(pk=draft.pk).get_latest_revision().publish()


def test_several_at_once(sign_in, draft, section, structure):
    live = make_news(structure["pl"].sections["news"], title="Opublikowana")
    below = section.get_children().first()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    address = f"{url}?" + "&".join(f"id={page.pk}" for page in (draft, section, below, live))
    client = sign_in("administrator")
    text = client.get(address).content.decode()
    assert "Środek" in text
    client.post(address)
    assert {row.page_id for row in BinnedPage.objects.all()} == {draft.pk, section.pk}


def test_twice_is_once(draft, people, binned):
    with pytest.raises(PublishingRefused):
        move_to_bin(draft, people["administrator"])


@pytest.mark.parametrize("who", ROLES)
def test_nobody_does_anything_with_a_page_in_the_bin(draft, binned, people, who):
    for page in (Page.objects.get(pk=draft.pk), NewsPage.objects.get(pk=draft.pk)):
        tester = page.permissions_for_user(people[who])
        asked = [name for name in dir(PagePermissionTester) if name.startswith("can_")]
        assert len(asked) > 15
        assert not any(getattr(tester, name)(page.get_parent()) for name in ("can_move_to", "can_copy_to"))
        assert not any(getattr(tester, name)() for name in asked if not name.endswith("_to"))


@pytest.mark.parametrize("who", ROLES)
def test_nothing_is_moved_or_copied_into_the_bin(section, people, sign_in, delete, structure, who):
    delete(sign_in("administrator"), section)
    page = make_page(StandardPage, structure["pl"].home, live=False, title="Inna", slug="inna")
    tester = page.permissions_for_user(people[who])
    target = Page.objects.get(pk=section.pk)
    assert not tester.can_move_to(target)
    assert not tester.can_copy_to(target)


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.parametrize(
    "name",
    ["edit", "delete", "unpublish", "copy", "move", "view_draft", "history", "usage", "set_privacy", "lock", "unlock"],
)
def test_addresses_of_a_page_in_the_bin_lead_to_the_bin(sign_in, draft, binned, who, name):
    client = sign_in(who)
    for ask in (client.get, client.post):
        answer = ask(reverse(f"wagtailadmin_pages:{name}", args=[draft.pk]))
        assert answer.status_code in {302, 405}
        wanted = reverse("recycle_bin:restore", args=[draft.pk])
        may = who in {"author", "editor", "administrator", "superuser"}
        assert (answer.get("Location") == wanted) == may
    assert is_binned(draft)
    assert not NewsPage.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("name", ["emergency", "take_down", "submission", "take_back", "review_date", "review"])
def test_so_do_ours(sign_in, draft, binned, name):
    answer = sign_in("superuser").post(reverse(f"editorial:{name}", args=[draft.pk]))
    assert answer["Location"] == reverse("recycle_bin:restore", args=[draft.pk])


def test_autosave_of_an_open_editor_is_told_in_words(sign_in, draft, binned):
    answer = sign_in("author").post(
        reverse("wagtailadmin_pages:edit", args=[draft.pk]), {"title": "x"}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 403
    assert "Szkic żółty" in answer.json()["error_message"]


def test_readers_find_nothing(client, draft, binned):
    for address in ("/aktualnosci/szkic/", f"/recycle-bin-{draft.pk}/"):
        assert client.get(address).status_code == 404
