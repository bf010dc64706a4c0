"""The accessibility statement has the form that the law gives it: ids, headings and sentences, in both languages."""

import re

import pytest
from django.utils import translation

from content.factories import fault_block
from core.models import AssociationSettings
from core.templatetags.site_tags import page_date
from editorial.publishing import publish_loaded_content
from home.declaration.statement import Statement
from home.declaration.texts import TEXTS
from home.models import AccessibilityStatementPage

# The table of the technical conditions: each id, its element, and when it is there
ALWAYS = {
    "a11y-wstep": {"section", "p"},
    "a11y-podmiot": {"span"},
    "a11y-zakres": {"span"},
    "a11y-url": {"a"},
    "a11y-data-publikacja": {"time"},
    "a11y-data-aktualizacja": {"time"},
    "a11y-status": {"p"},
    "a11y-data-sporzadzenie": {"time"},
    "a11y-kontakt": {"span"},
    "a11y-email": {"a"},
    "a11y-telefon": {"a"},
    "a11y-procedura": {"section"},
    "a11y-architektura": {"section"},
    "a11y-komunikacja": {"section"},
}
SOMETIMES = {
    "a11y-ocena": {"div", "section", "p"},
    "a11y-data-przeglad": {"time"},
    "a11y-aplikacje": {"section"},
    "a11y-architektura-url": {"a"},
}
OF_VERSION_1 = ("a11y-osoba", "a11y-audytor", "a11y-deklaracja")

HEADINGS = {
    "pl": [
        ("h1", "Deklaracja dostępności", "always"),
        ("h2", "Stan dostępności cyfrowej", "always"),
        ("h2", "Niedostępne treści", "faults"),
        ("h3", "Niezgodność z załącznikiem", "fault"),
        ("h3", "Treści nieobjęte przepisami", "exempt"),
        ("h3", "Nadmierne koszty", "burden"),
        ("h2", "Przygotowanie deklaracji dostępności", "always"),
        ("h2", "Udogodnienia, ograniczenia i inne informacje", "facilities"),
        ("h2", "Skróty klawiszowe", "shortcuts"),
        ("h2", "Informacje zwrotne i dane kontaktowe", "always"),
        ("h2", "Obsługa wniosków i skarg związanych z dostępnością", "always"),
        ("h2", "Pozostałe informacje", "always"),
        ("h3", "Aplikacje mobilne", "apps"),
        ("h3", "Dostępność architektoniczna", "always"),
        ("h3", "Dostępność komunikacyjno-informacyjna", "always"),
    ],
    "en": [
        ("h1", "Accessibility statement", "always"),
        ("h2", "Compliance status", "always"),
        ("h2", "Non-accessible content", "faults"),
        ("h3", "Non-compliance with the appendix", "fault"),
        ("h3", "Content not covered by the act", "exempt"),
        ("h3", "Disproportionate burden", "burden"),
        ("h2", "Preparation of this accessibility statement", "always"),
        ("h2", "Facilities, limitations and other information", "facilities"),
        ("h2", "Keyboard shortcuts", "shortcuts"),
        ("h2", "Feedback and contact information", "always"),
        ("h2", "Enforcement procedure", "always"),
        ("h2", "Other information", "always"),
        ("h3", "Mobile applications", "apps"),
        ("h3", "Architectural accessibility", "always"),
        ("h3", "Information and communication accessibility", "always"),
    ],
}

BARE = {"facilities": "", "shortcuts": "", "apps": "", "architecture_url": "", "burden_assessment": ""}
# Fields of a statement, the ids that they bring, and the headings that they bring
CASES = {
    "full": ({"status": "full", "faults": []}, set(), set()),
    "partial": ({"status": "partial", "faults": [fault_block()]}, set(), {"faults", "fault"}),
    "none": (
        {"status": "none", "faults": [fault_block(kind="exempt"), fault_block()]},
        set(),
        {"faults", "fault", "exempt"},
    ),
    "costs": (
        {"status": "partial", "faults": [fault_block(kind="burden")], "burden_assessment": "<p>Za drogo.</p>"},
        {"a11y-ocena"},
        {"faults", "burden"},
    ),
    "everything": (
        {
            "status": "partial",
            "faults": [fault_block(kind="burden"), fault_block(kind="exempt"), fault_block()],
            "burden_assessment": "<p>Za drogo.</p>",
            "facilities": "<p>Kontrast.</p>",
            "shortcuts": "<p>Alt i 1.</p>",
            "apps": "<p>Aplikacja.</p>",
            "architecture_url": "https://example.org/siedziba",
        },
        {"a11y-ocena", "a11y-data-przeglad", "a11y-aplikacje", "a11y-architektura-url"},
        {"faults", "fault", "exempt", "burden", "facilities", "shortcuts", "apps"},
    ),
}
every_case = pytest.mark.parametrize("case", CASES)
both_languages = pytest.mark.parametrize("language", ["pl", "en"])


def in_english(fields):
    """Return the values with the descriptions of faults and the assessment in other words than the Polish ones."""
    faults = [
        {**fault, "value": {**fault["value"], "description": "In English."}} for fault in fields.get("faults", [])
    ]
    assessment = "<p>Too dear.</p>" if fields.get("burden_assessment") else ""
    translated = {"faults": faults, "burden_assessment": assessment}
    return {name: translated.get(name, value) for name, value in fields.items()}


@pytest.fixture
def publish(structure):
    """Publish other values of the statement, in Polish and then in English, with a translation of what needs one."""

    def change(**fields):
        for language in ("pl", "en"):
            page = AccessibilityStatementPage.objects.get(pk=structure[language].sections["accessibility"].pk)
            for name, value in (fields if language == "pl" else in_english(fields)).items():
                setattr(page, name, value)
            page.take_source_owned_fields()
            publish_loaded_content(page, "Changed by a test")

    return change


@pytest.fixture
def statement(publish, structure, read):
    """Return a function that publishes a case and reads it in a language."""

    def read_case(case, language):
        fields, ids, _headings = CASES[case]
        review = {"reviewed_on": structure["pl"].sections["accessibility"].drawn_up_on}
        publish(**{**BARE, **fields}, **(review if "a11y-data-przeglad" in ids else {}))
        return read(structure[language].sections["accessibility"].url)

    return read_case


@every_case
@both_languages
def test_each_id_is_there_once_on_its_element_when_it_applies_and_not_otherwise(statement, case, language):
    document = statement(case, language)

    expected = {**ALWAYS, **{name: SOMETIMES[name] for name in CASES[case][1]}}
    found = {name: document.find_all(id=name) for name in [*ALWAYS, *SOMETIMES, *OF_VERSION_1]}
    assert {name for name, elements in found.items() if elements} == set(expected)
    for name, elements in expected.items():
        assert len(found[name]) == 1, name
        assert found[name][0].name in elements, name
        assert found[name][0].get_text(strip=True), name


@every_case
@both_languages
def test_headings_are_those_of_the_law_in_its_order(statement, case, language):
    document = statement(case, language)

    there = CASES[case][2] | {"always"}
    headings = [(each.name, each.get_text(strip=True)) for each in document.main.find_all(["h1", "h2", "h3", "h4"])]
    older = {"pl": "Starsze wersje", "en": "Older versions"}[language]
    shown = [heading for heading in headings if heading[1] not in (older, "Older versions")]
    assert shown == [(level, text) for level, text, when in HEADINGS[language] if when in there]


def sentence(element):
    return " ".join(element.get_text().split())


OPENINGS = {
    "pl": "Związek Doliny zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z przepisami ustawy "
    "z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów "
    "publicznych. Deklaracja dostępności dotyczy strony internetowej http://localhost/.",
    "en": "Valley Union is committed to making its website accessible in accordance with the Act of 4 April 2019 on "
    "the digital accessibility of websites and mobile applications of public entities. This accessibility statement "
    "applies to the website http://localhost/.",
}


@both_languages
def test_it_opens_with_the_words_of_the_law(structure, read, language):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.name_pl, association.name_en = "Związek Doliny", "Valley Union"
    association.save()

    document = read(structure[language].sections["accessibility"].url)

    assert sentence(document.find(id="a11y-wstep")) == OPENINGS[language]
    assert document.find(id="a11y-url")["href"] == "http://localhost/"
    assert document.find(id="a11y-podmiot").get_text() == {"pl": "Związek Doliny", "en": "Valley Union"}[language]
    assert document.find(id="a11y-zakres").get_text() == {"pl": "strony internetowej", "en": "website"}[language]


@pytest.mark.parametrize(
    ("language", "case", "text"),
    [
        (
            "pl",
            "full",
            "Strona internetowa jest w pełni zgodna z załącznikiem do ustawy z dnia 4 kwietnia 2019 r. o dostępności "
            "cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.",
        ),
        (
            "pl",
            "partial",
            "Strona internetowa jest częściowo zgodna z załącznikiem do ustawy z dnia 4 kwietnia 2019 r. "
            "o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych z powodu "
            "niezgodności lub wyłączeń wymienionych poniżej.",
        ),
        (
            "pl",
            "none",
            "Strona internetowa jest niezgodna z załącznikiem do ustawy z dnia 4 kwietnia 2019 r. o dostępności "
            "cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.",
        ),
        (
            "en",
            "full",
            "This website is fully compliant with the appendix to the Act of 4 April 2019 on the digital "
            "accessibility of websites and mobile applications of public entities.",
        ),
        (
            "en",
            "partial",
            "This website is partially compliant with the appendix to the Act of 4 April 2019 on the digital "
            "accessibility of websites and mobile applications of public entities due to the non-compliances or "
            "exclusions listed below.",
        ),
        (
            "en",
            "none",
            "This website is not compliant with the appendix to the Act of 4 April 2019 on the digital "
            "accessibility of websites and mobile applications of public entities.",
        ),
    ],
)
def test_the_status_is_the_sentence_of_the_law(statement, language, case, text):
    status = statement(case, language).find(id="a11y-status")

    assert sentence(status) == text
    assert status.strong.get_text() == TEXTS[language].status[CASES[case][0]["status"]]


@both_languages
def test_dates_are_times_as_readers_write_them_without_a_second_full_stop(statement, language):
    document = statement("everything", language)
    page = AccessibilityStatementPage.objects.get(locale__language_code=language)

    for name, day in {
        "a11y-data-publikacja": page.published_on,
        "a11y-data-aktualizacja": page.changed_on,
        "a11y-data-sporzadzenie": page.drawn_up_on,
        "a11y-data-przeglad": page.reviewed_on,
    }.items():
        element = document.find(id=name)
        assert element["datetime"] == day.isoformat()
        with translation.override(language):
            assert element.get_text() == page_date(day)
        assert sentence(element.parent).endswith(".")
    assert not re.search(r"\.\s*\.", document.find(class_="declaration").get_text())


@both_languages
def test_contact_data_are_links_and_come_from_the_settings_unless_the_page_has_its_own(
    structure, publish, read, language
):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.email, association.phone = "sekretariat@example.org", "+48 12 345 67 89"
    association.save()
    address = structure[language].sections["accessibility"].url
    document = read(address)
    assert document.find(id="a11y-email")["href"] == "mailto:sekretariat@example.org"
    assert document.find(id="a11y-telefon")["href"] == "tel:+48123456789"

    publish(contact="Jan Przykładowy", contact_email="dostepnosc@example.org", contact_phone="12 000 00 00")

    document = read(address)
    assert document.find(id="a11y-kontakt").get_text() == "Jan Przykładowy"
    assert document.find(id="a11y-email")["href"] == "mailto:dostepnosc@example.org"
    assert document.find(id="a11y-telefon")["href"] == "tel:120000000"


@both_languages
def test_contact_for_accessibility_goes_before_the_general_one(structure, publish, read, language):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.accessibility_contact_pl, association.accessibility_contact_en = "Koordynatorka", "The coordinator"
    association.accessibility_email, association.accessibility_phone = "dostepnosc@example.org", "+48 98 765 43 21"
    association.save()
    address = structure[language].sections["accessibility"].url

    document = read(address)

    assert document.find(id="a11y-kontakt").get_text() == {"pl": "Koordynatorka", "en": "The coordinator"}[language]
    assert document.find(id="a11y-email")["href"] == "mailto:dostepnosc@example.org"
    assert document.find(id="a11y-telefon")["href"] == "tel:+48987654321"
    publish(contact_email="deklaracja@example.org")
    assert read(address).find(id="a11y-email")["href"] == "mailto:deklaracja@example.org"


def test_a_self_assessment_keeps_nothing_of_an_auditor_who_was_named_before(structure):
    page = structure["pl"].sections["accessibility"]
    page.basis, page.assessor = "self", "Firma Audytorska"

    statement = Statement.of(page, page.get_site(), AssociationSettings.objects.get())

    assert statement.assessor == statement.entity
    assert "Firma Audytorska" not in str(statement.as_json())


@both_languages
def test_the_procedure_leads_to_the_request_form_and_to_the_ombudsman(structure, read, language):
    procedure = read(structure[language].sections["accessibility"].url).find(id="a11y-procedura")

    hrefs = [link["href"] for link in procedure.find_all("a")]
    assert hrefs[0].startswith("https://www.gov.pl/")
    assert hrefs[1:] == ["https://bip.brpo.gov.pl/"]
    assert re.search(r"7 (dni|days)", procedure.get_text())
    assert re.search(r"2 (miesiące|months)", procedure.get_text())


@pytest.mark.parametrize(("interpreter", "word"), [(True, "Zapewniamy"), (False, "Nie zapewniamy")])
def test_readers_are_told_whether_an_interpreter_is_online(structure, publish, read, interpreter, word):
    publish(interpreter=interpreter)

    text = sentence(read(structure["pl"].sections["accessibility"].url).find(id="a11y-komunikacja"))

    assert f"{word} dostęp do tłumacza" in text or f"{word} dostępu do tłumacza" in text


def test_an_interpreter_that_other_pages_lead_to_is_never_denied(structure, publish, read):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.interpreter_url = "https://tlumacz.example.org/"
    association.save()

    publish(interpreter=False)

    text = sentence(read(structure["pl"].sections["accessibility"].url).find(id="a11y-komunikacja"))
    assert "Zapewniamy dostęp do tłumacza" in text


def test_a_fault_shows_its_criterion_and_its_plan_and_goes_once_repaired(structure, publish, read):
    publish(
        faults=[
            fault_block("Zdjęcia bez opisu.", criterion="1.1.1", planned_on="2099-12-31"),
            fault_block("Dawna usterka.", repaired_on="2020-01-02"),
        ]
    )

    faults = read(structure["pl"].sections["accessibility"].url).find(class_="declaration__faults").find_all("li")

    assert len(faults) == 1
    assert "Zdjęcia bez opisu." in faults[0].get_text()
    assert "1.1.1" in faults[0].get_text()
    assert faults[0].time["datetime"] == "2099-12-31"


@pytest.mark.parametrize(
    ("basis", "word", "assessor"),
    [
        ("self", "samooceny", ""),
        ("audit", "podmiot zewnętrzny", "Badacze Przykładowi"),
        ("supplier", "dostawcy", "Dostawca Przykładowy"),
    ],
)
def test_it_says_on_what_it_rests_who_made_that_and_where_it_is(structure, publish, read, basis, word, assessor):
    publish(basis=basis, assessor=assessor, assessment_url="https://example.org/raport")

    document = read(structure["pl"].sections["accessibility"].url)

    text = sentence(document.find(class_="declaration"))
    assert word in text
    named = assessor or AssociationSettings.for_site(structure["pl"].home.get_site()).name_pl
    assert f"Ocenę przeprowadził podmiot: {named}." in text
    assert document.find("a", href="https://example.org/raport")


@both_languages
def test_a_warm_statement_keeps_its_budget_of_queries(
    structure, statement, client, language, django_assert_max_num_queries
):
    statement("everything", language)
    address = structure[language].sections["accessibility"].url

    with django_assert_max_num_queries(12):
        client.get(address)
