"""Contour lines, and the land of the members that they draw."""

from datetime import timedelta
from itertools import pairwise
from math import hypot

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from content.factories import make_member, make_translation
from core.contours import STEP, contour_lines
from core.landscape import SIZE, hills_at, projected

HILL = (0.5, 0.36, 1.0, 0.1)


def test_a_lonely_hill_has_one_closed_ring_for_each_level():
    lines = contour_lines((HILL,), 8, SIZE)
    assert [line.level for line in lines] == list(range(1, 9))
    assert all(line.points[0] == line.points[-1] for line in lines)
    assert all(line.path.startswith("M") and line.path.endswith("Z") for line in lines)


def test_rings_lie_inside_each_other_around_the_top():
    reach = [max(hypot(x - 360, y - 0.36 * 720) for x, y in line.points) for line in contour_lines((HILL,), 8, SIZE)]
    assert all(outer > inner for outer, inner in pairwise(reach))


def test_lines_have_no_gaps():
    for line in contour_lines((HILL, (0.3, 0.3, 0.6, 0.08)), 8, SIZE):
        assert all(hypot(a[0] - b[0], a[1] - b[1]) <= STEP * 1.5 for a, b in pairwise(line.points))


def test_no_hills_have_no_lines():
    assert contour_lines((), 8, SIZE) == ()


def test_north_is_up_and_distances_keep_their_relation():
    north, south, east = projected(((52.2, 19.0), (52.0, 19.0), (52.0, 19.2)))
    assert north[1] < south[1]
    assert east[0] > south[0]
    # A degree of longitude is shorter than one of latitude there, by the cosine of 52 degrees
    assert (east[0] - south[0]) / (south[1] - north[1]) == pytest.approx(0.616, abs=0.01)


@pytest.mark.parametrize("positions", [((52.0, 19.0),), ((52.0, 19.0), (52.0, 19.0))])
def test_places_at_one_spot_stand_in_the_middle(positions):
    assert set(projected(positions)) == {(SIZE[0] / 2, SIZE[1] / 2)}


def test_more_people_make_a_higher_hill():
    small, large = hills_at(((100, 100), (400, 300)), (1000, 9000))
    assert small[2] < large[2]


def shown(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


@pytest.fixture
def members(structure):
    index = structure["pl"].sections["members"]
    place = {"latitude": "52.1", "longitude": "19.2"}
    here = make_member(index, title="Lipy", population=None, **place)
    make_translation(here, title="Lipy in English")
    make_member(index, title="Łąka", latitude="52.2", longitude="19.3")
    make_member(index, title="Bez miejsca")
    make_member(index, title="Dawny", left_on=timezone.localdate() - timedelta(days=1), **place)
    make_member(index, title="Szkic", live=False, **place)
    return structure


@pytest.mark.parametrize(("language", "names"), [("pl", ["Lipy", "Łąka"]), ("en", ["Lipy in English"])])
def test_the_home_page_shows_present_members_with_a_place_in_its_language(members, client, language, names):
    drawing = shown(client, members[language].home).find("svg", class_="contour-map__drawing")
    assert [name.get_text() for name in drawing.find_all("text")] == names
    assert drawing.find_all("path")
    assert all(link["href"].startswith(members[language].home.url) for link in drawing.find_all("a"))


def test_without_members_there_is_no_map(structure, client):
    assert shown(client, structure["pl"].home).find(class_="contour-map") is None
