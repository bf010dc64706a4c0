"""The picture of each page that other sites show."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from content.factories import make_image, make_member, make_news, make_translation
from core.landscape import Position
from core.models import AssociationSettings
from core.social_images import HEIGHT, LAND, MARGIN, WIDTH, SocialImage, draw, social_image_path
from editorial.publishing import publish_loaded_content

PICTURE = SocialImage("pl", "Zażółć gęślą jaźń", "Aktualności", "Związek Doliny", "", (Position(52.1, 19.2, 900),))


@pytest.fixture
def page(structure):
    page = make_news(structure["pl"].sections["news"], title="Rusza nabór")
    page.locale = structure["pl"].home.locale
    return page


@pytest.fixture
def address(rf):
    def of(page):
        return social_image_path(rf.get("/", SERVER_NAME="localhost"), page)

    return of


def test_it_is_a_picture_of_the_size_that_sites_want_and_can_be_kept_for_good(page, address, client):
    response = client.get(address(page))

    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000"
    assert not response.cookies
    assert "Vary" not in response.headers
    assert Image.open(BytesIO(response.content)).size == (1200, 630)
    assert client.get(address(page), headers={"if-none-match": response["ETag"]}).status_code == 304


def test_both_languages_have_their_own(page, address, client):
    english = make_translation(page)
    pictures = [client.get(address(each)) for each in (page, english)]
    assert [picture.status_code for picture in pictures] == [200, 200]
    assert pictures[0].content != pictures[1].content


def test_it_is_drawn_once(page, address, client, monkeypatch):
    first = client.get(address(page)).content
    monkeypatch.setattr("core.social_images.draw", None)
    assert client.get(address(page)).content == first


def test_drawing_writes_nothing(page, address, client, django_assert_max_num_queries):
    where = address(page)
    with django_assert_max_num_queries(8) as queries:
        client.get(where)
    assert all(query["sql"].startswith("SELECT") for query in queries)


@pytest.mark.parametrize("wrong", ["ł", "a b", ""])
def test_what_is_no_address_is_not_found(page, client, wrong):
    assert client.get(f"/social/{page.pk}-{wrong}.png").status_code == 404


def test_an_older_address_leads_to_the_picture_of_today_and_draws_nothing(page, address, client, monkeypatch):
    older = address(page)
    page.title = "Nowy tytuł"
    publish_loaded_content(page, "changed")
    monkeypatch.setattr("core.social_images.draw", None)

    response = client.get(older)

    assert response.status_code == 302
    assert response["Location"] == address(page) != older


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30, "-1", "1"])
def test_another_page_is_a_picture_of_nothing(structure, client, number):
    assert client.get(f"/social/{number}-0123456789.png").status_code == 404


@pytest.mark.parametrize("hidden_by", ["draft", "taken down", "privacy", "time"])
def test_a_page_that_readers_may_not_see_has_no_picture(structure, page, address, client, hidden_by):
    where = address(page)
    assert client.get(where).status_code == 200
    if hidden_by == "draft":
        page = make_news(structure["pl"].sections["news"], live=False)
        where = address(page)
    elif hidden_by == "taken down":
        page.unpublish()
    elif hidden_by == "privacy":
        PageViewRestriction.objects.create(
            page=structure["pl"].sections["news"], restriction_type=PageViewRestriction.LOGIN
        )
    else:
        page = make_news(
            structure["pl"].sections["news"], slug="stare", expire_at=timezone.now() - timedelta(minutes=1)
        )
        where = address(page)

    assert client.get(where).status_code == 404


@pytest.mark.parametrize("changed", ["title", "section", "name", "mark", "members"])
def test_it_has_another_address_whenever_it_is_drawn_in_another_way(structure, page, address, client, changed):
    before = address(page)
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    if changed == "title":
        page.title = "Nabór zakończony"
        publish_loaded_content(page, "changed")
    elif changed == "section":
        section = structure["pl"].sections["news"]
        section.title = "Wieści"
        publish_loaded_content(section, "changed")
    elif changed == "name":
        association.name_pl = "Związek Doliny"
    elif changed == "mark":
        association.mark = make_image()
    else:
        make_member(structure["pl"].sections["members"], latitude="52.1", longitude="19.2")
    association.save()
    cache.clear()

    assert address(page) != before
    assert client.get(before)["Location"] == address(page)
    assert client.get(address(page)).status_code == 200


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Nabór"},
        {"title": "Najdłuższy tytuł świata " * 12},
        {"title": "😀"},
        {"kicker": "Bardzo długa nazwa działu " * 8},
        {"kicker": ""},
        {"association": "Stowarzyszenie Gmin i Powiatów Obszaru Funkcjonalnego " * 4},
        {"language": "en"},
        {"places": ()},
        {"places": tuple(Position(52 + n / 100, 19 + n % 7 / 10, n) for n in range(60))},
    ],
)
def test_any_words_and_any_land_can_be_drawn(words):
    picture = SocialImage(**{**vars(PICTURE), **words})
    assert Image.open(BytesIO(draw(picture))).size == (1200, 630)
    assert picture.digest != PICTURE.digest


def test_the_same_words_are_the_same_bytes():
    assert draw(PICTURE) == draw(SocialImage(**vars(PICTURE)))


@pytest.mark.parametrize("title", ["Wyraz " * 60, "Konstantynopolitańczykowianeczka" * 3])
def test_words_leave_a_margin_before_the_land(title):
    words = {"title": title, "kicker": title, "association": title}
    picture = Image.open(BytesIO(draw(SocialImage(**{**vars(PICTURE), **words})))).convert("RGB")
    margin = picture.crop((WIDTH - LAND - MARGIN + 2, 0, WIDTH - LAND - 2, HEIGHT))
    assert len(margin.getcolors()) == 1


def test_the_address_stands_outside_the_languages():
    assert reverse("social_image", args=[1, "0" * 20]) == f"/social/1-{'0' * 20}.png"
