"""A member's profile for readers, in both languages."""

from datetime import date

from content.factories import make_member, make_news, make_translation


def test_profile_shows_facts_in_the_readers_language(client, structure):
    member = make_member(
        structure["pl"].sections["members"],
        official_name="Gmina Przykładowa",
        population=12345,
        population_date=date(2025, 12, 31),
        population_source="Urząd",
        area_km2="123.40",
        area_date=date(2025, 1, 1),
        area_source="Rejestr",
        phone="+48 12 345-67-89",
        latitude="51.12345",
        longitude="17.5",
    )
    english = make_translation(member, population_source="Office", area_source="Register")
    polish_content = client.get(member.url).content.decode()
    english_content = client.get(english.url).content.decode()
    assert "12\xa0345" in polish_content
    assert "123,40 km²" in polish_content
    assert "12,345" in english_content
    assert "123.40 km²" in english_content
    assert "31 December 2025, Office" in english_content
    assert '<span lang="pl">Gmina Przykładowa</span>' in english_content
    assert '<span lang="pl">' not in polish_content
    assert 'href="tel:+48123456789"' in english_content
    assert "51.12345° N, 17.50000° E" in english_content


def test_note_of_one_fact_stays_with_it(client, structure):
    member = make_member(
        structure["pl"].sections["members"],
        area_km2="1",
        area_date=date(2025, 1, 1),
        area_source="Rejestr",
        joined_on=date(2015, 5, 4),
        accession_resolution="Uchwała 1",
    )
    assert client.get(member.url).content.decode().count("Rejestr") == 1


def test_profile_lists_the_news_that_names_it(client, structure):
    member = make_member(structure["pl"].sections["members"])
    make_news(structure["pl"].sections["news"], title="O tej gminie", members=[member])
    make_news(structure["pl"].sections["news"], title="O czym innym")
    content = client.get(member.url).content.decode()
    assert "O tej gminie" in content
    assert "O czym innym" not in content


def test_a_fact_whose_source_is_not_translated_yet_says_of_which_day_it_is(client, structure):
    member = make_member(
        structure["pl"].sections["members"],
        population=12345,
        population_date=date(2025, 12, 31),
        population_source="Urząd",
    )
    english = make_translation(member, population_source="")

    assert "As of 31 December 2025<" in client.get(english.url).content.decode()
