"""A file that is sent in says first what would become of it, and then makes drafts of exactly that."""

import zipfile
from datetime import timedelta
from io import BytesIO

import polib
import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, PageLogEntry, Revision

from accounts import roles
from editorial.models import Contribution
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin
from tests.translation.exchange.conftest import address
from tests.translation.exchange.page_of_texts import KEY
from tests.translation.exchange.test_po import file as po_file
from translation.exchange import store
from translation.exchange.store import FOLDER
from translation.models import TranslationState

LEAD = {"What happened, in one sentence.": "It happened."}


def rows(answer, name: str) -> list[str]:
    return [row.entry.source for page in answer.context["report"].pages for row in getattr(page, name)]


def files_kept() -> list[str]:
    return default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []


def content_of_newest(page: Page) -> dict:
    return Page.objects.get(pk=page.pk).get_latest_revision().content


def newest_lead(page: Page) -> str:
    return content_of_newest(page)["lead"]


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def test_the_report_comes_first_and_writes_nothing(started, sign_in, file_of, send):
    before = Revision.objects.count()
    answer = send(sign_in("translator"), file_of(started, LEAD), started)
    assert (answer.status_code, answer.templates[0].name) == (200, "translation/exchange/report.html")
    assert (rows(answer, "taken"), rows(answer, "refused")) == (list(LEAD), [])
    assert rows(answer, "unchanged") == ["Nowa droga"]
    assert "It happened." in answer.content.decode()
    assert Revision.objects.count() == before
    assert len(files_kept()) == 1


def test_the_report_shows_the_english_that_would_be_replaced_and_no_polish_as_english(started, sign_in, file_of, send):
    answer = send(sign_in("translator"), file_of(started, {**LEAD, "Nowa droga": "The new road"}), started)
    page = answer.content.decode()
    assert 'Zamiast: <span lang="en">A new road</span>' in page
    assert page.count("Zamiast:") == 1


def test_a_confirmed_file_makes_a_draft_in_the_persons_name(english, people, sign_in, file_of, send, confirm):
    client = sign_in("translator")
    polish_before = Revision.objects.filter(object_id=str(english.source.pk)).count()
    answer = confirm(client, send(client, file_of(english, LEAD), english))
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[english.pk])
    page = NewsPage.objects.get(pk=english.pk)
    newest = page.get_latest_revision()
    assert (newest.user, newest.as_object().lead) == (people["translator"], "It happened.")
    assert (page.live, page.lead, page.live_revision_id) == (True, english.lead, english.live_revision_id)
    assert page.has_unpublished_changes
    log = PageLogEntry.objects.filter(page_id=english.pk, action="wagtail.edit").last()
    assert (log.user, log.revision) == (people["translator"], newest)
    assert Contribution.objects.filter(page_id=english.pk).last().user == people["translator"]
    assert Revision.objects.filter(object_id=str(english.source.pk)).count() == polish_before
    assert files_kept() == []


def test_only_the_text_that_was_sent_changes(started, sign_in, file_of, send, confirm):
    before = content_of_newest(started)
    client = sign_in("translator")
    confirm(client, send(client, file_of(started, LEAD), started))
    now = content_of_newest(started)
    about_the_row = {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title"}
    assert {name for name in now if now[name] != before[name]} - about_the_row == {"lead"}
    assert now["lead"] == "It happened."


def test_the_state_of_the_translation_follows(started, sign_in, file_of, send, confirm):
    client = sign_in("translator")
    left = TranslationState.objects.get(page=started).words_left
    confirm(client, send(client, file_of(started, LEAD), started))
    assert TranslationState.objects.get(page=started).words_left == left - 5


def worked_from(page: Page) -> int | None:
    return TranslationState.objects.get(page=page).worked_from_id


def test_the_polish_text_of_the_file_stood_beside_the_draft(polish, started, change, sign_in, file_of, send, confirm):
    changed = change(polish, lead="Mamy 5 zł.")
    client = sign_in("translator")
    confirm(client, send(client, file_of(started, {"Mamy 5 zł.": "We have PLN 5."}), started))
    assert worked_from(started) == changed.live_revision_id


def test_a_changed_text_that_the_file_leaves_unanswered_stays_changed(
    polish, started, change, sign_in, file_of, send, confirm
):
    before = worked_from(started)
    change(polish, lead="Mamy 5 zł.", body=[{**polish.body.raw_data[0], "value": "<p>Co innego.</p>"}])
    client = sign_in("translator")
    confirm(client, send(client, file_of(started, {"Mamy 5 zł.": "We have PLN 5."}), started))
    assert newest_lead(started) == "We have PLN 5."
    assert worked_from(started) == before


def test_a_file_that_nobody_has_changed_offers_nothing(started, sign_in, file_of, send):
    answer = send(sign_in("translator"), file_of(started, {}), started)
    assert (rows(answer, "taken"), answer.context["ticket"]) == ([], "")
    assert files_kept() == []


def test_a_draft_that_was_saved_in_place_meanwhile_is_not_overwritten(started, people, sign_in, file_of, send, confirm):
    draft = started.get_latest_revision_as_object()
    revision = draft.save_revision(user=people["editor"])
    client = sign_in("translator")
    report = send(client, file_of(started, LEAD), started)
    again = revision.as_object()
    again.lead = "Somebody else wrote this."
    again.save_revision(user=people["editor"], overwrite_revision=revision)
    assert confirm(client, report).context["is_new"]
    assert newest_lead(started) == "Somebody else wrote this."


def test_a_draft_that_has_changed_meanwhile_is_not_overwritten(started, people, sign_in, file_of, send, confirm):
    client = sign_in("translator")
    report = send(client, file_of(started, {**LEAD, "The whole story.": "All of it."}), started)
    draft = started.get_latest_revision_as_object()
    draft.lead = "Somebody else wrote this."
    draft.save_revision(user=people["editor"])
    answer = confirm(client, report)
    assert answer.context["is_new"]
    assert newest_lead(started) == "Somebody else wrote this."
    confirm(client, answer)
    assert newest_lead(started) == "It happened."


def test_a_polish_text_that_has_changed_meanwhile_is_not_answered(
    polish, started, change, sign_in, file_of, send, confirm
):
    client = sign_in("translator")
    report = send(client, file_of(started, LEAD), started)
    change(polish, lead="Co innego.")
    answer = confirm(client, report)
    assert (rows(answer, "refused"), answer.context["ticket"]) == (list(LEAD), "")
    content = answer.content.decode()
    assert "Co innego." in content
    assert next(iter(LEAD)) in content
    assert newest_lead(started) == next(iter(LEAD))


def test_a_right_that_is_lost_meanwhile_is_asked_again(started, people, sign_in, file_of, send, confirm):
    client = sign_in("translator")
    report = send(client, file_of(started, LEAD))
    people["translator"].groups.clear()
    answer = confirm(client, report)
    assert answer.status_code == 302
    assert newest_lead(started) == next(iter(LEAD))


def test_a_ticket_is_good_once_for_one_person_and_an_hour(started, sign_in, file_of, send, confirm, monkeypatch):
    client, editor = sign_in("translator"), sign_in("editor")
    report = send(client, file_of(started, LEAD), started)
    url, ticket = reverse("translation:exchange_confirm"), report.context["ticket"]
    before = Revision.objects.count()
    for asking, said in ((editor, ticket), (client, ticket + "x"), (client, ""), (client, "x:y:z")):
        assert asking.post(url, {"ticket": said}).url == address(None)
    with monkeypatch.context() as patch:
        patch.setattr(store, "KEPT", timedelta(seconds=-1))
        assert client.post(url, {"ticket": ticket}).url == address(None)
    assert Revision.objects.count() == before
    assert confirm(client, report).url == reverse("wagtailadmin_pages:edit", args=[started.pk])
    assert confirm(client, report).url == address(None)
    assert Revision.objects.count() == before + 1
    assert client.get(url).status_code == 405


def test_a_file_that_was_changed_while_it_was_kept_is_not_taken(started, sign_in, file_of, send, confirm, tmp_path):
    client = sign_in("translator")
    report = send(client, file_of(started, LEAD), started)
    (kept,) = (tmp_path / FOLDER).iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"It happened.", b"It  changed."))
    before = Revision.objects.count()
    assert confirm(client, report).url == address(None)
    assert Revision.objects.count() == before


def test_files_that_nobody_confirmed_go_after_an_hour_and_no_address_has_them(
    started, sign_in, file_of, send, monkeypatch
):
    client = sign_in("translator")
    send(client, file_of(started, LEAD), started)
    (name,) = files_kept()
    assert client.get(reverse("private_file", args=[f"{FOLDER}/{name}"])).status_code == 404
    late = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr("translation.exchange.store.timezone.now", lambda: late)
    send(client, file_of(started, LEAD), started)
    assert name not in files_kept()


def _lock(page, people):
    page.locked, page.locked_by, page.locked_at = True, people["administrator"], timezone.now()
    page.save(update_fields=["locked", "locked_by", "locked_at"])


def _submit(page, people):
    page.get_workflow().start(page, people["translator"])


def _schedule(page, people):
    page.go_live_at = timezone.now() + timedelta(days=3)
    page.lead = "To come."
    page.save_revision(user=people["translator"])
    task = page.get_workflow().start(page, people["translator"]).current_task_state
    task.task.specific.on_action(task.specific, people["editor"], "approve")


@pytest.mark.parametrize("prepare", [_lock, _submit, _schedule])
@pytest.mark.parametrize("person", ["translator", "editor"])
def test_a_page_that_is_held_takes_nothing_and_says_why(
    started, people, prepare, person, sign_in, file_of, send, confirm
):
    client = sign_in(person)
    data = file_of(started, LEAD)
    report = send(client, data, started)
    prepare(NewsPage.objects.get(pk=started.pk), people)
    before = Revision.objects.count()
    answer = send(client, data, started)
    assert rows(answer, "taken") == []
    assert answer.context["report"].pages[0].reason
    assert answer.context["report"].pages[0].reason in answer.content.decode()
    confirm(client, report)
    assert Revision.objects.count() == before


def test_the_file_of_another_page_is_refused(started, other, sign_in, file_of, send):
    answer = send(sign_in("translator"), file_of(other, {"Inna droga": "A road"}), started)
    assert answer.context["form"].errors["file"]
    assert files_kept() == []


def test_a_section_takes_the_pages_below_it_and_all_of_them_together(
    started, other, english_news, sign_in, file_of, send, confirm
):
    client = sign_in("translator")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("1.po", file_of(started, LEAD))
        archive.writestr("2.po", file_of(other, {"Coś innego się stało.": "Something else."}))
    answer = confirm(client, send(client, packed.getvalue(), english_news, "texts.zip"))
    assert answer.url == address(english_news)
    leads = [newest_lead(page) for page in (started, other)]
    assert leads == ["It happened.", "Something else."]


def test_a_page_that_the_person_may_not_edit_is_refused_without_a_word_about_it(
    started, other, people, sign_in, file_of, send, confirm
):
    data = file_of(started, LEAD), file_of(other, {"Coś innego się stało.": "Something else."})
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("1.po", data[0])
        archive.writestr("2.po", data[1])
    group = Group.objects.create(name="Translators of one page")
    group.permissions.set(Group.objects.get(name=roles.TRANSLATOR).permissions.all())
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=Page.objects.get(pk=started.pk), permission=change)
    people["author"].groups.set([group])
    client = sign_in("author")
    answer = send(client, packed.getvalue())
    assert rows(answer, "taken") == list(LEAD)
    refused = [page for page in answer.context["report"].pages if page.page is None]
    assert len(refused) == 1
    assert "Another road" not in answer.content.decode()
    assert client.get(address(other)).status_code == 302
    before = Page.objects.get(pk=other.pk).latest_revision_id
    confirm(client, answer)
    assert Page.objects.get(pk=other.pk).latest_revision_id == before
    assert newest_lead(started) == "It happened."


def test_a_page_in_the_bin_and_one_that_is_nowhere_are_refused_alike(started, people, sign_in, file_of, send):
    data = file_of(started, LEAD)
    move_to_bin(NewsPage.objects.get(pk=started.pk), people["administrator"])
    nowhere = polib.pofile(data.decode())
    for entry in nowhere:
        entry.msgctxt = entry.msgctxt.replace(str(started.translation_key), KEY)
    answers = [send(sign_in("administrator"), each) for each in (data, str(nowhere).encode())]
    reasons = [[page.reason for page in answer.context["report"].pages] for answer in answers]
    assert reasons[0] == reasons[1] != [""]


BROKEN = {
    "a script": lambda data: data.replace(b"It happened.", b"<script>alert(1)</script>"),
    "an event handler": lambda data: data.replace(b"It happened.", b"<b onclick=x>It happened.</b>"),
    "NUL": lambda data: data.replace(b"It happened.", b"It\x00happened."),
    "a named NUL": lambda data: data.replace(b"It happened.", b"It&#0;happened."),
    "another encoding": lambda data: data.decode().encode("utf-16"),
    "another charset": lambda data: data.replace(b"charset=UTF-8", b"charset=ISO-8859-2"),
    "deep nesting": lambda data: data.replace(b"It happened.", b"<b>" * 5_000 + b"x" + b"</b>" * 5_000),
    "HTML": lambda data: b"<!DOCTYPE html><html></html>",
    "nothing": lambda data: b"",
    "50 MB": lambda data: data + b"#" * (50 * 1024 * 1024),
    "doubles": lambda data: data + b"\n" + data[data.index(b"msgctxt") :],
    "100,000 texts": lambda data: po_file("".join(f'msgctxt "{n}"\nmsgid "a"\nmsgstr "b"\n' for n in range(100_000))),
    "a ZIP of nothing that can be read": lambda data: b"PK\x03\x04" + data,
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN)
def test_a_broken_or_malicious_file_is_refused_in_words_and_changes_nothing(started, breaking, sign_in, file_of, send):
    before = Revision.objects.count()
    answer = send(sign_in("translator"), breaking(file_of(started, LEAD)), started)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert "<script>alert(1)" not in answer.content.decode()
    assert (Revision.objects.count(), files_kept()) == (before, [])


def test_markup_in_a_report_is_shown_as_text(started, sign_in, file_of, send):
    data = file_of(started, LEAD).replace(next(iter(LEAD)).encode(), b"<script>alert(1)</script>")
    answer = send(sign_in("translator"), data, started)
    assert rows(answer, "refused") == ["<script>alert(1)</script>"]
    assert "<script>alert(1)" not in answer.content.decode()


def test_texts_that_name_no_page_are_counted_and_left(started, sign_in, file_of, send):
    data = file_of(started, LEAD) + b'\nmsgid "Words"\nmsgstr "of another program"\n'
    report = send(sign_in("translator"), data, started).context["report"]
    assert [entry.source for entry in report.elsewhere] == ["Words"]
    assert len(report.taken) == 1


def test_a_form_without_a_file_asks_for_one(started, sign_in):
    answer = sign_in("translator").post(address(started), {})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["file"])
