"""What a text claims, found in Polish and in English with the same values."""

from fractions import Fraction

import pytest

from translation.facts.extraction import facts_in
from translation.facts.kinds import FactKind

NUMBER, AMOUNT, CURRENCY = FactKind.NUMBER, FactKind.AMOUNT, FactKind.CURRENCY
DATE, TIME, PERCENTAGE = FactKind.DATE, FactKind.TIME, FactKind.PERCENTAGE


def values(text, language, kind):
    return [fact.value for fact in facts_in(text, language) if fact.kind == kind and not fact.loose]


@pytest.mark.parametrize(
    ("polish", "english", "value"),
    [
        ("5 mln zł", "PLN 5 million", (5_000_000, "PLN")),
        ("5 milionów złotych", "5 million zlotys", (5_000_000, "PLN")),
        ("1 234 567,89 zł", "PLN 1,234,567.89", (Fraction("1234567.89"), "PLN")),
        ("1\u00a0234\u00a0567,89\u00a0zł", "1 234 567.89 PLN", (Fraction("1234567.89"), "PLN")),
        ("1\u2009234,50 zł", "1,234.50 zł", (Fraction("1234.5"), "PLN")),
        ("3 mln euro", "€3 million", (3_000_000, "EUR")),
        ("3 mln euro", "EUR 3m", (3_000_000, "EUR")),
        ("2 mld USD", "$2bn", (2_000_000_000, "USD")),
        ("5.000 zł", "PLN 5,000", (5_000, "PLN")),
        ("25 zł 50 gr", "PLN 25.50", (Fraction("25.5"), "PLN")),
        ("50 groszy", "50 groszy", (Fraction("0.5"), "PLN")),
        ("pół miliona złotych", "half a million zlotys", (500_000, "PLN")),
        ("2 mln 350 tys. zł", "PLN 2.35 million", (2_350_000, "PLN")),
        ("milion trzysta tysięcy złotych", "PLN 1.3 million", (1_300_000, "PLN")),
        ("15 zł/m²", "PLN 15 per square metre", (15, "PLN", "m²")),
        ("500,- zł", "PLN 500", (500, "PLN")),
    ],
)
def test_amounts_are_equal_in_both_languages(polish, english, value):
    assert values(polish, "pl", AMOUNT) == [value]
    assert values(english, "en", AMOUNT) == [value]


@pytest.mark.parametrize(
    ("polish", "english", "low", "high"),
    [
        ("od 2 do 5 mln zł", "PLN 2–5 million", 2_000_000, 5_000_000),
        ("od 2 do 5 mln zł", "between PLN 2 million and PLN 5 million", 2_000_000, 5_000_000),
        ("od 500 do 2 tys. zł", "from PLN 500 to PLN 2,000", 500, 2_000),
        ("20–30 tys. zł", "PLN 20,000–30,000", 20_000, 30_000),
    ],
)
def test_the_ends_of_a_range_share_scale_and_currency(polish, english, low, high):
    for text, language in ((polish, "pl"), (english, "en")):
        assert values(text, language, AMOUNT) == [(low, "PLN"), (high, "PLN")]


def test_a_currency_alone():
    assert values("Kwoty podano w złotych.", "pl", CURRENCY) == [("PLN",)]
    assert values("All sums are in zlotys.", "en", CURRENCY) == [("PLN",)]


@pytest.mark.parametrize(
    ("polish", "english", "dates"),
    [
        ("od 3 do 14 marca 2027 r.", "from 3 to 14 March 2027", [(2027, 3, 3), (2027, 3, 14)]),
        ("3–14 marca 2027 r.", "3–14 March 2027", [(2027, 3, 3), (2027, 3, 14)]),
        ("od 3 do 14 marca 2027 r.", "March 3–14, 2027", [(2027, 3, 3), (2027, 3, 14)]),
        ("3–14.03.2027", "3 to 14 March 2027", [(2027, 3, 3), (2027, 3, 14)]),
        ("3.03–14.03.2027 r.", "3 March to 14 March 2027", [(2027, 3, 3), (2027, 3, 14)]),
        ("od 28 lutego do 3 marca 2027 r.", "28 February–3 March 2027", [(2027, 2, 28), (2027, 3, 3)]),
        ("w nocy z 30 na 31 marca", "on the night of 30/31 March", [(None, 3, 30), (None, 3, 31)]),
        ("3.03.2027", "3/03/2027", [(2027, 3, 3)]),
        ("3 III 2027", "2027-03-03", [(2027, 3, 3)]),
        ("trzeciego marca 2027 r.", "the 3rd of March, 2027", [(2027, 3, 3)]),
        ("dwudziestego siódmego maja", "27th May", [(None, 5, 27)]),
        ("w marcu i kwietniu 2027 r.", "in March and April 2027", [(2027, 3, None), (2027, 4, None)]),
        ("w latach 2021–2027", "in 2021–2027", [(2021, None, None), (2027, None, None)]),
        ("w latach 2021-27", "in 2021-27", [(2021, None, None), (2027, None, None)]),
        ("w III kwartale 2027 r.", "in the third quarter of 2027", [("quarter", 3), (2027, None, None)]),
        ("w 3. kwartale", "in Q3", [("quarter", 3)]),
        ("w I półroczu", "in the first half", [("half", 1)]),
        ("w XXI wieku", "in the 21st century", [("century", 21)]),
        ("w latach 90.", "in the 1990s", [("decade", 1990)]),
        ("w każdy wtorek", "every Tuesday", [("weekday", 2)]),
        ("pon.–pt.", "Mon–Fri", [("weekday", 1), ("weekday", 5)]),
        ("ul. 3 Maja", "ul. 3 Maja", [(None, 5, 3)]),
    ],
)
def test_dates_are_equal_in_both_languages(polish, english, dates):
    assert values(polish, "pl", DATE) == dates
    assert values(english, "en", DATE) == dates


@pytest.mark.parametrize("text", ["You may apply.", "May I help you?", "The march begins here.", "Maja Lis has won."])
def test_a_verb_or_a_name_is_no_month(text):
    assert values(text, "en", DATE) == []


@pytest.mark.parametrize(
    ("polish", "english", "times"),
    [
        ("godz. 7.30–15.30", "7:30 am to 3:30 pm", [(7, 30), (15, 30)]),
        ("w godz. 8–16", "8 am to 4 pm", [(8, 0), (16, 0)]),
        ("w godzinach od 9 do 12", "9 am–12 noon", [(9, 0), (12, 0)]),
        ("o godz. 19:30", "at 7.30 p.m.", [(19, 30)]),
        ("w południe", "at noon", [(12, 0)]),
        ("do północy", "until midnight", [(0, 0)]),
        ("o godzinie siedemnastej", "at 5 pm", [(17, 0)]),
        ("o siedemnastej trzydzieści", "at 17:30", [(17, 30)]),
        ("wtorek 10–14", "10 am–2 pm", [(10, 0), (14, 0)]),
        ("godz. 7³⁰", "7:30 am", [(7, 30)]),
        ("wpół do ósmej", "half past seven", [(7, 30)]),
    ],
)
def test_times_are_equal_in_both_languages(polish, english, times):
    assert values(polish, "pl", TIME) == times
    assert values(english, "en", TIME) == times


@pytest.mark.parametrize(
    ("polish", "english", "value"),
    [
        ("12,5 %", "12.5%", (Fraction("12.5"), "%")),
        ("12,5%", "12.5 per cent", (Fraction("12.5"), "%")),
        ("dwadzieścia procent", "twenty percent", (20, "%")),
        ("50-procentowy", "50-per-cent", (50, "%")),
        ("o 0,4 punktu procentowego", "by 0.4 percentage points", (Fraction("0.4"), "pp")),
        ("o 2 pkt proc.", "by 2 pp", (2, "pp")),
    ],
)
def test_percentages_are_equal_in_both_languages(polish, english, value):
    assert values(polish, "pl", PERCENTAGE) == [value]
    assert values(english, "en", PERCENTAGE) == [value]


@pytest.mark.parametrize(
    ("polish", "english", "value"),
    [
        ("2,5 tys. osób", "2,500 people", (2_500, "")),
        ("jedenaście gmin", "eleven municipalities", (11, "")),
        ("jedenastu gmin", "11 municipalities", (11, "")),
        ("pięćset drzew", "five hundred trees", (500, "")),
        ("pięciuset drzew", "500 trees", (500, "")),
        ("dwadzieścia pięć osób", "twenty-five people", (25, "")),
        ("sto dwadzieścia tysięcy", "a hundred and twenty thousand", (120_000, "")),
        ("półtora roku", "a year and a half", (Fraction(3, 2), "")),
        ("dwa i pół tysiąca", "two and a half thousand", (2_500, "")),
        ("dwukrotnie", "twice", (2, "")),
        ("tuzin jaj", "a dozen eggs", (12, "")),
        ("troje dzieci", "three children", (3, "")),
        ("trzecia edycja", "the third edition", (3, "")),
        ("XIV sesja", "the 14th session", (14, "")),
        ("dwie trzecie", "two thirds", (Fraction(2, 3), "")),
        ("3/4", "three quarters", (Fraction(3, 4), "")),
        ("12,5 km", "12.5 kilometres", (Fraction("12.5"), "km")),
        ("180 m kw.", "180 square metres", (180, "m²")),
        ("20 m2", "20 m²", (20, "m²")),
        ("500 kW", "500 kW", (500, "kw")),
        ("120 km/h", "120 km/h", (120, "km/h")),
        ("–20°C", "–20 °C", (-20, "°C")),
        ("trzydniowy", "three-day", (3, "day")),
        ("12-miesięczny", "12-month", (12, "month")),
        ("14 dni roboczych", "14 working days", (14, "workday")),
        ("siedemsetlecie", "700 years", (700, "year")),
        ("kwadrans", "a quarter of an hour", (15, "minute")),
    ],
)
def test_numbers_are_equal_in_both_languages(polish, english, value):
    for text, language in ((polish, "pl"), (english, "en")):
        found = values(text, language, NUMBER)
        assert [each if value[1] else (each[0], "") for each in found] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("uchwała nr XII/34/2026", "XII/34/2026"),
        ("komunikat nr 3/2027", "3/2027"),
        ("sprawa OR.0050.12.2027", "OR.0050.12.2027"),
        ("kod 00-123 Lipowo", "00-123"),
        ("NIP 123-456-78-90", "1234567890"),
        ("KRS 0000123456", "0000123456"),
        ("rachunek 12 3456 7890 1234 5678 9012 3456", "12345678901234567890123456"),
        ("droga S7", "S7"),
    ],
)
def test_designations_are_told_from_numbers(text, value):
    assert (value,) in values(text, "pl", NUMBER)


def test_articles_of_an_act_are_numbers():
    assert values("art. 5 ust. 2", "pl", NUMBER) == [(5, ""), (2, "")]
    assert values("Article 5(2)", "en", NUMBER) == [(5, ""), (2, "")]


@pytest.mark.parametrize(
    "written",
    [
        "12 345 67 89",
        "+48 12 345 67 89",
        "(12) 345-67-89",
        "123456789",
        "+48123456789",
        "0048 123 456 789",
        "123-456-789",
    ],
)
def test_phone_numbers_are_equal_in_any_grouping(written):
    assert values(f"tel. {written}", "pl", FactKind.PHONE) == [("123456789",)]


def test_a_large_number_of_people_is_no_phone_number():
    assert values("123 456 789 zł", "pl", FactKind.PHONE) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Piszcie: Biuro@Lipowo.example.", FactKind.EMAIL, "biuro@lipowo.example"),
        ("Zob. https://www.lipowo.example/nabory/.", FactKind.LINK, "lipowo.example/nabory"),
        ("Zob. www.lipowo.example/nabory", FactKind.LINK, "lipowo.example/nabory"),
        ("na stronie lipowo.example/pl/nabory", FactKind.LINK, "lipowo.example/nabory"),
        ("plik zalacznik_nr_1.docx", FactKind.FILE, "zalacznik_nr_1.docx"),
    ],
)
def test_addresses_and_files(text, kind, value):
    assert values(text, "pl", kind) == [(value,)]


def hard_negations(text, language):
    return [fact.text for fact in facts_in(text, language) if fact.kind == FactKind.NEGATION and not fact.loose]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nie przyjmujemy zgłoszeń.", 1),
        ("Nikt nie zgłosił uwag.", 1),
        ("Nie ma żadnych opłat ani kosztów.", 1),
        ("Nikt nie ucierpiał, ewakuacja nie była potrzebna.", 2),
        ("Obowiązuje zakaz wjazdu.", 1),
        ("Brak uwag.", 1),
        ("Oferty bez podpisu odrzucamy.", 1),
        ("Udział jest nieodpłatny.", 0),
        ("Nie tylko gminy, ale i powiaty.", 0),
        ("Nie później niż 5 maja.", 0),
        ("Nieruchomość w niedzielę, niektóre osoby z niepełnosprawnościami.", 0),
        ("Odpowiedź na nie jest gotowa.", 0),
    ],
)
def test_polish_negations(text, count):
    assert len(hard_negations(text, "pl")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Applications will not be returned.", 1),
        ("We don't accept cards.", 1),
        ("Nobody objected.", 1),
        ("Neither cash nor cards are accepted.", 1),
        ("Smoking is prohibited.", 1),
        ("No dogs without a muzzle.", 2),
        ("See No. 5.", 0),
        ("No later than 5 May.", 0),
        ("Not only municipalities.", 0),
        ("The form is incomplete.", 0),
        ("Entry is free of charge.", 0),
        ("Do not hesitate to call.", 0),
    ],
)
def test_english_negations(text, count):
    assert len(hard_negations(text, "en")) == count


def test_names_are_words_with_a_capital_inside_of_a_sentence():
    names = [fact.text for fact in facts_in("Wójt Jan Nowak był w Lipowie.", "pl") if fact.kind == FactKind.NAME]
    assert names == ["Jan", "Nowak", "Lipowie"]


def test_facts_say_where_they_stand():
    text = "Dotacja: 5 mln zł, termin: 3 marca 2027 r."
    for fact in facts_in(text, "pl"):
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("text", ["", " ", "\n", "—", "„”", "½", "€", "%"])
def test_almost_nothing_claims_nothing(text):
    assert [fact for fact in facts_in(text, "pl") if fact.kind not in (NUMBER, CURRENCY)] == []
