"""Gaps of Wagtail that we mend. A test that fails here says that Wagtail has closed one: remove our module for it."""

from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django import forms
from django.apps import apps
from django.utils import timezone
from polib import pofile
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.management.commands import publish_scheduled
from wagtail.models import Revision, WorkflowState
from wagtail.users.models import UserProfile

from content.factories import make_news
from editorial.approvals import record_approval
from editorial.models import Approval
from editorial.refusals import PublishingRefused
from editorial.upstream.wagtail_words import WORDS
from news.models import NewsPage

TOMORROW = timezone.now().replace(microsecond=0) + timedelta(days=1)


def schedule(page, people):
    page.go_live_at = TOMORROW
    revision = page.save_revision(user=people["author"])
    record_approval(revision, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    revision.publish()
    return revision


def test_wagtail_wipes_schedules_before_a_publication_that_fails(news, people):
    """editorial.upstream.atomic_publish can go when this fails."""
    scheduled = schedule(news, people)
    news.go_live_at = None
    news.lead = "Never approved."
    unapproved = news.save_revision(user=people["author"])
    stock = PublishRevisionAction.execute.__wrapped__
    with patch.object(PublishRevisionAction, "execute", stock), pytest.raises(PublishingRefused):
        PublishPageRevisionAction(unapproved).execute(skip_permission_checks=True)
    scheduled.refresh_from_db()
    assert scheduled.approved_go_live_at is None


def test_wagtail_leaves_a_returned_page_waiting_for_nobody(draft, people, submit):
    """editorial.upstream.atomic_workflow can go when this fails."""
    task_state = submit(draft, people["author"])
    task_state.task.specific.on_action(task_state, people["editor"], "reject", comment="Give the date.")
    page = NewsPage.objects.get(pk=draft.pk)
    page.lead = ""
    page.save_revision(user=people["author"], clean=False)
    stock = WorkflowState.resume.__wrapped__
    with patch.object(WorkflowState, "resume", stock), pytest.raises(PublishingRefused):
        page.current_workflow_state.resume(people["author"])
    state = NewsPage.objects.get(pk=draft.pk).current_workflow_state
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state is None


def test_wagtails_command_stops_at_the_first_page_that_fails(structure, people):
    """editorial.management.commands.publish_scheduled can go when this fails."""
    index = structure["pl"].sections["news"]
    broken, fine = make_news(index, live=False), make_news(index, live=False)
    exchanged = schedule(broken, people)
    schedule(fine, people)
    Revision.objects.filter(pk=exchanged.pk).update(
        content={**exchanged.content, "lead": "Exchanged."}, approved_go_live_at=TOMORROW - timedelta(minutes=1)
    )
    later = patch("django.utils.timezone.now", return_value=TOMORROW + timedelta(hours=1))
    with later, pytest.raises(PublishingRefused):
        publish_scheduled.Command().handle(dryrun=False)
    assert not NewsPage.objects.get(pk=fine.pk).live


def test_wagtail_forgets_what_is_approved_for_later_when_a_page_expires(structure, people):
    """editorial.schedules need not keep it when this fails."""
    page = make_news(structure["pl"].sections["news"], expire_at=TOMORROW - timedelta(hours=1))
    scheduled = schedule(page, people)
    with patch("django.utils.timezone.now", return_value=TOMORROW - timedelta(minutes=1)):
        publish_scheduled.Command().handle(dryrun=False)
    scheduled.refresh_from_db()
    assert scheduled.approved_go_live_at is None


def test_djangos_field_says_the_same_of_both_changes_of_clocks():
    """editorial.moments can go when this fails, if what Django says then is right for each."""
    for typed in ("28.03.2027 02:30", "31.10.2027 02:30"):
        with pytest.raises(forms.ValidationError) as refused:
            forms.DateTimeField().clean(typed)
        assert refused.value.error_list[0].code == "ambiguous_timezone"


def test_wagtail_uses_a_time_zone_that_it_does_not_offer():
    """accounts.upstream.time_zones can go when this fails."""
    stock = UserProfile.get_current_time_zone.__wrapped__
    assert stock(UserProfile(current_time_zone="Pacific/Fiji")) == "Pacific/Fiji"


def test_wagtail_lacks_these_words_in_polish():
    """A word can go from editorial.upstream.wagtail_words when this names it."""
    known, translated = set(), set()
    for app in apps.get_app_configs():
        folder = Path(app.path) / "locale"
        if app.name.startswith("wagtail") and (folder / "pl").exists():
            known |= {entry.msgid for entry in pofile(str(folder / "en/LC_MESSAGES/django.po"))}
            polish = pofile(str(folder / "pl/LC_MESSAGES/django.po"))
            # Some entries give the English word for the Polish one
            translated |= {entry.msgid for entry in polish if entry.translated() and entry.msgstr != entry.msgid}
    words = set(WORDS)
    assert words <= known, f"Wagtail does not use these: {words - known}"
    assert not words & translated, f"Wagtail has translated these: {words & translated}"
