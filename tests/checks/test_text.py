"""Capitals, placeholders and leads."""

import pytest

from checks.text import runs_of_capitals

PLACEHOLDER = "TO" + "DO"
THIRTY = "X" * 3


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("WAŻNE OGŁOSZENIE dla mieszkańców", ["WAŻNE OGŁOSZENIE"]),
        ("KOMUNIKAT", ["KOMUNIKAT"]),
        ("UWAGA! ZMIANA GODZIN OTWARCIA URZĘDU.", ["ZMIANA GODZIN OTWARCIA URZĘDU"]),
        ("XII SESJA RADY POWIATU", ["XII SESJA RADY POWIATU"]),
        ("Please note: THE OFFICE IS CLOSED today", ["THE OFFICE IS CLOSED"]),
        ("POLSKO-CZESKIE spotkanie", ["POLSKO-CZESKIE"]),
    ],
)
def test_capitals_are_found(text, runs):
    assert list(runs_of_capitals(text)) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Dane GUS, BIP i EFRR",
        "GUS BIP EFRR",
        "Środki z EFRROW i UNESCO",
        "Uchwała nr XII/34/2027 Rady Gminy",
        "Uchwała nr XXXVIII/234/2027",
        "ISBN 978-83-00-00000-0",
        "AE:PL-12345-67890-ABCDE-12",
        "Jan A. B. Przykładowy",
        "COVID-19, PM2.5 i CO2",
        "Zwykłe zdanie. Kolejne zdanie.",
        "",
    ],
)
def test_abbreviations_and_signs_of_files_are_no_capitals(text):
    assert list(runs_of_capitals(text)) == []


def test_capitals_are_found_in_every_kind_of_text(found):
    assert found("capitals", title="WAŻNE OGŁOSZENIE") == ["title"]
    shouted = "<p>Zwykły tekst.</p><p>Tu <b>WAŻNE</b> OGŁOSZENIE dla wszystkich.</p>"
    blocks = [
        ("text", shouted),
        ("heading", {"text": "WAŻNE OGŁOSZENIE", "level": "h2"}),
        ("accordion", {"parts": [{"type": "item", "id": "a", "value": {"heading": "Co?", "text": shouted}}]}),
    ]
    assert found("capitals", *blocks) == ["body.0", "body.1.text", "body.2.parts.a.text"]


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet",
        f"{PLACEHOLDER}: kwota",
        "Kwota: xxx zł",
        "Kwota: XXXX zł",
        "Termin [uzupełnić]",
        "Termin [do uzupełnienia]",
        "Termin: do uzupełnienia",
        "Dnia [data] w siedzibie",
        "On [date] at the office",
        "The amount is to be completed",
        "Date: TBD",
        "Tekst zastępczy",
    ],
)
def test_placeholders_are_found(found, text):
    assert found("placeholder", lead=text) == ["lead"]
    assert found("placeholder", ("text", f"<p>Dobre zdanie.</p><ul><li>{text}</li></ul>")) == ["body.0"]


@pytest.mark.parametrize(
    "text",
    [
        f"{THIRTY} sesja Rady Gminy",
        f"Uchwała nr {THIRTY}/12/2027",
        "Wniosek można uzupełnić do 5 maja",
        "„Rzeka […] nie zna granic”",
        "Zob. [1] i [2]",
        "Metoda, którą znamy",
        "Data: 5 maja 2027 r.",
        "The date is not fixed yet",
    ],
)
def test_what_only_looks_like_a_placeholder_is_none(found, text):
    assert found("placeholder", lead=text) == []


def test_a_table_is_read_cell_by_cell(found):
    table = {"data": [["Rok", "Kwota"], ["2027", "xxx"]], "table_caption": "Kwoty", "first_row_is_table_header": True}
    assert found("placeholder", ("table", table)) == ["body.0"]


def test_a_lead_is_at_most_three_sentences(found):
    assert found("lead-length", lead="a" * 350) == []
    assert found("lead-length", lead="a" * 351) == ["lead"]
