"""Four eyes: nobody approves what they changed since it was last approved."""

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Task, Workflow, WorkflowTask
from wagtail.rich_text import RichText

from content.factories import make_page, make_translation
from editorial.approvals import record_approval
from editorial.decisions import why_not_approve
from editorial.models import Approval, Contribution
from editorial.refusals import PublishingRefused
from editorial.wagtail_hooks import keep_contributors
from home.models import StandardPage
from news.models import NewsPage


@pytest.fixture
def approve():
    """Returns a function that approves the page that waits, as a person."""

    def act(task_state, user):
        task_state.task.specific.on_action(task_state, user, "approve")

    return act


def latest_of(page):
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def change(page, user, lead):
    latest = latest_of(page)
    latest.lead = lead
    return latest.save_revision(user=user)


def test_an_editor_approves_what_an_author_wrote(draft, people, submit, approve):
    revision = change(draft, people["author"], "Written by the author.")
    approve(submit(draft, people["author"]), people["editor"])
    page = NewsPage.objects.get(pk=draft.pk)
    assert page.live
    assert page.lead == "Written by the author."
    approval = Approval.objects.filter(page_id=page.pk).get()
    assert (approval.user, approval.revision_id) == (people["editor"], revision.pk)


@pytest.mark.parametrize("who", ["editor", "administrator", "superuser"])
def test_who_wrote_it_may_not_approve_it(draft, people, submit, approve, who):
    change(draft, people[who], "Written by the approver.")
    task_state = submit(draft, people[who])
    assert "approve" not in [a[0] for a in task_state.task.specific.get_actions(draft, people[who])]
    with pytest.raises(PublishingRefused):
        approve(task_state, people[who])
    assert not NewsPage.objects.get(pk=draft.pk).live


def may_approve(page, person):
    return why_not_approve(person, page) is None


def test_an_approver_may_correct_a_comma_which_does_not_free_the_author(draft, people):
    change(draft, people["editor2"], "Written by an editor.")
    change(draft, people["editor"], "Written, by an editor.")
    assert may_approve(draft, people["editor"])
    assert not may_approve(draft, people["editor2"])


def test_an_author_who_corrects_a_comma_last_stays_the_author(draft, people):
    change(draft, people["editor2"], "Written by an editor.")
    change(draft, people["editor"], "Written, by an editor.")
    change(draft, people["editor2"], "Written, by an editor!")
    assert not may_approve(draft, people["editor2"])


def test_commas_add_up(draft, people, settings):
    change(draft, people["editor2"], "Written by an editor.")
    for number in range(settings.APPROVERS_OWN_CHARACTERS + 1):
        assert may_approve(draft, people["editor"])
        change(draft, people["editor"], "Written by an editor." + "!" * (number + 1))
    assert not may_approve(draft, people["editor"])


def test_a_comma_alone_needs_a_second_person(news, people):
    change(news, people["editor"], latest_of(news).lead + ",")
    assert not may_approve(news, people["editor"])
    assert may_approve(news, people["editor2"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nabór trwa do 3 maja.", "Nabór trwa do 5 maja."),
        ("Nabór trwa do 3 maja.", "Nabór trwa do 3 marca."),
        ("Wniosek jest płatny.", "Wniosek nie jest płatny."),
        ("Dotacja 5 mln zł.", "Dotacja 5 mld zł."),
        ("Adres: biuro@example.org.", "Adres: rada@example.org."),
        ("Spotkanie we wtorek.", "Spotkanie w środę."),
        ("Trzech członków.", "Dwóch członków."),
        ("It may apply.", "It may not apply."),
    ],
)
def test_a_fact_is_never_a_trifle(draft, people, before, after):
    change(draft, people["author"], before)
    change(draft, people["editor"], after)
    assert not may_approve(draft, people["editor"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Gmina zaprasza mieszkanców.", "Gmina zaprasza mieszkańców."),
        ("Nabór trwa do 3 maja", "Nabór trwa do 3 maja."),
        ("Związek  zaprasza.", "Związek zaprasza."),
        ("Stowarzyszenei zaprasza.", "Stowarzyszenie zaprasza."),
    ],
)
def test_a_typing_error_is_a_trifle(draft, people, before, after):
    change(draft, people["author"], before)
    change(draft, people["editor"], after)
    assert may_approve(draft, people["editor"])


def test_what_is_no_text_is_never_a_trifle(draft, people):
    change(draft, people["author"], "Written by the author.")
    latest = latest_of(draft)
    latest.slug = "szkic-2"
    latest.save_revision(user=people["editor"])
    assert not may_approve(draft, people["editor"])


def test_a_link_in_rich_text_is_never_a_trifle(draft, people):
    latest = latest_of(draft)
    latest.body = [("text", RichText('<p>Czytaj <a href="https://example.org/a">statut</a>.</p>'))]
    latest.save_revision(user=people["author"])
    latest = latest_of(draft)
    latest.body[0] = ("text", RichText('<p>Czytaj <a href="https://example.org/b">statut</a>.</p>'))
    latest.save_revision(user=people["editor"])
    assert not may_approve(draft, people["editor"])


def test_autosave_that_overwrites_a_revision_is_measured_too(draft, people):
    change(draft, people["author"], "Written by the author.")
    revision = change(draft, people["editor"], "Written, by the author.")
    latest = latest_of(draft)
    latest.lead = "Written, by somebody else altogether."
    latest.save_revision(user=people["editor"], overwrite_revision=revision)
    assert not may_approve(draft, people["editor"])


def test_submitting_without_a_change_makes_no_contributor(draft, people, submit, approve):
    change(draft, people["author"], "Written by the author.")
    latest_of(draft).save_revision(user=people["editor"])
    approve(submit(draft, people["editor"]), people["editor"])
    assert NewsPage.objects.get(pk=draft.pk).live


def test_an_approval_starts_a_new_count(draft, people, submit, approve):
    change(draft, people["editor"], "First version.")
    approve(submit(draft, people["editor"]), people["editor2"])
    draft.refresh_from_db()
    change(draft, people["author"], "Second version.")
    approve(submit(draft, people["author"]), people["editor"])
    assert NewsPage.objects.get(pk=draft.pk).lead == "Second version."


def test_an_approval_does_not_cover_what_was_written_after_its_revision(draft, people):
    approved = change(draft, people["author"], "First version.")
    change(draft, people["editor2"], "Second version.")
    record_approval(approved, kind=Approval.Kind.WORKFLOW, user=people["editor"])
    assert [each.user for each in Contribution.since_approval(draft)] == [people["editor2"]]


def test_contributors_outlive_a_purge_of_revisions(draft, people, submit, approve):
    change(draft, people["editor"], "Written by the editor.")
    change(draft, people["author"], "Changed by the author.")
    call_command("purge_revisions", verbosity=0)
    with pytest.raises(PublishingRefused):
        approve(submit(draft, people["author"]), people["editor"])


def test_authors_of_a_page_are_authors_of_its_copy(client, draft, people, submit, approve, structure):
    change(draft, people["editor"], "Written by the editor.")
    change(draft, people["author"], "Changed by the author.")
    call_command("purge_revisions", verbosity=0)
    client.force_login(people["author2"])
    client.post(
        reverse("wagtailadmin_pages:copy", args=[draft.pk]),
        {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": structure["pl"].sections["news"].pk},
    )
    copy = NewsPage.objects.get(slug="kopia")
    with pytest.raises(PublishingRefused):
        approve(submit(copy, people["author2"]), people["editor"])


def test_authors_of_subpages_are_authors_of_their_copies_when_some_are_left_out(structure, people):
    top, copy = (
        make_page(StandardPage, structure["pl"].home, live=False, title=title, slug=title.lower())
        for title in ("Wzór", "Kopia")
    )
    for name, title in (("author", "Pierwsza"), ("editor", "Druga")):
        page = make_page(StandardPage, top, live=False, title=title, slug=title.lower())
        page.introduction = f"Written by {name}."
        page.save_revision(user=people[name])
    second = make_page(StandardPage, copy, live=False, title="Druga", slug="druga")

    keep_contributors(None, top, copy)

    names = Contribution.objects.filter(page_id=second.pk).exclude(user=None).values_list("user__username", flat=True)
    assert set(names) == {people["editor"].username}


def test_a_workflow_without_the_four_eyes_task_publishes_nothing(draft, people):
    from wagtail.models import GroupApprovalTask

    change(draft, people["editor"], "Written by the editor.")
    task = GroupApprovalTask.objects.create(name="Stock task")
    task.groups.set(people["editor"].groups.all())
    workflow = Workflow.objects.create(name="Stock workflow")
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.get(pk=task.pk))
    task_state = workflow.start(draft, people["editor"]).current_task_state.specific
    with pytest.raises(PublishingRefused):
        task.on_action(task_state, people["editor"], "approve")
    assert not NewsPage.objects.get(pk=draft.pk).live


def test_a_workflow_without_an_active_task_publishes_nothing(client, draft, people, form_of, edit_url):
    Task.objects.all().update(active=False)
    client.force_login(people["author"])
    answer = client.post(edit_url(draft), {**form_of(draft), "action-submit": "1"})
    assert answer.status_code == 302
    page = NewsPage.objects.get(pk=draft.pk)
    assert not page.live
    assert page.current_workflow_state is None


def test_four_eyes_hold_in_english(news, people, submit, approve):
    english = make_translation(news, live=False)
    change(english, people["translator"], "Written by the translator.")
    task_state = submit(english, people["translator"])
    with pytest.raises(PublishingRefused):
        approve(task_state, people["translator"])
    approve(task_state, people["editor"])
    assert NewsPage.objects.get(pk=english.pk).live


def test_a_deactivated_person_approves_nothing(draft, people, submit, approve):
    people["editor"].is_active = False
    with pytest.raises(PublishingRefused):
        approve(submit(draft, people["author"]), people["editor"])


def test_records_are_only_ever_added(draft, people):
    change(draft, people["author"], "Written by the author.")
    record = Contribution.objects.filter(user=people["author"]).get()
    for attempt in (record.save, record.delete, Contribution.objects.all().delete):
        with pytest.raises(TypeError):
            attempt()
    with pytest.raises(TypeError):
        Contribution.objects.update(user=people["editor"])
    with pytest.raises(ProtectedError):
        people["author"].delete()
