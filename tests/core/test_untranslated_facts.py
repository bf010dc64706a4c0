"""What an English page says of the Polish page that it stands in for."""

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone

from content.factories import (
    make_area,
    make_document,
    make_event,
    make_goal,
    make_member,
    make_news,
    make_page,
    make_publication,
    make_translation,
)
from content.loading import block
from home.models import StandardPage
from news.models import EventPage
from tests.many_pages import query_count
from tests.stand_ins import passages, rows, stand_in


def test_a_piece_of_news_tells_its_date_and_when_it_was_published(structure, read):
    news = make_news(structure["pl"].sections["news"], date=date(2027, 5, 5))
    facts = rows(read(stand_in(news)))
    today = timezone.localdate()
    assert facts["Date"] == "5 May 2027"
    assert facts["Published"] == f"{today.day} {today:%B %Y}"


def test_an_event_tells_when_and_where_and_leaves_its_words_in_polish(structure, read):
    event = make_event(
        structure["pl"].sections["events"],
        starts_at=datetime(2097, 3, 12, 9, tzinfo=UTC),
        ends_at=datetime(2097, 3, 12, 10, 30, tzinfo=UTC),
        place="Ratusz, sala 12",
        address="ul. Przykładowa 1\n00-000 Przykład",
        cost="Bilet ulgowy 20 zł",
        registration="Trzeba się zapisać.",
        accessibility="Bez schodów.",
        organiser="Biuro",
        contact_phone="+48 000 000 000",
    )
    document = read(stand_in(event))
    facts = rows(document)
    assert facts["When"] == "12 March 2097, 10:00 am to 11:30 am"
    assert (facts["Where"], facts["Phone"]) == ("Ratusz, sala 12", "+48 000 000 000")
    assert not {"Cost", "Registration", "Accessibility"} & facts.keys()
    assert {"Ratusz, sala 12", "ul. Przykładowa 1", "Biuro"} <= set(passages(document, "pl"))
    for words in (event.cost, event.registration, event.accessibility):
        assert words not in document.get_text()


def test_an_event_that_does_not_take_place_says_so_first(structure, read):
    event = make_event(
        structure["pl"].sections["events"], state=EventPage.State.CANCELLED, state_note="Przewodnik zachorował."
    )
    document = read(stand_in(event))
    notice = document.find(class_="notice--warning").get_text(" ", strip=True)
    assert notice == "Cancelled This event will not take place."
    assert "Przewodnik" not in document.get_text()
    assert "Przewodnik zachorował." in read(event.url).find(class_="notice--warning").get_text()


def test_a_publication_tells_what_its_title_page_says_and_its_files(structure, read):
    document = make_document()
    publication = make_publication(
        structure["pl"].sections["publications"],
        kind="guide",
        year=2026,
        isbn="9788300000005",
        files=[
            block(
                uuid4(),
                "file",
                {"document": document.pk, "title": "Poradnik", "language": "pl", "description": "Cały poradnik."},
            ),
            block(uuid4(), "file", {"document": document.pk, "title": "Guide", "language": "en", "description": ""}),
        ],
    )
    page = read(stand_in(publication))
    facts = rows(page)
    assert (facts["Type"], facts["Year"], facts["ISBN"]) == ("Guide", "2026", "978-83-00-00000-5")
    polish, english = page.find(class_="file-list").find_all("a")
    assert (polish["hreflang"], english.get("hreflang")) == ("pl", None)
    assert polish.find(class_="file-row__title")["lang"] == "pl"
    assert re.search(r"PDF, [\d.]+\sKB, .*, Polish", polish.find(class_="file-row__facts").get_text())
    assert "Cały poradnik." not in page.get_text()


def test_files_and_contacts_of_a_text_are_told_however_deep_they_stand(structure, read):
    document = make_document()
    value = {"document": document.pk, "title": "Uchwała", "language": "pl", "description": ""}
    files = {"heading": "Pliki", "files": [{"type": "item", "id": str(uuid4()), "value": value}]}
    contact = {
        "name": "Sekretariat",
        "function": "Przyjmuje pisma",
        "phone": "+48 000 000 001",
        "email": "sekretariat@example.org",
        "office_hours": "w dni robocze",
        "address": "ul. Inna 2",
    }
    page = make_page(
        StandardPage,
        structure["pl"].home,
        body=[block(uuid4(), "files", files), block(uuid4(), "contact", contact)],
    )
    shown = read(stand_in(page))
    assert shown.find(class_="file-row__title").get_text() == "Uchwała"
    card = shown.find(class_="contact-card")
    assert {"Sekretariat", "ul. Inna 2"} <= set(passages(shown, "pl"))
    assert card.find("a", href="tel:+48000000001")
    assert "Przyjmuje" not in shown.get_text()
    assert "w dni robocze" not in shown.get_text()


def test_a_member_tells_its_figures_and_how_to_reach_it(structure, read):
    member = make_member(
        structure["pl"].sections["members"],
        population=1234,
        population_date=date(2025, 12, 31),
        population_source="Główny Urząd",
        phone="+48 000 000 000",
        email="gmina@example.org",
    )
    shown = read(stand_in(member))
    facts = rows(shown)
    assert facts["Population"] == "1,234 As of 31 December 2025"
    assert "Główny Urząd" not in shown.get_text()
    assert (facts["Phone"], facts["E-mail"]) == (member.phone, member.email)


def test_related_pages_are_linked_in_english_where_they_are(structure, read):
    members = structure["pl"].sections["members"]
    with_english, without = (make_member(members, title=title, slug=title.lower()) for title in ("Lipy", "Buki"))
    english = make_translation(with_english, title="Limes", slug="limes")
    draft = make_member(members, title="Olchy", live=False)
    area = structure["pl"].areas["culture"]
    news = make_news(structure["pl"].sections["news"], members=[with_english, without, draft], areas=[area])
    shown = read(stand_in(news))
    links = {link.get_text(strip=True): link["href"] for link in shown.main.find_all("a", class_="link-list__link")}
    assert links == {
        structure["en"].areas["culture"].title: structure["en"].areas["culture"].url,
        "Limes": english.url,
        "Buki": stand_in(without),
    }
    assert "Buki" in passages(shown, "pl")
    assert "Limes" in passages(shown, "en")
    assert read(stand_in(without))


def test_a_goal_tells_which_areas_serve_it_and_an_area_its_goals(structure, read):
    goal = make_goal(structure["pl"].sections["goals"], title="Cel", number=77)
    area = make_area(structure["pl"].sections["areas"], title="Obszar", number=88, goals=[goal])
    for page, other, number in ((goal, area, "77"), (area, goal, "88")):
        shown = read(stand_in(page))
        assert rows(shown)["Number in the statute"] == number
        assert shown.main.find("a", class_="link-list__link")["href"] == stand_in(other)


def test_more_relations_files_and_contacts_take_no_query_more(client, structure):
    def page(number: int) -> Any:
        members = [make_member(structure["pl"].sections["members"]) for _each in range(number)]
        for member in members[::2]:
            make_translation(member, slug=f"member-{member.pk}")
        files = [
            {
                "type": "item",
                "id": str(uuid4()),
                "value": {"document": make_document().pk, "title": "Plik", "language": "pl", "description": ""},
            }
            for _each in range(number)
        ]
        body = [block(uuid4(), "files", {"heading": "", "files": files})]
        areas = list(structure["pl"].areas.values())[:number]
        return make_news(structure["pl"].sections["news"], members=members, areas=areas, body=body)

    few, many = query_count(client, stand_in(page(2))), query_count(client, stand_in(page(9)))
    assert few == many
    assert many <= 16
