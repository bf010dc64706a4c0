"""The mark: drawn from the members' positions, or the image that staff upload, in pages and as icons."""

from io import BytesIO
from itertools import pairwise
from math import dist

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.template import Context, Template
from PIL import Image
from wagtail.models import PageViewRestriction

from content.factories import make_image, make_member
from core.landscape import Position, known_positions
from core.mark import APART, MIDDLE, MOST_HILLS, RIM, mark
from core.models import AssociationSettings
from editorial.publishing import publish_loaded_content

FOUR = (
    Position(52.1, 19.0, 3000),
    Position(52.3, 19.4, 9000),
    Position(51.9, 19.6, 15000),
    Position(52.0, 19.2, 4000),
)
CROWD = tuple(Position(51 + n * 7 % 10 / 10, 19 + n * 3 % 11 / 10, 1000 + n) for n in range(40))
ICONS = {
    "/favicon.svg": "image/svg+xml",
    "/favicon.ico": "image/x-icon",
    "/apple-touch-icon.png": "image/png",
}


@pytest.mark.parametrize("positions", [(), FOUR[:1], FOUR[:2], FOUR, CROWD, (FOUR[0], FOUR[0])])
def test_all_of_the_mark_stays_within_its_disc(positions):
    drawing = mark(positions)
    assert drawing.lines
    assert drawing.dots
    for line in drawing.lines:
        assert all(dist(point, (MIDDLE, MIDDLE)) <= RIM + 1 for point in line.points)
    assert all(dist((dot.x, dot.y), (MIDDLE, MIDDLE)) < RIM - drawing.dot_radius for dot in drawing.dots)


def test_its_hills_are_members_in_their_true_relation():
    west, north, south = (mark((FOUR[0], FOUR[1], FOUR[2])).dots[number] for number in (2, 1, 0))
    assert west.x < north.x < south.x
    assert north.y < west.y < south.y


def test_of_many_members_it_shows_some_that_can_be_told_apart():
    dots = mark(CROWD).dots
    assert 1 < len(dots) <= MOST_HILLS
    assert all(dist((a.x, a.y), (b.x, b.y)) >= APART * 0.9 for a, b in pairwise(dots))


def test_other_members_have_another_mark():
    assert mark(FOUR) != mark(FOUR[:3]) != mark(())


@pytest.fixture
def association(structure):
    return AssociationSettings.for_site(structure["pl"].home.get_site())


@pytest.fixture
def shown(association, rf):
    def render(**variables):
        template = Template('{% include "components/mark.html" %}')
        request = rf.get("/", SERVER_NAME="localhost")
        return BeautifulSoup(template.render(Context({"request": request, **variables})), "html.parser")

    return render


def test_beside_the_name_the_mark_is_no_word_more(shown):
    drawing = shown().svg
    assert drawing["aria-hidden"] == "true"
    assert drawing.find_all("path")
    assert not shown().find_all(style=True)
    assert not shown().find_all(id=True)


def test_alone_the_mark_has_a_name(shown):
    drawing = shown(alt_text="Związek Doliny").svg
    assert (drawing["role"], drawing["aria-label"]) == ("img", "Związek Doliny")


def test_an_uploaded_mark_stands_in_place_of_the_drawn_one(shown, association):
    association.mark = make_image(size=(300, 300))
    association.save()

    assert shown().svg is None
    assert shown().img["alt"] == ""
    assert shown(alt_text="Związek Doliny").img["alt"] == "Związek Doliny"
    assert shown().img["class"] == ["mark", "mark--uploaded"]


def test_the_mark_takes_no_query_of_its_own(shown, django_assert_num_queries):
    shown()
    with django_assert_num_queries(2):  # the site and the association's data, which every page asks
        shown()


@pytest.mark.parametrize("hidden_by", ["unpublishing", "privacy"])
def test_members_who_come_and_go_change_the_positions(structure, hidden_by, django_capture_on_commit_callbacks):
    assert known_positions() == ()
    with django_capture_on_commit_callbacks(execute=True):
        member = make_member(structure["pl"].sections["members"], latitude="52.1", longitude="19.2", population=None)
    assert known_positions() == (Position(52.1, 19.2, 0),)

    with django_capture_on_commit_callbacks(execute=True):
        if hidden_by == "unpublishing":
            member.unpublish()
        else:
            PageViewRestriction.objects.create(page=member, restriction_type=PageViewRestriction.LOGIN)

    assert known_positions() == ()


def test_a_member_who_moves_changes_the_positions(structure, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        member = make_member(structure["pl"].sections["members"], latitude="52.1", longitude="19.2")
    known_positions()

    member.latitude = "52.4"
    with django_capture_on_commit_callbacks(execute=True):
        publish_loaded_content(member, "moved")

    assert known_positions()[0].latitude == 52.4


@pytest.mark.parametrize("address", ICONS)
def test_an_icon_that_a_browser_has_is_not_drawn_again(structure, client, address, monkeypatch):
    etag = client.get(address)["ETag"]
    cache.clear()
    monkeypatch.setattr("core.icons.mark", None)

    assert client.get(address, headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("address", ICONS)
def test_an_icon_can_be_kept_in_any_cache(structure, client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response["Content-Type"] == ICONS[address]
    assert response["Cache-Control"] == "public, max-age=86400"
    assert not response.cookies
    assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    again = client.get(address, headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.post(address).status_code == 405


def opened(client, address):
    return Image.open(BytesIO(client.get(address).content))


def test_icons_have_the_sizes_that_browsers_want(structure, client):
    assert opened(client, "/favicon.ico").info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    touch = opened(client, "/apple-touch-icon.png")
    assert (touch.size, touch.mode) == ((180, 180), "RGB")  # no clear ground: phones fill it with black
    svg = BeautifulSoup(client.get("/favicon.svg").content, "html.parser").svg
    assert svg["xmlns"] == "http://www.w3.org/2000/svg"
    assert svg.find_all("path")


@pytest.mark.parametrize("address", ICONS)
def test_an_icon_follows_the_uploaded_mark(structure, association, client, address):
    drawn = client.get(address)
    association.mark = make_image(size=(300, 200))
    association.save()

    uploaded = client.get(address, headers={"if-none-match": drawn["ETag"]})

    assert uploaded.status_code == 200
    assert uploaded.content != drawn.content
    if address == "/apple-touch-icon.png":
        assert opened(client, address).getpixel((90, 90)) == (0x0B, 0x55, 0x70)


@pytest.mark.parametrize("address", ICONS)
def test_a_mark_whose_file_is_gone_is_drawn(structure, association, client, address):
    drawn = client.get(address)
    association.mark = make_image()
    association.save()
    association.mark.file.storage.delete(association.mark.file.name)

    assert client.get(address).content == drawn.content
