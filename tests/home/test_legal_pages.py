"""The pages that the law asks for say what it asks, once in each language, and are within reach on every page."""

from itertools import pairwise
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.urls import reverse
from django.utils import translation

from content.factories import make_easy_read, make_home, make_privacy_policy, make_sign_language
from content.loading import block
from core.models import AssociationSettings
from core.templatetags.legal_tags import SHORT_NAMES
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from editorial.validation import check_content
from home.models import EasyReadPage, PrivacyPolicyPage, SignLanguagePage
from home.readability import hard_parts
from home.topics import HEADINGS
from library.models import CustomDocument
from tests.many_pages import query_count

LANGUAGES = ["pl", "en"]
MOST = 12
FACTORIES = {
    EasyReadPage: make_easy_read,
    SignLanguagePage: make_sign_language,
    PrivacyPolicyPage: make_privacy_policy,
}
SECTIONS = ["easy_read", "sign_language", "privacy"]


@pytest.fixture
def association(structure):
    return AssociationSettings.for_site(structure["pl"].home.get_site())


def fill(association, **values):
    for name, value in values.items():
        setattr(association, name, value)
    association.full_clean()
    association.save()


def make_recording(name):
    return CustomDocument.objects.create(title="Film", file=ContentFile(b"film", name))


# One in each language


@pytest.mark.parametrize("model", FACTORIES)
def test_a_language_has_one_page_of_each_type(structure, model):
    home = structure["pl"].home
    assert not model.can_create_at(home)

    model.objects.get(locale=home.locale).delete()

    assert model.can_create_at(home)  # though the English one is there
    assert FACTORIES[model](type(home).objects.get(pk=home.pk)).live


@pytest.mark.parametrize("section", SECTIONS)
def test_a_copy_cannot_go_live_beside_the_one_page_nor_stand_in_its_way(structure, section):
    page = structure["pl"].sections[section]
    copy = page.copy(update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=False)

    with pytest.raises(PublishingRefused):
        check_content(copy)
    publish_loaded_content(page, "As if staff had changed it")

    page.unpublish()
    check_content(copy)


@pytest.mark.parametrize("model", FACTORIES)
def test_another_tree_of_the_same_language_gets_no_second_one(structure, model):
    other_home = make_home(structure["pl"].home.get_parent(), title="Druga", slug="druga")

    assert not model.can_create_at(other_home)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_one_page_can_be_changed_as_any_other(structure, section):
    page = structure["pl"].sections[section]
    page.title = "Inny tytuł"

    publish_loaded_content(page, "As if staff had changed it")

    assert type(page).objects.get(pk=page.pk).title == "Inny tytuł"


# What readers get


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["easy_read", "sign_language"])
def test_all_five_topics_stand_in_the_language_of_the_page(structure, read, language, section):
    page = structure[language].sections[section]

    document = read(page.url)

    assert document.html["lang"] == language
    assert [heading["id"] for heading in document.main.find_all("h2")] == [*HEADINGS, "page-record"]
    for topic in page.topics:
        words = document.find(id=topic.name).find_parent("section").get_text()
        assert all(str(part.value) in words for part in topic.stream if part.block_type == "heading")
        assert len(words.split()) > 10


@pytest.mark.parametrize("name", HEADINGS)
def test_no_topic_may_be_left_out(structure, name):
    page = structure["pl"].sections["easy_read"]
    setattr(page, name, [])

    with pytest.raises(PublishingRefused, match=str(HEADINGS[name])):
        check_content(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_that_a_site_starts_with_are_easy_to_read(structure, language):
    page = structure[language].sections["easy_read"]

    assert not hard_parts(topic.stream for topic in page.topics)


def test_contact_data_are_those_of_now_though_the_text_is_kept(structure, association, read):
    address = structure["pl"].sections["easy_read"].url
    read(address)

    fill(association, email="nowy@example.org")

    assert read(address).main.find("a", href="mailto:nowy@example.org")


def test_headings_follow_each_other_without_a_gap(structure, read):
    for section in SECTIONS:
        levels = [
            int(heading.name[1])
            for heading in read(structure["pl"].sections[section].url).find_all(["h1", "h2", "h3", "h4"])
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), section


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_legal_pages_keep_their_budget_of_queries(structure, client, language, section):
    assert query_count(client, structure[language].sections[section].url) <= MOST


# Sign language


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_recording_the_page_says_so_and_how_to_reach_an_interpreter(structure, association, read, language):
    fill(association, email="biuro@example.org", interpreter_url="https://tlumacz.example.org/")

    main = read(structure[language].sections["sign_language"].url).main

    assert main.find(class_="notice")
    assert not main.find("video")
    assert main.find("a", href="https://tlumacz.example.org/")
    assert main.find("a", href="mailto:biuro@example.org")


def test_a_recording_plays_only_when_the_reader_starts_it(structure, read):
    page = structure["pl"].sections["sign_language"]
    page.recording = make_recording("film.mp4")
    publish_loaded_content(page, "With a recording")

    main = read(page.url).main

    video = main.find("video")
    assert video["src"] == page.recording.url
    assert video.has_attr("controls")
    assert not video.has_attr("autoplay")
    assert video["preload"] == "none"
    assert not main.find(class_="notice")


def test_a_recording_elsewhere_is_a_link_that_names_the_other_site(structure, read):
    page = structure["pl"].sections["sign_language"]
    page.recording_url = "https://www.example.org/film"
    publish_loaded_content(page, "With a recording")

    document = read(page.url)

    assert "example.org" in document.main.find("a", href="https://www.example.org/film").get_text()
    assert not document.main.find(["iframe", "video"])


def test_the_english_page_shows_the_recording_of_the_polish_one(structure, read):
    page = structure["pl"].sections["sign_language"]
    page.recording_url = "https://example.org/film"
    publish_loaded_content(page, "With a recording")
    english = structure["en"].sections["sign_language"]

    publish_loaded_content(english, "Approved again")

    assert read(english.url).main.find("a", href="https://example.org/film")


def test_a_recording_that_browsers_do_not_play_is_refused(structure):
    page = structure["pl"].sections["sign_language"]
    page.recording = make_recording("film.avi")
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert set(refused.value.message_dict) == {"recording"}

    page.recording, page.recording_url = make_recording("FILM.WEBM"), "https://example.org/film"
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert set(refused.value.message_dict) == {"recording_url"}


# Privacy


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_names_the_controller_and_its_officer_from_the_settings(structure, association, read, language):
    address = structure[language].sections["privacy"].url
    assert "officer" in str(read(address).main) or "inspektor" in str(read(address).main)

    fill(
        association,
        **{f"name_{language}": "Związek Przykładowy"},
        data_protection_officer="Anna Przykładowa",
        data_protection_email="iod@example.org",
    )

    controller = read(address).find(id="policy-controller").find_parent("section")
    assert "Związek Przykładowy" in controller.get_text()
    assert "Anna Przykładowa" in controller.get_text()
    assert controller.find("a", href="mailto:iod@example.org")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_use_of_data_tells_all_that_article_13_asks(structure, read, language):
    page = structure[language].sections["privacy"]

    shown = read(page.url).find_all(class_="activity")

    assert len(shown) == len(page.activities) >= 4
    for use, part in zip(page.activities, shown, strict=True):
        answers = [each.get_text() for each in part.find_all("dd")]
        asked = ("purpose", "legal_basis", "data", "recipients", "retention", "obligation", "rights")
        assert answers == [use.value[name] for name in asked]
        assert all(answers)


@pytest.mark.parametrize(("language", "words"), [("pl", "Prezesa Urzędu Ochrony"), ("en", "President of the Personal")])
def test_the_policy_says_where_to_complain_and_what_is_not_done(structure, read, language, words):
    text = " ".join(read(structure[language].sections["privacy"].url).main.get_text().split())

    assert words in text
    assert "profil" in text


def test_the_policy_shows_when_it_was_updated_the_same_in_both_languages(structure, read):
    times = {read(structure[language].sections["privacy"].url).time["datetime"] for language in LANGUAGES}

    assert times == {structure["pl"].sections["privacy"].updated_on.isoformat()}


# Within reach


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_top_bar_has_short_links_with_their_full_names(structure, rf, language):
    template = Template('{% include "components/short_legal_links.html" with link_class="x" %}')

    with translation.override(language):
        html = template.render(Context({"request": rf.get(structure[language].home.url)}))
        full_names = [str(full) for _short, full in SHORT_NAMES.values()]

    links = BeautifulSoup(html, "html.parser").find_all("a")
    pages = structure[language].sections
    assert [link["href"] for link in links] == [pages["easy_read"].url, pages["sign_language"].url]
    assert [link.get_text() for link in links] == [f"ETR – {full_names[0]}", f"PJM – {full_names[1]}"]
    assert all(link.find(lang="pl").get_text() in {"ETR", "PJM"} for link in links)


def test_the_footer_has_every_legal_page_and_the_text_file(structure, rf):
    request = rf.get("/")

    with translation.override("pl"):
        html = Template('{% include "components/legal_links.html" %}').render(Context({"request": request}))

    for section in SECTIONS:
        assert f'href="{structure["pl"].sections[section].url}"' in html
    assert 'href="/dzialalnosc.txt"' in html


# The editor


def test_the_editor_of_an_easy_text_names_what_is_hard_and_publishes_it_all_the_same(structure, people, client):
    page = structure["pl"].sections["easy_read"]
    long_sentence = " ".join(["słowo"] * 16) + "."
    page.who_we_are = [block(uuid4(), "text", f"<p>{long_sentence} Wspólnotowościowy plan.</p>")]
    publish_loaded_content(page, "Hard to read")
    client.force_login(people["superuser"])

    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert f"{long_sentence}”" in text
    assert "wspólnotowościowy" in text
    assert EasyReadPage.objects.get(pk=page.pk).live
