"""The choice on the account page, what could not be sent, and Wagtail's own mails, which are not."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import signal_handlers
from wagtail.models import Comment, PageSubscription
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from news.models import NewsPage
from notifications import wording
from notifications.kinds import OF_OTHER_APPS, Kind
from notifications.models import Notification, NotificationPreference
from notifications.upstream.stock_mails import tell_of_comments
from tests.editor_forms import post_form

State = Notification.State
PANEL = "notification_preference"
EVERYTHING = [kind.value for kind in Kind if kind not in (Kind.EMERGENCY, *OF_OTHER_APPS)]


@pytest.fixture(autouse=True)
def _nothing_of_others(monkeypatch):
    """No other app tells anything."""
    own = {key: words for key, words in wording._wordings.items() if key.partition(":")[0] not in OF_OTHER_APPS}
    monkeypatch.setattr(wording, "_wordings", own)


def account_form(**changes):
    return {
        "name_email-first_name": "Anna",
        "name_email-last_name": "Autorska",
        "name_email-email": "author@example.org",
        "locale-preferred_language": "en",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        f"{PANEL}-delivery": "at_once",
        f"{PANEL}-told_of": EVERYTHING,
        **changes,
    }


@pytest.fixture
def at_home(client, people):
    """The author, signed in."""
    client.force_login(people["author"], backend="django.contrib.auth.backends.ModelBackend")
    UserProfile.objects.create(user=people["author"], preferred_language="en")
    return client


def test_the_account_page_asks_when_and_of_what_and_nothing_that_does_nothing(at_home):
    html = at_home.get(reverse("wagtailadmin_account")).content.decode()
    assert "Once a day at 7.00, all in one message" in html
    assert html.count(f'name="{PANEL}-told_of"') == len(EVERYTHING)
    assert "submitted_notifications" not in html
    assert "approved_notifications" not in html


def test_a_choice_is_kept_and_shown(at_home, people):
    told_of = [kind for kind in EVERYTHING if kind != Kind.PUBLISHED]
    data = account_form(**{f"{PANEL}-delivery": "daily", f"{PANEL}-told_of": told_of})
    assert at_home.post(reverse("wagtailadmin_account"), data).status_code == 302
    choice = NotificationPreference.objects.get(user=people["author"])
    assert (choice.delivery, choice.turned_off) == ("daily", ["published"])
    at_home.post(reverse("wagtailadmin_account"), account_form())
    choice.refresh_from_db()
    assert (choice.delivery, choice.turned_off) == ("at_once", [])


def test_what_was_not_asked_stays(at_home, people, prefer):
    prefer(people["author"], delivery="daily", turned_off=["published"])
    data = {name: value for name, value in account_form().items() if not name.startswith(PANEL)}
    assert at_home.post(reverse("wagtailadmin_account"), data).status_code == 302
    choice = NotificationPreference.objects.get(user=people["author"])
    assert (choice.delivery, choice.turned_off) == ("daily", ["published"])


@pytest.mark.parametrize("kind", sorted(OF_OTHER_APPS))
def test_what_other_apps_tell_is_named_once_there_is_any(kind, at_home):
    wording.register_words("spring", lambda notification, page: None, kind)
    assert f'value="{kind}"' in at_home.get(reverse("wagtailadmin_account")).content.decode()


@pytest.mark.parametrize("wrong", [{f"{PANEL}-delivery": "hourly"}, {f"{PANEL}-told_of": ["emergency"]}])
def test_what_is_no_choice_is_refused(at_home, wrong):
    assert at_home.post(reverse("wagtailadmin_account"), account_form(**wrong)).status_code == 200
    assert not NotificationPreference.objects.exists()


# What could not be sent


@pytest.fixture
def unsent(task_state, people):
    """Two messages: one waits for another attempt, one was given up. A third was never tried."""
    rows = Notification.objects.order_by("recipient__username")
    for row, state in zip(rows, (State.WAITING, State.GIVEN_UP), strict=False):
        row.state, row.attempts, row.last_error = state, 3, "SMTPServerDisconnected: gone"
        row.save()
    return rows


@pytest.mark.parametrize(("who", "may"), [("administrator", True), ("superuser", True), ("editor", False)])
def test_the_list_is_for_those_who_manage_accounts(client, unsent, people, who, may):
    client.force_login(people[who], backend="django.contrib.auth.backends.ModelBackend")
    for name in ("unsent", "unsent_results"):
        answer = client.get(reverse(f"notifications:{name}"))
        assert (answer.status_code == 200) == may
        assert ("SMTPServerDisconnected" in answer.content.decode()) == may
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse("notifications:unsent") in home) == may
    client.post(reverse("notifications:retry"))
    assert (Notification.objects.filter(attempts=0).count() == 3) == may


def test_retrying_is_no_matter_of_a_link(client, unsent, people):
    client.force_login(people["administrator"])
    assert client.get(reverse("notifications:retry")).status_code == 405


def test_what_waits_for_its_time_is_not_in_the_list(client, unsent, people):
    client.force_login(people["administrator"])
    html = client.get(reverse("notifications:unsent")).content.decode()
    assert "administrator@example.org" in html
    assert "editor@example.org" in html
    assert "editor2@example.org" not in html


def test_the_list_takes_as_many_queries_for_many(client, unsent, people, draft, django_assert_max_num_queries):
    client.force_login(people["administrator"])
    counts = []
    for number in (0, 40):
        for each in range(number):
            Notification.objects.create(
                recipient=people["editor"], kind=Kind.DOWN, event_key=str(each), page=draft, state=State.GIVEN_UP
            )
        client.get(reverse("notifications:unsent"))
        with django_assert_max_num_queries(30) as captured:
            client.get(reverse("notifications:unsent"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_list_can_be_taken_along(client, unsent, people):
    client.force_login(people["administrator"])
    answer = client.get(reverse("notifications:unsent"), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "SMTPServerDisconnected: gone" in text
    assert "administrator@example.org" in text


# Wagtail's own mails


def test_wagtail_sends_nothing_itself(draft, people, submit, approve):
    mail.outbox.clear()
    state = submit(draft, people["author"])
    state.reject(user=people["editor"], comment="Brakuje daty.")
    state.workflow_state.refresh_from_db()
    state.workflow_state.resume(user=people["author"])
    approve(state.workflow_state.current_task_state.specific)
    assert NewsPage.objects.get(pk=draft.pk).live
    assert mail.outbox == []


def test_none_of_its_notifiers_is_connected():
    for signal in (task_submitted, workflow_submitted, workflow_rejected, workflow_approved):
        names = [str(key) for key, *_rest in signal.receivers]
        assert not [name for name in names if "email_notification" in name]


def test_wagtail_still_connects_its_notifiers_where_we_keep_it_from_it():
    """When this fails, Wagtail connects its mails elsewhere or has a setting: see docs/deviations/notifications.md."""
    assert signal_handlers.register_signal_handlers.__name__ == "_connect_nothing"
    assert signal_handlers.workflow_rejection_email_notifier.notification == "rejected"


def test_comments_reach_those_who_follow_them_through_the_outbox(client, draft, people, send, read, prefer):
    prefer(people["author"], language="en")
    new = Comment.objects.create(page=draft, user=people["editor"], contentpath="lead", text="Za długi.")
    old = Comment.objects.create(page=draft, user=people["author"], contentpath="title", text="Czy tak?")
    reply = old.replies.create(user=people["editor"], text="Tak.")
    old.resolved_at = timezone.now()
    old.save()
    context = {
        "page": draft,
        "editor": people["editor"],
        "new_comments": [new],
        "resolved_comments": [old],
        "deleted_comments": [],
        "replied_comments": [{"comment": old, "replies": [reply]}],
    }
    for _each in range(2):
        tell_of_comments([people["author"], people["editor"]], "updated_comments", context)
    send()
    assert len(mail.outbox) == 1
    (letter,) = read("author")
    assert letter.subject == "Comments: Nowa ścieżka"
    for text in ("New comment: ", "Za długi.", "Reply to a comment: ", "Tak.", "Resolved comment: ", "Czy tak?"):
        assert text in letter.body


def test_a_comment_written_in_the_editor_comes_to_who_follows_the_page(client, draft, people, told):
    PageSubscription.objects.create(page=draft, user=people["author"], comment_notifications=True)
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    mail.outbox.clear()
    comment = {
        "TOTAL_FORMS": "1",
        "0-contentpath": "lead",
        "0-text": "Za długi.",
        "0-position": "",
        "0-resolved": "",
        "0-replies-TOTAL_FORMS": "0",
        "0-replies-INITIAL_FORMS": "0",
        "0-replies-MIN_NUM_FORMS": "0",
        "0-replies-MAX_NUM_FORMS": "",
    }
    typed = {f"comments-{name}": value for name, value in comment.items()}
    post_form(client, reverse("wagtailadmin_pages:edit", args=[draft.pk]), **typed)
    assert Comment.objects.get().text == "Za długi."
    assert told(Kind.COMMENTS) == ["author"]
    assert mail.outbox == []
