"""The English statement says what the Polish one says: translators write the words, the Polish page gives the facts."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content.factories import fault_block
from content.loading import block
from editorial.publishing import publish_loaded_content
from home.declaration.checks import untranslated, why_not_publish
from home.declaration.faults import faults_of
from home.models import AccessibilityStatementPage
from tests.editor_forms import blank_form


@pytest.fixture
def pages(structure):
    return {language: structure[language].sections["accessibility"] for language in ("pl", "en")}


def fresh(page):
    return AccessibilityStatementPage.objects.get(pk=page.pk)


def publish(page, **fields):
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    publish_loaded_content(page, "Changed by a test")


def shown(page):
    return [(fault.description, fault.language, fault.is_open) for fault in faults_of(fresh(page))]


def test_facts_of_a_fault_follow_the_polish_page_at_once(pages, read):
    polish = pages["pl"].faults.get_prep_value()
    facts = {**polish[0]["value"], "criterion": "1.1.1", "kind": "exempt", "planned_on": "2099-12-31"}

    publish(pages["pl"], faults=[{**polish[0], "value": facts}])

    document = read(pages["en"].url)
    fault = document.find(class_="declaration__faults").li
    assert "The association has not examined yet" in fault.get_text()
    assert "1.1.1" in fault.get_text()
    assert fault.time["datetime"] == "2099-12-31"
    assert document.find("h3").get_text() == "Content not covered by the act"


def test_english_readers_never_read_a_status_that_their_list_denies(pages, read):
    polish = pages["pl"].faults.get_prep_value()
    repaired = {**polish[0]["value"], "repaired_on": "2020-01-02"}

    publish(pages["pl"], status="full", faults=[{**polish[0], "value": repaired}])

    document = read(pages["en"].url)
    assert "fully compliant" in document.find(id="a11y-status").get_text()
    assert not document.find(class_="declaration__faults")


def test_a_fault_that_is_not_translated_yet_is_shown_in_polish_and_marked_so(pages, read):
    publish(pages["pl"], faults=[*pages["pl"].faults.get_prep_value(), fault_block("Nowa usterka.")])

    faults = read(pages["en"].url).find(class_="declaration__faults").find_all("li")

    assert [bool(fault.find(lang="pl")) for fault in faults] == [False, True]
    assert faults[1].find(lang="pl").get_text() == "Nowa usterka."
    assert ["not translated yet" in fault.get_text() for fault in faults] == [False, True]


def test_an_assessment_that_is_not_translated_yet_is_shown_in_polish_and_marked_so(pages, read):
    publish(pages["pl"], faults=[fault_block(kind="burden")], burden_assessment="<p>Za drogo.</p>")

    assessment = read(pages["en"].url).find(id="a11y-ocena")

    assert assessment.find(lang="pl").get_text(strip=True) == "Za drogo."
    assert "not translated yet" in assessment.get_text()


def test_a_fault_that_the_polish_page_does_not_have_is_not_shown(pages):
    own = block(pages["en"].translation_key, "fault", fault_block("Only in English.")["value"], 99)

    publish(pages["en"], faults=[*pages["en"].faults.get_prep_value(), own])

    assert "Only in English." not in [description for description, _language, _is_open in shown(pages["en"])]


@pytest.fixture
def edit(client, people, pages):
    """Return a function that types into the editor of the English statement as the translator."""
    client.force_login(people["translator"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("wagtailadmin_pages:edit", args=[pages["en"].pk])

    def send(**typed):
        form = client.get(address).context["form"]
        data = blank_form(form)
        for name in ("architecture", "communication", "facilities"):
            data[name] = rich_text(form[name].value())
        for name in ("burden_assessment", "shortcuts", "apps"):
            data[name] = rich_text("")
        return form, client.post(address, {**data, **typed})

    return send


def descriptions(page, *texts):
    """Return what the editor posts for the descriptions of the faults of a Polish page."""
    stream = streamfield([("fault", {"description": text}) for text in texts])
    for number, item in enumerate(page.faults.get_prep_value()):
        stream[str(number)]["id"] = item["id"]
    return nested_form_data({"faults": stream})


def test_a_translator_is_asked_for_the_description_of_each_fault_and_for_nothing_else_of_it(pages, edit):
    publish(pages["pl"], faults=[*pages["pl"].faults.get_prep_value(), fault_block("Nowa.", criterion="1.1.1")])
    polish = fresh(pages["pl"])

    form, _response = edit(**descriptions(polish, "First in English.", "Second in English."))

    asked = form.fields["faults"].block.child_blocks["fault"].child_blocks
    assert list(asked) == ["description"]
    offered = [item.value["description"] for item in form["faults"].value()]
    assert offered[0].startswith("The association")
    assert offered[1] == "Nowa."
    draft = fresh(pages["en"]).get_latest_revision_as_object()
    assert [(item.id, item.value["description"], item.value["criterion"]) for item in draft.faults] == [
        (polish.faults[0].id, "First in English.", ""),
        (polish.faults[1].id, "Second in English.", "1.1.1"),
    ]


def test_what_a_translator_leaves_as_it_was_offered_is_not_english_and_is_not_submitted(pages, edit):
    publish(
        pages["pl"],
        faults=[fault_block("Nie dla\nwszystkich.", kind="burden")],
        burden_assessment="<p>Za drogo.</p>",
    )
    offered = descriptions(fresh(pages["pl"]), "Nie dla\r\nwszystkich.")
    offered["burden_assessment"] = rich_text("<p>Za drogo.</p>")

    _form, response = edit(**offered, **{"action-submit": "1"})
    assert {"faults", "burden_assessment"} <= set(response.context["form"].errors)
    edit(**offered)

    draft = fresh(pages["en"]).get_latest_revision_as_object()
    assert [(fault.description, fault.language) for fault in faults_of(draft)] == [("Nie dla\nwszystkich.", "pl")]
    assert draft.faults[0].value["description"] == ""
    assert draft.shown_burden_assessment() == ("<p>Za drogo.</p>", "pl")


def test_a_copy_of_the_polish_text_is_marked_as_polish_and_kept_from_publication(pages):
    fault = fault_block("Za drogo.", kind="burden")
    publish(pages["pl"], faults=[fault], burden_assessment="<p>Wynik.</p>")
    copy = fresh(pages["en"])
    copy.faults, copy.burden_assessment = [fault], '<p data-block-key="a1b2c"> Wynik.</p>'

    assert [fault.language for fault in faults_of(copy)] == ["pl"]
    assert copy.shown_burden_assessment() == ("<p>Wynik.</p>", "pl")
    assert set(untranslated(copy)) == {"faults", "burden_assessment"}
    assert why_not_publish(copy)
    copy.full_clean()  # a translation starts as such a copy
    copy.faults[0].value["description"] = "Too dear."
    copy.burden_assessment = "<p>The result.</p>"
    assert why_not_publish(copy) is None
    assert copy.shown_burden_assessment() == ("<p>The result.</p>", "")


def test_a_translator_cannot_leave_a_fault_out(pages, edit, client):
    publish(pages["pl"], faults=[*pages["pl"].faults.get_prep_value(), fault_block("Nowa.")])

    _form, response = edit(**descriptions(pages["pl"], "First in English."), **{"action-submit": "1"})

    assert "faults" in response.context["form"].errors


def test_a_statement_without_faults_asks_a_translator_for_none(pages, edit):
    publish(pages["pl"], status="full", faults=[])

    form, response = edit()

    assert "faults" not in form.fields
    assert response.status_code == 302
