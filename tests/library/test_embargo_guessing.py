"""Originals and people's pictures are for staff, and nobody finds a file by guessing or learns that there is one."""

import re

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from content.factories import make_image, make_news
from tests.library.conftest import picture


@pytest.fixture
def image(db):
    return make_image("Dolina", size=(900, 600))


@pytest.fixture
def live(structure, image, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return make_news(structure["pl"].sections["news"], lead_image=image, lead_image_alt="A river", body=[])


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_the_answer_does_not_tell_whether_there_is_a_rendition(image):
    rendition = image.get_rendition("max-165x165")
    image.get_rendition("original")
    for cookies in ({}, {"sessionid": "invented"}):
        client = Client()
        for name, value in cookies.items():
            client.cookies[name] = value
        answers = [client.get(f"/images/{image.pk}/{name}") for name in (rendition.filename, "x" * 20 + ".png")]
        there, nowhere = answers
        assert there.status_code == nowhere.status_code == 404
        assert there.cookies == nowhere.cookies
        ignored = {"Content-Length"}  # the address, which the page names, is longer in one
        assert {k: v for k, v in there.items() if k not in ignored} == {
            k: v for k, v in nowhere.items() if k not in ignored
        }


def test_an_original_is_for_staff(live, image, people, client):
    address = image.file.url
    assert client.get(address).status_code == 302
    for path in (f"/media/{image.file.name}", f"/images/{image.pk}/{image.filename}"):
        assert client.get(path).status_code == 404
    answer = signed_in(people["translator"]).get(address)
    assert answer.status_code == 200
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_the_admins_own_api_names_no_public_address_of_an_original(image, people):
    client = signed_in(people["editor"])
    answer = client.get("/admin/api/main/images/")
    if answer.status_code == 200:
        assert {each["meta"]["download_url"] for each in answer.json()["items"]} == {image.file.url}


def test_a_persons_picture_is_for_staff(people, client):
    profile = UserProfile.get_for_user(people["author"])
    profile.avatar = picture("face.png")
    profile.save()
    assert client.get(f"/media/{profile.avatar.name}").status_code == 404
    assert client.get(profile.avatar.url).status_code == 302
    assert signed_in(people["editor"]).get(profile.avatar.url).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/images/1/../../etc/passwd",
        "/images/1/..%2F..%2Fetc%2Fpasswd",
        "/images/1/%2e%2e",
        "/images/999999999999999999/a.png",
        "/images/1/",
        "/documents/1/..%2F..%2Fetc%2Fpasswd",
        "/media/original_images/a.png",
        "/media/documents/a.pdf",
        "/media/avatar_images/a.png",
        "/media/../private/a.png",
    ],
)
def test_nobody_finds_a_file_by_guessing(db, structure, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "documents/a.pdf", "site.sqlite3", "%00"]
)
def test_staff_get_nothing_but_originals_and_pictures_of_people(people, name):
    default_storage.save("site.sqlite3", picture())
    assert signed_in(people["administrator"]).get(f"/admin/files/{name}").status_code == 404


@pytest.mark.parametrize("address", ["wagtailimages:index", "wagtailimages_chooser:choose", "wagtailimages:edit"])
def test_the_admin_shows_images_of_drafts_and_of_live_pages(live, image, people, address):
    other = make_image("Most", size=(300, 200))
    client = signed_in(people["editor"])
    for each in (image, other):
        html = client.get(reverse(address, args=[each.pk] if address.endswith("edit") else [])).content.decode()
        html = html.encode().decode("unicode_escape") if address.endswith("choose") else html
        urls = set(re.findall(r'src="(/(?:images|media)/[^"]+)"', html))
        assert urls
        for url in urls:
            assert client.get(url).status_code == 200, url
            assert Client().get(url).status_code == 404, url
