"""The editor of an English page asks for language only, and says where the rest comes from."""

import pytest

from content.factories import make_member, make_news, make_translation
from news.models import NewsPage
from tests.editor_forms import post_form
from translation.models import TranslationState


@pytest.fixture
def translator(client, people):
    client.force_login(people["translator"])
    return client


@pytest.fixture
def english(structure):
    area = structure["pl"].areas["culture"]
    return make_translation(make_news(structure["pl"].sections["news"], areas=[area]), live=False)


def edit(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def test_form_of_a_translation_has_no_field_of_the_source(translator, english):
    form = translator.get(edit(english)).context["form"]
    assert not set(form.fields) & set(english.source_owned_fields)
    assert {"title", "lead", "body", "lead_image_alt"} <= set(form.fields)


def test_editor_says_where_they_come_from_and_links_to_the_source(translator, english):
    content = translator.get(edit(english)).content.decode()
    assert f'href="{english.source.url}"' in content
    assert english.source.title in content
    assert edit(english.source) not in content


def test_editor_who_may_edit_the_source_gets_its_editor(client, people, english):
    client.force_login(people["editor"])
    assert edit(english.source) in client.get(edit(english)).content.decode()


def test_source_page_has_all_fields_and_no_note(client, people, english):
    client.force_login(people["author"])
    response = client.get(edit(english.source))
    assert set(english.source_owned_fields) <= set(response.context["form"].fields)
    assert "translation/panels/owned_fields.html" not in [template.name for template in response.templates]


@pytest.mark.parametrize("autosave", [False, True])
def test_saving_keeps_the_values_of_the_source_whatever_is_posted(translator, english, autosave):
    response = post_form(
        translator, edit(english), autosave=autosave, lead="In English.", date="2030-01-01", featured="on", areas=[]
    )
    assert response.status_code == (200 if autosave else 302)
    if autosave:
        assert response.json()["success"]
    draft = NewsPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    assert draft.lead == "In English."
    assert draft.date == english.source.date
    assert not draft.featured
    assert list(draft.areas.all()) == list(english.source.areas.all())


def test_submitting_a_translation_works(translator, english):
    assert post_form(translator, edit(english), action="submit", lead="In English.").status_code == 302
    english.refresh_from_db()
    assert english.workflow_in_progress


def test_who_approves_leaves_the_polish_text_that_was_answered_for(
    translator, client, people, english, change, django_capture_on_commit_callbacks
):
    polish = change(english.source, lead="Szkoły dostaną 5 mln zł.")
    post_form(translator, edit(english), action="submit", lead="Schools get PLN 5 million.")
    change(polish, lead="Szkoły dostaną 6 mln zł.")
    client.force_login(people["editor"])
    newest = NewsPage.objects.get(pk=english.pk).get_latest_revision()
    read = {"loaded_revision_id": newest.pk, "loaded_revision_created_at": newest.created_at.isoformat()}
    with django_capture_on_commit_callbacks(execute=True):
        post_form(client, edit(english), action="workflow-action", **{"workflow-action-name": "approve"}, **read)
    english.refresh_from_db()
    state = TranslationState.objects.get(page=english)
    assert english.live
    assert (state.state, state.drift) == (TranslationState.State.DRIFTED, TranslationState.Drift.FACT)
    assert state.true_to.content["lead"] == "Szkoły dostaną 5 mln zł."


def test_translation_of_a_member_saves_without_the_facts(translator, structure):
    member = make_member(
        structure["pl"].sections["members"], population=10, population_date="2026-01-01", population_source="Urząd"
    )
    english = make_translation(member)
    assert post_form(translator, edit(english), summary="A municipality.").status_code == 302
    draft = type(english).objects.get(pk=english.pk).get_latest_revision_as_object()
    assert (draft.summary, draft.population, draft.teryt) == ("A municipality.", 10, member.teryt)


def test_page_started_in_english_has_its_own_fields(client, people, structure):
    client.force_login(people["administrator"])
    parent = structure["en"].sections["news"]
    address = f"/admin/pages/add/news/newspage/{parent.pk}/"
    response = client.get(address)
    assert set(NewsPage.source_owned_fields) <= set(response.context["form"].fields)
    response = post_form(client, address, title="Only in English", slug="only", lead="A lead.", date="2026-05-01")
    assert response.status_code == 302
    page = NewsPage.objects.get(slug="only")
    assert str(page.date) == "2026-05-01"
