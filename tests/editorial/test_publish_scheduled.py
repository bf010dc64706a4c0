"""What is due is carried out, one page after the other, with the approval that scheduled it."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Revision

from content.factories import make_news
from editorial.approvals import record_approval
from editorial.models import Approval
from news.models import NewsPage

IN_AN_HOUR = timezone.now().replace(microsecond=0) + timedelta(hours=1)


@pytest.fixture
def two_hours_later():
    """Returns a context in which two hours have passed."""
    return patch("django.utils.timezone.now", return_value=IN_AN_HOUR + timedelta(hours=1))


@pytest.fixture
def schedule(structure, people):
    """Returns a function that approves a draft for an hour from now."""

    def act(slug, lead="In time."):
        page = make_news(structure["pl"].sections["news"], slug=slug, live=False)
        page.lead = lead
        page.go_live_at = IN_AN_HOUR
        revision = page.save_revision(user=people["author"])
        record_approval(revision, kind=Approval.Kind.WORKFLOW, user=people["editor"])
        revision.publish()
        return page

    return act


def test_an_approved_page_goes_live_at_its_time(schedule, two_hours_later):
    page = schedule("na-czas")
    assert not NewsPage.objects.get(pk=page.pk).live
    with two_hours_later:
        call_command("publish_scheduled", verbosity=0)
    assert NewsPage.objects.get(pk=page.pk).lead == "In time."
    assert NewsPage.objects.get(pk=page.pk).live


def test_one_page_that_fails_does_not_hold_up_the_others(schedule, two_hours_later):
    broken, fine = schedule("zepsuta"), schedule("dobra")
    Revision.objects.filter(object_id=str(broken.pk)).update(content={"pk": broken.pk, "title": "No such page"})
    with two_hours_later, pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0)
    assert not NewsPage.objects.get(pk=broken.pk).live
    assert NewsPage.objects.get(pk=fine.pk).live


def test_a_revision_whose_content_was_exchanged_after_approval_stays_unpublished(schedule, two_hours_later):
    page = schedule("podmieniona")
    revision = Revision.objects.get(object_id=str(page.pk), approved_go_live_at__isnull=False)
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "lead": "Exchanged."})
    with two_hours_later, pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0)
    assert not NewsPage.objects.get(pk=page.pk).live


def test_an_expired_page_is_taken_down(structure):
    page = make_news(structure["pl"].sections["news"], expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    assert not page.live
    assert page.expired


def test_approving_a_page_with_a_time_schedules_it(draft, people, submit):
    draft.go_live_at = IN_AN_HOUR
    revision = draft.save_revision(user=people["author"])
    task_state = submit(draft, people["author"])
    task_state.task.specific.on_action(task_state, people["editor"], "approve")
    revision.refresh_from_db()
    assert revision.approved_go_live_at == draft.go_live_at
    assert not NewsPage.objects.get(pk=draft.pk).live
