"""The editor of an English page asks for language only, and says where the rest comes from."""

import pytest

from content.factories import make_member, make_news, make_translation
from news.models import NewsPage
from tests.editor_forms import post_form


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
