"""The accessibility statement cannot be published while it contradicts itself or lacks what the law asks for."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content.factories import fault_block, make_accessibility_statement
from content.structure import load_structure
from core.legal_pages import DECLARATION, legal_links
from core.models import AssociationSettings
from core.templatetags.site_tags import declaration_url
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from editorial.validation import check_content
from home.declaration.checks import why_not_publish
from home.models import AccessibilityStatementPage
from tests.editor_forms import blank_form

REPAIRED = fault_block(repaired_on="2020-01-02")


@pytest.fixture
def page(structure):
    """The Polish statement, published with dates in the past."""
    page = structure["pl"].sections["accessibility"]
    page.delete()
    return make_accessibility_statement(structure["pl"].home)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"status": "full"}, "status"),
        ({"status": "full", "faults": [fault_block(kind="exempt")]}, "status"),
        ({"status": "partial", "faults": []}, "status"),
        ({"status": "partial", "faults": [REPAIRED]}, "status"),
        ({"status": "none", "faults": []}, "status"),
        ({"faults": [fault_block(kind="burden")]}, "burden_assessment"),
        ({"burden_assessment": "<p>Too dear.</p>"}, "burden_assessment"),
        ({"basis": "audit", "assessment_url": "https://example.org/"}, "assessor"),
        ({"basis": "supplier", "assessor": "The supplier"}, "assessment_url"),
        ({"basis": "self", "assessor": "An auditor"}, "assessor"),
        ({"architecture": "", "architecture_url": ""}, "architecture"),
        ({"communication": ""}, "communication"),
        ({"faults": [fault_block(planned_on="2020-01-02")]}, "faults"),
        ({"faults": [fault_block(), fault_block(repaired_on="2999-01-02")]}, "faults"),
        ({"published_on": date(2999, 1, 1)}, "published_on"),
        ({"changed_on": date(2020, 2, 4)}, "changed_on"),
        ({"reviewed_on": date(2020, 2, 4)}, "reviewed_on"),
        ({"reviewed_on": date(2999, 1, 1)}, "reviewed_on"),
        ({"drawn_up_on": date(2020, 2, 6)}, "drawn_up_on"),
    ],
)
def test_what_cannot_be_is_refused_at_the_field_that_is_wrong(page, fields, wrong):
    for name, value in fields.items():
        setattr(page, name, value)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert wrong in refused.value.message_dict
    with pytest.raises((ValidationError, PublishingRefused)):
        publish_loaded_content(page, "Changed by a test")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "full", "faults": []},
        {"status": "full", "faults": [REPAIRED]},
        {"status": "none"},
        {"basis": "self", "assessment_url": "https://example.org/result"},
        {"basis": "audit", "assessor": "An auditor", "assessment_url": "https://example.org/report"},
        {"basis": "supplier", "assessor": "The supplier", "assessment_url": "https://example.org/statement"},
        {"faults": [fault_block(kind="burden")], "burden_assessment": "<p>Too dear.</p>"},
        {"architecture": "", "architecture_url": "https://example.org/seat"},
        {"reviewed_on": date(2020, 2, 5)},
    ],
)
def test_what_agrees_is_published(page, fields):
    for name, value in fields.items():
        setattr(page, name, value)

    publish_loaded_content(page, "Changed by a test")

    assert why_not_publish(AccessibilityStatementPage.objects.get(pk=page.pk)) is None


def test_today_is_no_day_to_come(page):
    page.reviewed_on = timezone.localdate()
    page.full_clean()
    page.reviewed_on += timedelta(days=1)
    with pytest.raises(ValidationError):
        page.full_clean()


@pytest.mark.parametrize("name", ["email", "phone"])
def test_contact_data_must_be_given_somewhere(page, name):
    setattr(page, f"contact_{name}", "")
    page.full_clean()
    association = AssociationSettings.objects.get()
    setattr(association, name, "")
    association.save()

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert list(refused.value.message_dict) == [f"contact_{name}"]


@pytest.mark.parametrize("name", ["email", "phone"])
def test_an_own_way_of_contact_for_accessibility_will_do(page, name):
    setattr(page, f"contact_{name}", "")
    association = AssociationSettings.objects.get()
    setattr(association, f"accessibility_{name}", getattr(association, name))
    setattr(association, name, "")
    association.save()

    page.full_clean()


def test_the_day_it_was_drawn_up_may_change_until_readers_have_seen_it(structure):
    structure["pl"].sections["accessibility"].delete()
    draft = make_accessibility_statement(structure["pl"].home, live=False)
    draft.drawn_up_on = date(2020, 2, 6)
    draft.full_clean()


def test_no_route_publishes_a_statement_that_contradicts_itself(page):
    page.status = "full"

    with translation.override("en"):
        assert "known faults" in why_not_publish(page)
    with pytest.raises((ValidationError, PublishingRefused)):
        page.save(clean=False)


def test_each_language_has_one_statement(structure):
    polish, english = structure["pl"].home, structure["en"].home
    assert not AccessibilityStatementPage.can_create_at(polish)
    with pytest.raises(ValidationError):
        make_accessibility_statement(polish)

    structure["en"].sections["accessibility"].delete()

    assert AccessibilityStatementPage.can_create_at(english)
    assert not AccessibilityStatementPage.can_create_at(polish)


def test_a_draft_of_a_copy_stands_in_nobodys_way_and_does_not_go_live_beside_it(page):
    copy = page.copy(update_attrs={"slug": "kopia"}, keep_live=False)

    with pytest.raises(PublishingRefused):
        check_content(copy)
    page.contact = "Jan Przykładowy"
    publish_loaded_content(page, "Changed by a test")

    assert AccessibilityStatementPage.objects.get(live=True, locale=page.locale).contact == "Jan Przykładowy"


@pytest.mark.parametrize(
    ("language", "title", "slug"),
    [
        ("pl", "Deklaracja dostępności", "deklaracja-dostepnosci"),
        ("en", "Accessibility statement", "accessibility-statement"),
    ],
)
def test_title_and_address_are_given(structure, language, title, slug):
    structure[language].sections["accessibility"].delete()

    page = make_accessibility_statement(structure[language].home, title="Something else", slug="")

    assert (page.title, page.slug) == (title, slug)


def test_a_new_site_starts_with_statements_that_hold(structure):
    for language in ("pl", "en"):
        page = structure[language].sections["accessibility"]
        assert page.live
        assert not page.show_in_menus
        assert why_not_publish(page) is None
        assert (page.status, len(page.faults)) == ("partial", 1)
    before = list(AccessibilityStatementPage.objects.values_list("pk", "latest_revision_id"))
    load_structure()
    assert list(AccessibilityStatementPage.objects.values_list("pk", "latest_revision_id")) == before


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_page_can_link_to_it(structure, rf, language):
    from django.utils import translation

    page = structure[language].sections["accessibility"]
    request = rf.get("/")
    with translation.override(language):
        link = next(link for link in legal_links(request) if link.kind == DECLARATION)
        address = declaration_url({"request": request})

    assert (link.title, link.url) == (page.title, page.url)
    assert address == page.full_url


# In the editor


@pytest.fixture
def edit(client, people, page):
    """Return a function that types into the editor of the statement and saves a draft, or submits."""
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def send(action=None, **typed):
        form = client.get(address).context["form"]
        data = blank_form(form)
        for name in ("architecture", "communication"):
            data[name] = rich_text(form[name].value())
        for name in ("burden_assessment", "facilities", "shortcuts", "apps"):
            data[name] = rich_text("")
        stream = streamfield([(block.block_type, dict(block.value)) for block in page.faults])
        data = {**data, **nested_form_data({"faults": stream}), **typed}
        data = {name: "" if value is None else value for name, value in data.items()}
        if action:
            data[f"action-{action}"] = "1"
        return client.post(address, data)

    return send


def test_a_draft_may_wait_for_what_has_to_agree(edit, page):
    edit(status="full")

    page = AccessibilityStatementPage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().status == "full"
    assert page.status == "partial"


def test_a_draft_may_be_written_ahead_of_the_day_but_not_submitted(edit, page):
    days = {"reviewed_on": "1.01.2999", "published_on": "1.01.2999", "changed_on": "1.01.2999"}

    edit(**days)
    page = AccessibilityStatementPage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().reviewed_on == date(2999, 1, 1)

    response = edit(action="submit", **days)
    assert {"reviewed_on", "published_on"} <= set(response.context["form"].errors)


def test_submitting_what_contradicts_itself_shows_why_at_the_field_and_keeps_what_was_typed(edit, page):
    response = edit(action="submit", status="full", contact="Typed by the editor")

    form = response.context["form"]
    assert "status" in form.errors
    assert form["contact"].value() == "Typed by the editor"
    page.refresh_from_db()
    assert not page.workflow_in_progress


def test_submitting_what_agrees_starts_the_approval(edit, page):
    edit(action="submit", contact="The office")

    page = AccessibilityStatementPage.objects.get(pk=page.pk)
    assert page.workflow_in_progress
    assert page.get_latest_revision_as_object().apps == ""


def test_a_text_of_which_only_an_empty_paragraph_is_left_is_missing(edit):
    response = edit(action="submit", communication=rich_text(" "))

    assert "communication" in response.context["form"].errors


def test_a_new_one_needs_neither_title_nor_address(client, people, structure):
    structure["pl"].sections["accessibility"].delete()
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    parent = structure["pl"].home
    address = reverse("wagtailadmin_pages:add", args=["home", "accessibilitystatementpage", parent.pk])
    form = client.get(address).context["form"]
    assert not {"title", "slug"} & set(form.fields)
    texts = ("architecture", "communication", "burden_assessment", "facilities", "shortcuts", "apps")

    dates = dict.fromkeys(("published_on", "changed_on", "drawn_up_on"), "2020-02-05")
    client.post(address, {**blank_form(form), **{name: rich_text("") for name in texts}, **dates})

    page = AccessibilityStatementPage.objects.get(locale=parent.locale)
    assert (page.title, page.slug, page.live) == ("Deklaracja dostępności", "deklaracja-dostepnosci", False)
