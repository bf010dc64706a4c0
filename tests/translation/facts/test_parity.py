"""What a Polish text and its translation say differently."""

import pytest
from django.utils import translation

from translation.facts.kinds import FactKind
from translation.facts.parity import compare


def found(polish, english, **targets):
    return [
        (each.kind, each.polish.text if each.polish else None, each.english.text if each.english else None)
        for each in compare(polish, english, **targets)
    ]


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("w Lipowie", "in Lipowo"),
        ("Spotkaliśmy się w Lipowie.", "We met in Lipowo."),
        ("Spotkaliśmy się w Krakowie nad Wisłą.", "We met in Cracow on the Vistula."),
        ("Napisał to Jan Paweł II.", "John Paul II wrote it."),
        ("Zapraszamy do Urzędu Gminy.", "Come to the Municipal Office."),
        ("Trasa ma 1,5 km.", "The route is 1,500 m long."),
        ("Umowa na 2 lata.", "A contract for 24 months."),
        ("Połowa kosztów.", "50% of the costs."),
        ("Otwarte o 9.", "Open at 9 am."),
        ("W 2027 r. nabór trwa do 3 marca.", "In 2027 the call is open until 3 March 2027."),
        ("We wtorek, 9 marca 2027 r.", "On 9 March 2027."),
        ("Dotacja 5 mln zł. Te 5 mln zł wystarczy.", "A grant of PLN 5 million, which is enough."),
        ("Jedna z gmin.", "A municipality."),
        ("Obie gminy.", "The two municipalities."),
        ("Niezwłocznie odpowiemy.", "We will answer without delay."),
        ("Nie ma opłat.", "It is free of charge."),
        ("Nie może być wyższa niż 5%.", "At most 5%."),
        ("Nie zapomnij parasola.", "Remember your umbrella."),
        ("Infolinia działa całą dobę.", "The helpline works 24 hours a day."),
        ("Biuro czynne w dni robocze.", "The office is open Monday to Friday."),
        ("w Dobrolesie", "in Dobrolas"),
        ("Sześcioosobowa komisja.", "A six-member committee."),
        ("Kwadrans po ósmej wieczorem.", "At a quarter past eight in the evening."),
        ("Przez ćwierć wieku.", "For 25 years."),
        ("Zgoda nie jest wymagana.", "Consent is optional."),
        ("Zero skarg.", "No complaints."),
        ("Mecz 16 V o 15.00.", "The match is on 16 May at 3 pm."),
        ("w latach sześćdziesiątych XX wieku", "in the 1960s"),
        ("Plik JPG.", "A JPEG file."),
        ("PLN 1,2 mln, czyli 75%", "PLN 1.2 million, 75%"),
        ("Gmina nie podniesie podatku.", "The tax stays as it is."),
        ("Wniosków niekompletnych nie rozpatrujemy.", "Only complete applications are considered."),
        ("Woda nie nadaje się do picia bez przegotowania.", "The water must be boiled before drinking."),
        ("Sesja nie odbędzie się 5 maja.", "The session on 5 May has been called off."),
        ("Urząd nie przyjął skargi.", "The office declined the complaint."),
        ("Wyników nie poznamy przed 15 marca.", "The results will be known after 15 March."),
        ("Kto nie ukończył 18 lat, płaci mniej.", "Those under 18 pay less."),
        ("Nie ma jeszcze zgody.", "Consent has yet to be given."),
        ("Gmina nie ma długów.", "The municipality is debt-free."),
        ("Za złamanie zakazu grozi mandat.", "Breaking the rule may lead to a fine."),
        ("Otwarcie o 10.00, wykład pół godziny później.", "The opening is at 10 am, the lecture at 10.30 am."),
        ("do końca maja", "by 31 May"),
        ("w Wigilię", "on 24 December"),
        ("w soboty i niedziele", "at weekends"),
        ("Cena to 60%, gwarancja 40%.", "Price counts for 60% and the warranty for the other forty."),
        ("Zaliczka to 400 z 1200 zł.", "The advance is PLN 400 of PLN 1,200."),
        ("Trzy gminy na cztery.", "75% of municipalities."),
        ("Od stycznia do marca spadło.", "It fell in the first quarter."),
        ("Od stycznia do września spadło.", "It fell in the first nine months."),
        ("Wzrost z 41 do 48 proc., o 7 punktów.", "Up from 41 to 48 per cent, by 7 percentage points."),
        ("Od 10.00 do 13.00, trzy godziny.", "Three hours, from 10 am."),
        ("Czynne 7 dni w tygodniu.", "Open every day of the week."),
        ("w godzinę i kwadrans", "in an hour and a quarter"),
        ("Zgodziło się 12 z 19 gmin.", "Of 19 municipalities 12 agreed; the other seven waited."),
        ("Dług spadł z 21 do 14 mln zł.", "Debt fell from PLN 21 million to PLN 14 million."),
        ("od poniedziałku 9 do piątku 27 marca", "from Monday 9 March to Friday 27 March"),
        ("przez dwie dekady", "for twenty years"),
        ("w latach 20. XXI wieku", "in the 2020s"),
        ("pierwsze 30 minut", "the first half-hour"),
        ("Wniosek (wniosek.docx).", "The form, wniosek.docx."),
        ("w powiecie sosnowskim", "in Sosnowo County"),
        ("na granicy Starej Wsi", "on the boundary of Stara Wieś"),
        ("Byliśmy w Bratysławie.", "We were in Bratislava."),
        ("Wniosek składa się najpóźniej na 7 dni przed terminem.", "Apply at least 7 days before the date."),
        ("Droga będzie zamknięta do 3 marca.", "The road will reopen after 3 March."),
        ("ponad 40 osób", "over 40 people"),
        ("co drugi dzień", "every other day"),
        ("co dwa tygodnie", "on alternate weeks"),
        ("przez kwartał", "for three months"),
        ("Nie są potrzebne dalsze działania.", "No further action is needed."),
        ("mapa w skali 1:50 000", "a 1:50,000 map"),
        ("współpracuje z czeskim Hradiskiem", "works with Hradisko in Czechia"),
        ("w ciągu tygodnia", "within seven days"),
        ("dla dzieci do lat pięciu", "for under-fives"),
        ("Wnioski przyjmujemy nie później niż 3 marca.", "Applications are accepted until 3 March at the latest."),
        ("", ""),
    ],
)
def test_what_is_the_same_is_no_difference(polish, english):
    assert found(polish, english) == []


@pytest.mark.parametrize(
    ("polish", "english", "kind", "said"),
    [
        ("5 mln zł", "PLN 50 million", FactKind.AMOUNT, ("5 mln zł", "PLN 50 million")),
        ("5 mln zł", "EUR 5 million", FactKind.CURRENCY, ("5 mln zł", "EUR 5 million")),
        ("5 mln zł", "5 million", FactKind.CURRENCY, ("5 mln zł", "5 million")),
        ("do 3 marca", "by 4 March", FactKind.DATE, ("3 marca", "4 March")),
        ("do 3 marca 2027 r.", "by 3 March 2028", FactKind.DATE, ("3 marca 2027 r.", "3 March 2028")),
        ("nie później niż 3 marca", "no earlier than 3 March", FactKind.DATE, ("3 marca", "3 March")),
        ("Zapisy od 3 marca.", "Register by 3 March.", FactKind.DATE, ("3 marca", "3 March")),
        ("ponad 40 osób", "under 40 people", FactKind.NUMBER, ("40", "40")),
        ("co dwa tygodnie", "every week", FactKind.NUMBER, ("dwa tygodnie", "week")),
        ("przez kwartał", "for four months", FactKind.NUMBER, ("kwartał", "four months")),
        ("mapa w skali 1:50 000", "a 1:25,000 map", FactKind.NUMBER, ("1:50 000", "1:25,000")),
        ("w ciągu tygodnia", "within ten days", FactKind.NUMBER, ("ciągu tygodnia", "ten days")),
        ("we wtorek", "on Wednesday", FactKind.DATE, ("wtorek", "Wednesday")),
        ("o godz. 17.00", "at 5 am", FactKind.TIME, ("17.00", "5 am")),
        ("wtorek 10–14", "Tuesday 10 am–3 pm", FactKind.TIME, ("14", "3 pm")),
        ("o 2 punkty procentowe", "by 2%", FactKind.PERCENTAGE, ("2 punkty procentowe", "2%")),
        ("12 miesięcy", "12 weeks", FactKind.NUMBER, ("12 miesięcy", "12 weeks")),
        ("jedenaście gmin", "twelve municipalities", FactKind.NUMBER, ("jedenaście", "twelve")),
        ("pierwszy etap", "the second stage", FactKind.NUMBER, ("pierwszy", "second")),
        ("10 kobiet i 10 mężczyzn", "10 women and 12 men", FactKind.NUMBER, ("10", "12")),
        ("biuro@a.example", "office@a.example", FactKind.EMAIL, ("biuro@a.example", "office@a.example")),
        ("tel. 12 345 67 89", "tel. 12 345 67 98", FactKind.PHONE, ("12 345 67 89", "12 345 67 98")),
        ("a.pdf", "b.pdf", FactKind.FILE, ("a.pdf", "b.pdf")),
        ("w formacie PDF", "in DOCX format", FactKind.FILE, ("PDF", "DOCX")),
        ("o wpół do ósmej wieczorem", "at 8.30 pm", FactKind.TIME, ("wpół do ósmej", "8.30 pm")),
        ("Byliśmy w Lipowie.", "We were in Lipno.", FactKind.NAME, ("Lipowie", "Lipno")),
        ("Pisze Anna Lis.", "Anna Wolf writes.", FactKind.NAME, ("Lis", "Wolf")),
        ("Byliśmy w Kątach.", "We were in Kątno.", FactKind.NAME, ("Kątach", "Kątno")),
        ("Byliśmy w Bratysławie.", "We were in Budapest.", FactKind.NAME, ("Bratysławie", "Budapest")),
        ("Dostał Złoty Krzyż.", "He received the Silver Cross.", FactKind.NAME, ("Złoty", "Silver")),
        ("co najmniej 40 osób", "at most 40 people", FactKind.NUMBER, ("40", "40")),
        ("nie więcej niż 5 zł", "at least PLN 5", FactKind.AMOUNT, ("5 zł", "PLN 5")),
        ("Maksymalna kwota to 5 zł.", "At least PLN 5.", FactKind.AMOUNT, ("5 zł", "PLN 5")),
        ("do 70% kosztów", "no less than 70% of the costs", FactKind.PERCENTAGE, ("70%", "70%")),
        ("do końca maja", "by 30 May", FactKind.DATE, ("maja", "30 May")),
        ("w Wigilię", "on 23 December", FactKind.DATE, ("Wigilię", "23 December")),
        ("pokój 3A", "room 3B", FactKind.NUMBER, ("3A", "3B")),
        ("od 12.00 do 17.30", "from midnight to 5.30 pm", FactKind.TIME, ("12.00", "midnight")),
    ],
)
def test_an_error_of_one_fact_is_one_change(polish, english, kind, said):
    assert found(polish, english) == [(kind, *said)]


@pytest.mark.parametrize(
    ("polish", "english", "said"),
    [
        ("Wniosków nie zwracamy.", "Applications are returned.", ("nie zwracamy", None)),
        ("Wnioski zwracamy.", "Applications are not returned.", (None, "not returned")),
        ("Udział jest bezpłatny.", "There is a charge.", ("bezpłatny", None)),
        ("Są zwolnieni z opłat.", "They are not exempt from fees.", (None, "not exempt")),
        ("Nie są zwolnieni z opłat.", "They are exempt from fees.", ("Nie są", None)),
        ("Nie tylko gminy.", "Only municipalities.", ("Nie tylko", None)),
        ("Lokal jest niedostępny.", "The place is accessible.", ("niedostępny", None)),
        ("Lokal jest dostępny.", "The place is inaccessible.", (None, "inaccessible")),
        ("Nie później niż 3 dni.", "Later than 3 days.", ("Nie później", None)),
        ("Szkoły nikt nie zamknie.", "The school will be closed.", ("nikt nie", None)),
        ("Sąd nie uwzględnił skargi.", "The court upheld the complaint.", ("nie uwzględnił", None)),
        ("Nie muszą składać wniosku.", "They are required to make an application.", ("Nie muszą", None)),
        ("Woda nadaje się do picia.", "The water is unfit to drink.", (None, "unfit")),
        ("Wszystkie gminy oprócz Lipowa.", "All municipalities, including Lipowo.", ("oprócz", None)),
        ("Udział jest obowiązkowy.", "Taking part is voluntary.", (None, "voluntary")),
        ("Prosimy nie pić wody.", "Please drink water only after boiling.", ("nie pić", None)),
        ("Podpis jest wymagany.", "A signature is not required.", (None, "not required")),
        ("Lokal spełnia wymogi.", "The premises fail to meet requirements.", (None, "fail")),
        ("Niekompletne wnioski nie będą oceniane.", "Incomplete applications will be assessed.", ("nie będą", None)),
    ],
)
def test_a_negation_on_one_side_is_a_difference(polish, english, said):
    assert found(polish, english) == [(FactKind.NEGATION, *said)]


def test_what_is_missing_and_what_is_added():
    assert found("Nabór trwa 14 dni.", "The call is open.") == [(FactKind.NUMBER, "14 dni", None)]
    assert found("Nabór trwa.", "The call is open for 14 days.") == [(FactKind.NUMBER, None, "14 days")]


def test_targets_of_links_are_compared_as_they_are_given():
    same = {"polish_targets": ["page:1", "document:2"], "english_targets": ["document:2", "page:1"]}
    assert found("", "", **same) == []
    assert found("", "", polish_targets=["page:1"], english_targets=["page:2"]) == [(FactKind.LINK, "page:1", "page:2")]
    assert found("", "", polish_targets=["document:1"]) == [(FactKind.FILE, "document:1", None)]


def test_an_address_may_be_written_in_one_language_and_linked_in_the_other():
    targets = {"polish_targets": ["https://www.a.example/"], "english_targets": ["https://www.a.example/"]}
    assert found("Zob. www.a.example", "See our website", **targets) == []


def test_differences_come_in_the_order_of_the_polish_text():
    differing = found("Do 3 marca 5 mln zł dla 12 gmin.", "By 4 March PLN 6 million for 13 municipalities.")
    assert [kind for kind, _polish, _english in differing] == [FactKind.DATE, FactKind.AMOUNT, FactKind.NUMBER]


def test_a_difference_is_told_in_one_sentence():
    with translation.override("en"):
        (amount,) = compare("5 mln zł", "PLN 50 million")
        assert str(amount) == "Amount: the Polish text says “5 mln zł”, the English one “PLN 50 million”."
        (negation,) = compare("Nie zwracamy.", "We return it.")
        assert str(negation) == "Negation: “Nie zwracamy” in the Polish text has no counterpart in the English one."
        (number,) = compare("Nabór trwa.", "It lasts 14 days.")
        assert (
            str(number) == "Number or designation: “14 days” in the English text has no counterpart in the Polish one."
        )


def test_a_limit_that_was_turned_round_is_told_as_one():
    with translation.override("en"):
        (number,) = compare("Co najmniej 40 osób.", "At most 40 people.")
        assert str(number) == "Number or designation: the Polish text says at least “40”, the English one at most."
        (amount,) = compare("Najwyżej 5 zł.", "At least PLN 5.")
        assert str(amount) == "Amount: the Polish text says at most “5 zł”, the English one at least."


def test_a_denial_is_looked_for_in_the_sentence_that_says_the_same():
    polish = "Szpital nie wstrzymał przyjęć, choć zajęte są wszystkie 42 łóżka. Odwiedziny zawieszono."
    english = "The hospital is still admitting patients, though all 42 beds are taken. Visiting is suspended."
    assert found(polish, english) == []
    moved = "Visiting is suspended. The hospital has suspended admissions, though all 42 beds are taken."
    assert found(polish, moved) == [(FactKind.NEGATION, "nie wstrzymał", None)]
