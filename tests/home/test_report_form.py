"""A reader reports a problem with accessibility: in either language, without a cookie or a script, losing nothing."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

from core.models import AssociationSettings
from home.models import AccessibilityReport

FORM = {"pl": "/zglos-problem/", "en": "/en/report-a-problem/"}
LANGUAGES = list(FORM)
WRITTEN = {
    "page_address": "Aktualności, druga strona",
    "problem": "Czytnik ekranu nie odczytuje tabeli <b>i</b> wykresu.",
    "wanted_form": "Plik tekstowy",
    "email": "czytelniczka@example.org",
    "phone": "+48 111 111 111",
}


@pytest.fixture(autouse=True)
def _forget_counts():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def reader(structure) -> Client:
    """A browser that says that its forms are sent from the site."""
    return Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


def values_in(response) -> dict[str, str]:
    """Return what the form of a page has in its fields."""
    page = response.content.decode()
    areas = re.findall(r'<textarea name="(\w+)"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    inputs = [
        (re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag))
        for tag in re.findall(r"<input[^>]*>", page)
    ]
    found = {name[1]: value[1] if value else "" for name, value in inputs if name} | dict(areas)
    return {name: unescape(value) for name, value in found.items()}


def test_form_says_what_every_field_is_and_how_to_fill_it(reader, language):
    response = reader.get(FORM[language])
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in page
    assert 'autocomplete="email"' in page
    assert 'autocomplete="tel"' in page
    for tag in re.findall(r"<(?:input|textarea)\b[^>]*>", page.split('class="reader-form"')[1]):
        identifier = re.search(r'id="(\w+)"', tag)[1]
        assert f'<label class="form-field__label" for="{identifier}">' in page, tag
        for described in re.findall(r'aria-describedby="([^"]+)"', tag):
            assert all(f'id="{each}"' in page for each in described.split()), tag
    assert "csrfmiddlewaretoken" not in page


def test_reader_is_told_whom_to_ask_about_the_data_and_where_all_of_it_stands(reader, structure, language):
    def clause():
        return BeautifulSoup(reader.get(FORM[language]).content, "html.parser").find(class_="reader-form__privacy")

    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    policy = structure[language].sections["privacy"]
    shown = clause()
    assert shown.find("a", href=f"mailto:{association.email}")
    assert shown.find("a", href=policy.url).get_text() == policy.title
    association.data_protection_officer = "Anna Przykładowa"
    association.data_protection_email = "iod@example.org"
    association.save()
    shown = clause()
    assert shown.find("a", href="mailto:iod@example.org")
    assert not shown.find("a", href=f"mailto:{association.email}")
    assert "Anna Przykładowa" in shown.get_text()


def test_privacy_policy_says_of_reports_what_the_form_asks_for_and_keeps(structure):
    for language, wanted, days, never in (
        ("pl", "forma, w jakiej treść jest potrzebna", "ile podaje formularz zgłoszenia", "Rok od zamknięcia"),
        ("en", "form in which the content is wanted", "the form for reports names", "A year after"),
    ):
        [report] = [
            activity.value
            for activity in structure[language].sections["privacy"].activities
            if activity.value["title"].startswith(("Zgłoszenia", "Reports"))
        ]
        assert wanted in report["data"]
        assert "imię" not in report["data"] + report["obligation"]
        assert "name" not in report["data"]
        assert days in report["retention"]
        assert never not in report["retention"]


def test_whole_round_ends_at_an_address_that_says_nothing_of_the_reader(reader, language):
    sent = reader.post(FORM[language], WRITTEN)
    report = AccessibilityReport.objects.get()
    assert sent.status_code == 302
    assert sent["Location"].startswith(FORM[language])
    assert sent["Location"].endswith(f"/{report.reference}/")
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", report.reference)
    page = reader.get(sent["Location"])
    text = page.content.decode()
    assert report.reference in text
    assert "no-store" in page["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in text
    for word in WRITTEN.values():
        assert word not in text
    kept = {name: getattr(report, name) for name in WRITTEN}
    assert kept == WRITTEN
    assert report.language == language


def test_number_of_no_report_leads_nowhere(reader, language):
    address = {"pl": "/zglos-problem/przyjete/AAAA-AAAA/", "en": "/en/report-a-problem/received/AAAA-AAAA/"}
    assert reader.get(address[language]).status_code == 404


@pytest.mark.parametrize("contact", ["email", "phone"])
def test_one_way_of_contact_is_enough(reader, language, contact):
    other = {"email": "phone", "phone": "email"}[contact]
    assert reader.post(FORM[language], {**WRITTEN, other: "", "wanted_form": ""}).status_code == 302


FAULTS = {
    "nothing": (dict.fromkeys(WRITTEN, ""), {"page_address", "problem", "email"}),
    "no way of contact": ({"email": "", "phone": " "}, {"email"}),
    "odd contact": ({"email": "czytelniczka", "phone": "brak"}, {"email", "phone"}),
    "too long": (
        {"page_address": "a" * 501, "problem": "a" * 5001, "wanted_form": "a" * 1001},
        {"page_address", "problem", "wanted_form"},
    ),
    "email too long for the record": (
        {"email": f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 20}.pl"},
        {"email"},
    ),
    "NUL": ({"problem": "a\x00b"}, {"problem"}),
    "trap": ({"extra": "https://advertisement.example/"}, {"extra"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_named_above_the_form_and_at_its_field_and_nothing_typed_is_lost(reader, language, fault):
    changes, wrong = FAULTS[fault]
    typed = {**WRITTEN, **changes}
    response = reader.post(FORM[language], typed)
    page = response.content.decode()
    assert response.status_code == 200
    assert set(response.context["form"].errors) == wrong
    assert {name: values_in(response)[name] for name in typed} == {name: unescape(v) for name, v in typed.items()}
    [summary] = re.findall(r'<div class="error-summary".*?</div>', page, re.DOTALL)
    assert {name.removeprefix("#id_") for name in re.findall(r'href="(#\w+)"', summary)} == wrong
    assert "autofocus" in summary
    for name in wrong:
        field = re.search(rf'<(?:input|textarea)[^>]*id="id_{name}"[^>]*>', page)[0]
        assert 'aria-invalid="true"' in field
        assert f"id_{name}_error" in re.search(r'aria-describedby="([^"]+)"', field)[1].split()
        assert f'id="id_{name}_error"' in page
    assert re.search(r"<title>(Błąd|Error):", page)
    assert not AccessibilityReport.objects.exists()


def test_no_field_cuts_off_what_is_pasted(reader):
    form = reader.get(FORM["en"]).content.decode().split('class="reader-form"')[1]
    for length in re.findall(r'maxlength="(\d+)"', form):
        assert int(length) >= 320, "only Django's own limit of an e-mail address, which is over ours"


def test_trap_is_shown_to_the_person_whose_browser_fell_into_it(reader):
    assert "reader-form__trap--shown" not in reader.get(FORM["en"]).content.decode()
    assert "reader-form__trap--shown" in reader.post(FORM["en"], {**WRITTEN, "extra": "x"}).content.decode()


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}, {}])
def test_form_sent_from_elsewhere_is_not_taken_but_kept_to_be_sent_again(structure, language, headers):
    stranger = Client(enforce_csrf_checks=True, headers=headers)
    response = stranger.post(FORM[language], WRITTEN)
    assert response.status_code == 403
    assert f'<html lang="{language}">' in response.content.decode()
    assert 'class="error-summary"' in response.content.decode()
    assert {name: values_in(response)[name] for name in WRITTEN} == WRITTEN
    assert not AccessibilityReport.objects.exists()


def test_too_many_reports_are_refused_for_a_while_and_nothing_typed_is_lost(reader, language, settings):
    settings.REPORTS_PER_ADDRESS = 2
    answers = [reader.post(FORM[language], WRITTEN) for _time in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    refused = answers[-1]
    assert 0 < int(refused["Retry-After"]) <= 3600
    assert re.search(r"\d\d:\d\d", refused.context["refusal"])
    assert {name: values_in(refused)[name] for name in WRITTEN} == WRITTEN
    assert AccessibilityReport.objects.count() == 2
    assert reader.post(FORM[language], WRITTEN, REMOTE_ADDR="192.0.2.9").status_code == 302


def test_mistakes_are_not_counted(reader, settings):
    settings.REPORTS_PER_ADDRESS = 1
    for _time in range(3):
        reader.post(FORM["en"], {**WRITTEN, "problem": ""})
    assert reader.post(FORM["en"], WRITTEN).status_code == 302


@pytest.mark.parametrize(
    ("page", "filled_in"),
    [
        ("/aktualnosci/?page=2", "http://testserver/aktualnosci/?page=2"),
        ("/en/news/", "http://testserver/en/news/"),
        ("https://elsewhere.example/", ""),
        ("//elsewhere.example/", ""),
        ("/\\elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        ("aktualnosci", ""),
        ("/\x00".replace("\x00", "%01"), "http://testserver/%01"),
        ("/" + "a" * 500, ""),
        ("", ""),
    ],
)
def test_page_that_the_reader_comes_from_is_filled_in_if_it_is_ours(reader, page, filled_in):
    assert values_in(reader.get(FORM["pl"], {"page": page}))["page_address"] == filled_in


def test_other_language_has_the_same_form_about_the_same_page(reader):
    assert f'href="{FORM["en"]}?page=%2Fcele%2F"' in reader.get(FORM["pl"], {"page": "/cele/"}).content.decode()
    assert f'href="{FORM["pl"]}"' in reader.get(FORM["en"]).content.decode()
    confirmation = reader.post(FORM["en"], WRITTEN)["Location"]
    reference = AccessibilityReport.objects.get().reference
    assert f'href="/zglos-problem/przyjete/{reference}/"' in reader.get(confirmation).content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_not_allowed(reader, language, method):
    assert getattr(reader, method)(FORM[language]).status_code == 405


def test_form_asks_the_database_little(reader, django_assert_max_num_queries):
    reader.get(FORM["pl"])
    with django_assert_max_num_queries(6):
        reader.get(FORM["pl"])


def test_days_that_are_due_are_counted_in_warsaw_from_the_day_of_the_report(db):
    received = datetime(2026, 12, 30, 23, 30, tzinfo=UTC)
    report = AccessibilityReport.objects.create(received_at=received, language="pl")
    assert report.reply_due == date(2027, 1, 7)
    assert report.access_due == date(2027, 2, 28)
