"""Publishing in an emergency: with a reason, listed until another person confirms it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from content.factories import make_translation
from editorial.decisions import why_not_approve, why_not_confirm
from editorial.desk.rows import Section
from editorial.desk.sources import piles
from editorial.emergency import confirm, publish_in_emergency, unconfirmed
from editorial.log_actions import CONFIRM, EMERGENCY
from editorial.models import Approval, Confirmation
from editorial.refusals import PublishingRefused
from news.models import NewsPage

REASON = "Wody wzbierają, mieszkańcy muszą wiedzieć dziś."
MAY = ["editor", "administrator", "superuser"]
MAY_NOT = ["author", "translator", "member_editor"]


@pytest.fixture
def flood(draft, people):
    """A draft that an author has written."""
    draft.lead = "Ewakuacja ulicy Nadrzecznej."
    draft.save_revision(user=people["author"])
    return NewsPage.objects.get(pk=draft.pk)


def send(client, page, reason=REASON):
    return client.post(reverse("editorial:emergency", args=[page.pk]), {"reason": reason})


@pytest.mark.parametrize("who", MAY)
def test_publishing_with_a_reason(client, flood, people, who):
    client.force_login(people[who])
    send(client, flood)
    page = NewsPage.objects.get(pk=flood.pk)
    assert page.live
    assert page.lead == "Ewakuacja ulicy Nadrzecznej."
    approval = Approval.objects.get(page_id=page.pk, kind=Approval.Kind.EMERGENCY)
    assert (approval.user, approval.reason, approval.revision_id) == (people[who], REASON, page.live_revision_id)
    entry = PageLogEntry.objects.get(page=page.pk, action=EMERGENCY)
    assert (entry.user, entry.data["reason"]) == (people[who], REASON)
    assert list(unconfirmed()) == [approval]


@pytest.mark.parametrize("who", MAY_NOT)
def test_others_may_not(client, flood, people, who):
    client.force_login(people[who])
    send(client, flood)
    assert not NewsPage.objects.get(pk=flood.pk).live
    with pytest.raises(PublishingRefused):
        publish_in_emergency(flood, people[who], REASON)


@pytest.mark.parametrize("reason", ["", "   ", "bo tak", "x" * 1001])
def test_no_reason_no_publication_and_what_was_typed_stays(client, flood, people, reason):
    client.force_login(people["editor"])
    answer = send(client, flood, reason)
    assert answer.status_code == 200
    assert reason.strip() in answer.content.decode()
    assert not NewsPage.objects.get(pk=flood.pk).live


def test_the_database_refuses_one_without_a_reason(flood, people):
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(page=flood, revision_id=1, digest="", kind="emergency", user=people["editor"])


def test_it_ends_the_way_to_approval_and_passes_a_schedule_by(client, flood, people, submit):
    submit(flood, people["author"])
    client.force_login(people["editor"])
    send(client, flood)
    page = NewsPage.objects.get(pk=flood.pk)
    assert page.live
    assert not page.workflow_in_progress


def test_a_page_that_is_not_complete_stays_where_it_is(client, flood, people):
    newest = flood.get_latest_revision_as_object()
    newest.lead = ""
    newest.save_revision(clean=False, user=people["author"])
    client.force_login(people["editor"])
    answer = send(client, flood)
    assert not NewsPage.objects.get(pk=flood.pk).live
    assert REASON in answer.content.decode()


def test_nothing_new_nothing_to_publish(client, news, people):
    client.force_login(people["editor"])
    send(client, news)
    assert not Approval.objects.filter(kind=Approval.Kind.EMERGENCY).exists()


def test_an_english_page_waits_for_its_source(client, flood, people):
    english = make_translation(flood, live=False)
    english.save_revision(user=people["translator"])
    client.force_login(people["editor"])
    send(client, english)
    assert not NewsPage.objects.get(pk=english.pk).live


@pytest.fixture
def published(flood, people):
    """Published in an emergency by an editor; an author has written it."""
    return publish_in_emergency(flood, people["editor"], REASON)


def test_another_person_confirms(client, published, people):
    client.force_login(people["editor2"])
    form = client.get(reverse("editorial:confirm", args=[published.pk]))
    assert REASON in form.content.decode()
    client.post(reverse("editorial:confirm", args=[published.pk]))
    assert Confirmation.objects.get(approval=published).user == people["editor2"]
    assert PageLogEntry.objects.filter(page=published.page_id, action=CONFIRM, user=people["editor2"]).exists()
    assert not unconfirmed().exists()


@pytest.mark.parametrize("who", ["editor", *MAY_NOT])
def test_neither_who_published_it_nor_others_without_the_right(client, published, people, who):
    client.force_login(people[who])
    client.post(reverse("editorial:confirm", args=[published.pk]))
    assert list(unconfirmed()) == [published]


def test_who_wrote_it_may_not_confirm_it(draft, people):
    draft.lead = "Napisane przez redaktora."
    draft.save_revision(user=people["editor2"])
    approval = publish_in_emergency(NewsPage.objects.get(pk=draft.pk), people["editor"], REASON)
    with pytest.raises(PublishingRefused):
        confirm(approval, people["editor2"])
    confirm(approval, people["administrator"])


def test_one_confirmation_is_enough(published, people):
    confirm(published, people["editor2"])
    with pytest.raises(PublishingRefused):
        confirm(published, people["administrator"])


def test_what_was_approved_since_needs_no_confirmation(published, people, submit):
    page = NewsPage.objects.get(pk=published.page_id)
    page.lead = "Woda opadła."
    page.save_revision(user=people["author"])
    task_state = submit(page, people["author"])
    task_state.task.specific.on_action(task_state, people["editor2"], "approve")
    assert not unconfirmed().exists()


@pytest.mark.parametrize(("who", "seen"), [("editor2", True), ("administrator", True), ("author", False)])
def test_the_list_is_for_those_who_may_confirm(client, published, people, who, seen):
    client.force_login(people[who])
    answer = client.get(reverse("editorial:unconfirmed"))
    assert (REASON in answer.content.decode()) == seen


def test_the_list_takes_as_many_queries_for_many(
    client, people, structure, django_assert_num_queries, django_assert_max_num_queries
):
    from content.factories import make_news

    client.force_login(people["editor2"])
    counts = []
    for number in (1, 10):
        for _each in range(number):
            page = make_news(structure["pl"].sections["news"], live=False)
            page.save_revision(user=people["author"])
            publish_in_emergency(page, people["editor"], REASON)
        client.get(reverse("editorial:unconfirmed"))
        with django_assert_max_num_queries(30) as captured:
            client.get(reverse("editorial:unconfirmed"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_editor_offers_it_to_those_who_may(client, flood, people, edit_url):
    url = reverse("editorial:emergency", args=[flood.pk])
    for who, offered in (("editor", True), ("author", False)):
        client.force_login(people[who])
        assert (url in client.get(edit_url(flood)).content.decode()) == offered


def test_page_that_waits_for_its_time_can_go_out_at_once(client, flood, people, submit):
    """Approved for next week, needed today."""
    flood.go_live_at = timezone.now() + timedelta(days=7)
    flood.save_revision(user=people["author"])
    task = submit(flood, people["author"])
    task.task.specific.on_action(task, people["editor2"], "approve")
    client.force_login(people["editor"])
    send(client, flood)
    page = NewsPage.objects.get(pk=flood.pk)
    assert page.live
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_page_that_somebody_else_has_locked_stays(client, flood, people):
    page = NewsPage.objects.get(pk=flood.pk)
    page.locked, page.locked_by, page.locked_at = True, people["administrator"], timezone.now()
    page.save(update_fields=["locked", "locked_by", "locked_at"])
    for who, goes_out in [("editor", False), ("administrator", True)]:
        client.force_login(people[who])
        send(client, flood)
        assert NewsPage.objects.get(pk=flood.pk).live is goes_out


def test_emergency_frees_nobody_who_wrote_it_before_another_person_confirms(client, flood, people, submit):
    """An approval on one's own word is none by a second person: the author still may not approve what follows."""
    flood.lead = "Całkiem nowy tekst o powodzi."
    flood.save_revision(user=people["editor"])
    approval = publish_in_emergency(NewsPage.objects.get(pk=flood.pk), people["editor"], REASON)
    page = NewsPage.objects.get(pk=flood.pk).get_latest_revision_as_object()
    page.lead += "!"
    page.save_revision(user=people["editor2"])
    submit(page, people["editor2"])
    page = NewsPage.objects.get(pk=flood.pk)
    assert why_not_approve(people["editor"], page) is not None
    assert "editor" not in {row.username for row in contributors_free_to_approve(page, people)}
    confirm(approval, people["administrator"])
    assert why_not_approve(people["editor"], page) is None


def contributors_free_to_approve(page, people):
    """Those who the desk says may approve a page."""
    return [
        people[name]
        for name in ("editor", "editor2")
        if any(row.page_id == page.pk for pile in piles(people[name], 50, [Section.WAITING]) for row in pile.rows)
    ]


def test_who_wrote_an_earlier_emergency_that_nobody_confirmed_may_not_confirm_the_next(flood, people):
    flood.lead = "Całkiem nowy tekst o powodzi."
    flood.save_revision(user=people["editor2"])
    publish_in_emergency(NewsPage.objects.get(pk=flood.pk), people["editor"], REASON)
    page = NewsPage.objects.get(pk=flood.pk).get_latest_revision_as_object()
    page.lead += " Most jest zamknięty."
    page.save_revision(user=people["editor"])
    publish_in_emergency(NewsPage.objects.get(pk=flood.pk), people["editor"], REASON)
    (approval,) = unconfirmed()
    assert why_not_confirm(people["editor2"], approval) is not None
    (row,) = piles(people["editor2"], 10, [Section.EMERGENCY])[0].rows
    assert not row.source.action
    assert why_not_confirm(people["administrator"], approval) is None
