"""The guard: no row goes live, or changes while live, without an approval of exactly that content."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from editorial.approvals import record_approval
from editorial.models import Approval
from editorial.refusals import PublishingRefused
from news.models import NewsPage


def stored(page):
    return NewsPage.objects.get(pk=page.pk)


def test_saving_changed_content_of_a_live_page_is_refused(news):
    news.lead = "Something else."
    with pytest.raises(PublishingRefused):
        news.save()
    assert stored(news).lead != "Something else."


def test_saving_changed_base_columns_through_a_bare_page_is_refused(news):
    page = Page.objects.get(pk=news.pk)
    page.title = "Something else"
    with pytest.raises(PublishingRefused):
        page.save()
    assert stored(news).title == "Nowa ścieżka"


@pytest.mark.parametrize("fields", [{"lead": "Something else."}, {"lead": "Something else.", "locked": True}])
def test_a_page_held_for_a_draft_changes_no_live_row(news, fields):
    news.live = False  # as an object loaded before the page went live says
    for name, value in fields.items():
        setattr(news, name, value)
    with pytest.raises(PublishingRefused):
        news.save(update_fields=list(fields))
    assert stored(news).lead != "Something else."


def test_relations_named_in_update_fields_are_content(news, structure):
    news.areas = [structure["pl"].areas["culture"]]
    with pytest.raises(PublishingRefused):
        news.save(update_fields=["areas"])
    assert not stored(news).areas.exists()


def test_an_approval_lets_only_a_row_with_its_content_go_live(draft, people):
    approved = draft.save_revision(user=people["author"])
    record_approval(approved, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    draft.lead = "Never approved."
    draft.save()
    page = approved.as_object()
    page.live, page.live_revision = True, approved
    with pytest.raises(PublishingRefused):
        page.save(update_fields=["live", "live_revision"])
    assert not stored(draft).live


def test_a_live_page_stays_in_its_language(news, structure):
    news.locale = structure["en"].home.locale
    for options in ({}, {"update_fields": ["locale"]}):
        with pytest.raises(PublishingRefused):
            news.save(**options)
    assert stored(news).locale_id == structure["pl"].home.locale_id


def test_making_a_draft_live_by_saving_it_is_refused(draft):
    draft.live = True
    with pytest.raises(PublishingRefused):
        draft.save()
    with pytest.raises(PublishingRefused):
        draft.save(update_fields=["live"])
    assert not stored(draft).live


def test_adding_a_live_page_is_refused(structure):
    with pytest.raises(PublishingRefused):
        structure["pl"].sections["news"].add_child(instance=NewsPage(title="Od razu", slug="od-razu", lead="…"))
    assert not NewsPage.objects.filter(slug="od-razu").exists()


def test_publishing_a_revision_that_nobody_approved_is_refused(draft, people):
    revision = draft.save_revision(user=people["superuser"])
    with pytest.raises(PublishingRefused):
        revision.publish()
    assert not stored(draft).live


def test_an_approval_covers_one_revision_only(news, people):
    news.lead = "A second version."
    approved = news.save_revision(user=people["author"])
    record_approval(approved, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    news.lead = "A third version."
    later = news.save_revision(user=people["author"])
    with pytest.raises(PublishingRefused):
        later.publish()
    approved.publish()
    assert stored(news).lead == "A second version."


def test_an_approval_does_not_cover_content_written_over_its_revision(draft, people):
    revision = draft.save_revision(user=people["author"])
    record_approval(revision, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    revision.content = {**revision.content, "lead": "Written over."}
    revision.save()
    with pytest.raises(PublishingRefused):
        revision.publish()


def test_saves_that_readers_do_not_see_pass(news, people):
    news.locked = True
    news.locked_by = people["editor"]
    news.save()
    Page.objects.get(pk=news.pk).save()
    assert stored(news).locked


def test_related_pages_are_content_too(news, structure):
    news.areas = [structure["pl"].areas["culture"]]
    with pytest.raises(PublishingRefused):
        news.save()
    assert not stored(news).areas.exists()


def test_an_alias_is_refused_in_either_language(news, structure):
    with pytest.raises(PublishingRefused):
        CreatePageAliasAction(news, update_slug="alias").execute(skip_permission_checks=True)
    with pytest.raises(PublishingRefused):
        news.copy_for_translation(structure["en"].home.locale, alias=True)
    assert not Page.objects.filter(alias_of=news).exists()


def test_a_schedule_needs_an_approval(draft, people):
    draft.go_live_at = timezone.now() + timedelta(days=1)
    revision = draft.save_revision(user=people["author"])
    with pytest.raises(PublishingRefused):
        revision.publish()
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_a_refused_publication_leaves_an_approved_schedule(news, people):
    news.lead = "For tomorrow."
    news.go_live_at = timezone.now() + timedelta(days=1)
    scheduled = news.save_revision(user=people["author"])
    record_approval(scheduled, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    scheduled.publish()
    news.lead = "Never approved."
    news.go_live_at = None
    with pytest.raises(PublishingRefused):
        news.save_revision(user=people["author"]).publish()
    scheduled.refresh_from_db()
    assert scheduled.approved_go_live_at is not None


def test_taking_a_page_down_needs_no_approval(news):
    news.unpublish()
    assert not stored(news).live
