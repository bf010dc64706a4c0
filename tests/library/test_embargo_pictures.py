"""Copies of renditions are public while a live page shows their image to everybody, under names nobody can guess."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from content.factories import make_image, make_member, make_news, make_page, make_translation
from content.loading import block
from content.sample_blocks import image_value
from core.models import AssociationSettings
from editorial.publishing import publish_loaded_content
from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from home.models import StandardPage
from library.models import CustomImage
from library.picture_cache import cache_key
from library.pictures import make_renditions
from library.presets import PRESETS
from library.release import settle, stray_images
from library.storage import public_storage
from news.models import NewsPage

PASSWORD = "otwórz się"
STAFF = ["author", "editor", "translator", "member_editor"]


@pytest.fixture
def image(db):
    return make_image("Dolina", size=(900, 600))


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """A context in which what waits for the end of the transaction is done at the end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def live(structure, image, commit):
    with commit():
        return make_news(structure["pl"].sections["news"], slug="dolina", **shows(image))


@pytest.fixture
def draft(structure, image, commit):
    with commit():
        return make_news(structure["pl"].sections["news"], slug="szkic", live=False, **shows(image))


def shows(image):
    return {"lead_image": image, "lead_image_alt": "A river", "body": []}


def in_body(*images):
    return [block(uuid4(), "image", image_value(image)) for image in images]


def public_files(settings):
    return {str(path.relative_to(settings.MEDIA_ROOT)) for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}


def public_names(image):
    return set(image.renditions.filter(is_released=True).values_list("public_name", flat=True))


def images_in(client, address):
    """Return the addresses of all images and their other formats on a page."""
    html = client.get(address).content.decode()
    found = set(re.findall(r'(?:src|srcset)="([^"]+)"', html))
    urls = {each.split()[0] for value in found for each in value.split(", ")}
    return {url for url in urls if url.startswith(("/media/", "/images/"))}


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


# A draft


def test_an_image_of_a_draft_is_nowhere_public(draft, image, settings):
    make_renditions(image, PRESETS)
    image.get_rendition("max-165x165")
    assert image.renditions.count() > 20
    assert public_files(settings) == set()
    assert not Path(image.file.path).is_relative_to(settings.MEDIA_ROOT)
    for rendition in image.renditions.all():
        assert not Path(rendition.file.path).is_relative_to(settings.MEDIA_ROOT)


@pytest.mark.parametrize("name", STAFF)
def test_staff_see_it_in_previews_and_in_the_library(draft, image, people, name):
    client = signed_in(people[name])
    urls = images_in(client, reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    if name == "editor":
        assert urls
    urls.add(image.get_rendition("max-165x165").url)
    for url in urls:
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Content-Type"].startswith("image/")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert client.head(url).status_code == 200
        assert Client().get(url).status_code == 404


# Going live and coming down


def test_publishing_makes_copies_that_readers_get_and_nobody_can_guess(live, image, client, settings):
    names = public_names(image)
    assert names == public_files(settings)
    assert len(names) == len(specs_of("lead", "story", "card", image=image))
    chances = {re.fullmatch(r"images/image-\d+-([\w-]{32})\.(avif|webp|jpg)", name)[1] for name in names}
    assert len(chances) == len(names)
    for address in (live.url, live.get_parent().url, "/"):
        urls = images_in(client, address)
        assert urls
        assert {url.removeprefix("/media/") for url in urls} <= names


def specs_of(*presets, image):
    return {spec for name in presets for specs in PRESETS[name].specs_for(image).values() for spec in specs}


def test_only_what_pages_offer_gets_a_copy(live, image, people):
    for spec in ("max-165x165", "original", "width-333"):
        rendition = image.get_rendition(spec)
        settle([image.pk])
        rendition.refresh_from_db()
        assert not rendition.is_released
        assert Client().get(rendition.url).status_code == 404
        assert signed_in(people["translator"]).get(rendition.url).status_code == 200


def test_coming_down_removes_the_copies_in_the_same_process(live, image, settings, commit):
    assert public_files(settings)
    with commit():
        live.unpublish()
    assert public_files(settings) == public_names(image) == set()
    assert image.renditions.exists()


@pytest.mark.parametrize("kind", [TakeDown.Kind.ERROR, TakeDown.Kind.CONSOLIDATED])
def test_a_page_taken_down_shows_nothing(live, image, people, settings, commit, kind):
    with commit():
        take_down(live, people["editor"], kind, texts={"pl": "Pomyłka."}, target_url="https://example.org/")
    assert public_files(settings) == set()


def test_a_withdrawn_page_still_shows_its_image(live, people, settings, commit, client):
    before = public_files(settings)
    with commit():
        take_down(live, people["editor"], TakeDown.Kind.WITHDRAWN, texts={"pl": "Nieaktualne."})
    assert public_files(settings) == before
    assert images_in(client, live.url)


def test_a_page_published_again_shows_it_under_the_names_that_caches_may_hold(live, image, client, commit):
    before = public_names(image)
    with commit():
        live.unpublish()
    with commit():
        publish_loaded_content(NewsPage.objects.get(pk=live.pk), "For the test")
    assert public_names(image) == before
    assert {url.removeprefix("/media/") for url in images_in(client, live.url)} <= before


def test_publishing_a_change_keeps_the_names(live, image, commit):
    before = public_names(image)
    page = NewsPage.objects.get(pk=live.pk)
    page.lead = "Another lead."
    with commit():
        publish_loaded_content(page, "For the test")
    assert public_names(image) == before


def test_of_two_pages_the_last_one_closes_it(live, image, structure, settings, commit):
    with commit():
        other = make_page(StandardPage, structure["pl"].home, body=in_body(image))
    with commit():
        live.unpublish()
    assert public_files(settings)
    with commit():
        other.unpublish()
    assert public_files(settings) == set()


def test_the_english_page_keeps_the_image_of_the_polish_one(live, settings, commit):
    with commit():
        english = make_translation(live)
    live.keeps_companions = True
    with commit():
        live.unpublish()
    assert public_files(settings)
    with commit():
        english.unpublish()
    assert public_files(settings) == set()


def test_a_value_that_the_polish_page_owns_is_shown_by_the_english_one(structure, commit, settings):
    arms, new = make_image(size=(300, 360)), make_image(size=(300, 360))
    with commit():
        polish = make_member(structure["pl"].sections["members"], coat_of_arms=arms)
    with commit():
        make_translation(polish)
    polish = type(polish).objects.get(pk=polish.pk)
    polish.coat_of_arms = new
    with commit():
        publish_loaded_content(polish, "For the test")
    assert public_names(new)
    assert not public_names(arms)


def test_a_new_image_in_a_draft_waits_and_then_takes_the_place(live, image, commit, client):
    new = make_image("Most", size=(900, 600))
    page = NewsPage.objects.get(pk=live.pk)
    page.lead_image = new
    with commit():
        page.save_revision()
    make_renditions(new, PRESETS)
    assert public_names(image)
    assert not public_names(new)

    with commit():
        publish_loaded_content(page, "For the test")
    assert public_names(new)
    assert not public_names(image)
    assert {url.removeprefix("/media/") for url in images_in(client, live.url)} <= public_names(new)


def test_a_page_that_is_deleted_shows_nothing(live, settings, commit):
    with commit():
        live.delete()
    assert public_files(settings) == set()


def test_a_bare_page_that_comes_down_shows_nothing(live, settings, commit):
    with commit():
        Page.objects.get(pk=live.pk).unpublish()
    assert public_files(settings) == set()


def test_a_publication_that_is_rolled_back_makes_nothing_public(structure, image, settings, commit):
    with commit(), transaction.atomic():
        make_news(structure["pl"].sections["news"], **shows(image))
        transaction.set_rollback(True)
    make_renditions(image, ["card"])
    assert public_files(settings) == set()


def test_a_reader_who_comes_before_the_copies_are_made_gets_public_addresses(structure, image, client, settings):
    make_renditions(image, ["lead"])  # as a preview has left them
    page = make_news(structure["pl"].sections["news"], **shows(image))  # what waits for the commit is not done
    urls = images_in(client, page.url)
    assert urls
    assert {url.removeprefix("/media/") for url in urls} == public_files(settings)


def test_an_image_of_the_settings_is_public_while_it_stands_there(structure, image, settings, commit):
    association = AssociationSettings.objects.get()
    association.mark = image
    with commit():
        association.save()
    assert public_names(image)
    association.mark = None
    with commit():
        association.save()
    assert public_files(settings) == set()


def test_a_file_that_is_replaced_takes_its_copies_along(live, image, people, settings, commit):
    with commit():
        live.unpublish()
    with commit():
        publish_loaded_content(NewsPage.objects.get(pk=live.pk), "For the test")
    assert public_files(settings)
    with commit():
        image.renditions.all().delete()
    assert public_files(settings) == set()


# Pages that ask for something


def test_an_image_of_a_protected_page_opens_with_its_password_and_lies_nowhere_public(
    live, image, settings, client, commit
):
    with commit():
        restriction = PageViewRestriction.objects.create(
            page=live, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD
        )
    assert public_files(settings) == set()
    reader = Client(headers={"sec-fetch-site": "same-origin"})
    reader.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{live.pk}/", {"password": PASSWORD, "return_url": live.url}
    )
    urls = images_in(reader, live.url)
    assert urls
    for url in urls:
        assert reader.get(url).status_code == 200
        assert client.get(url).status_code == 404
    assert public_files(settings) == set()
    assert reader.get(image.get_rendition("original").url).status_code == 404

    with commit():
        restriction.delete()
    assert public_files(settings)
    assert {url.removeprefix("/media/") for url in images_in(client, live.url)} <= public_files(settings)


def test_a_page_moved_under_a_protected_one_takes_its_image_along(structure, image, settings, commit):
    top = make_page(StandardPage, structure["pl"].home, slug="dla-czlonkow")
    PageViewRestriction.objects.create(page=top, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD)
    with commit():
        page = make_page(StandardPage, structure["pl"].home, body=in_body(image))
    assert public_files(settings)
    with commit():
        page.move(top, pos="last-child")
    assert public_files(settings) == set()


def test_an_image_of_the_english_page_is_closed_with_the_polish_page(structure, image, settings, commit):
    with commit():
        polish = make_page(StandardPage, structure["pl"].home)
        make_translation(polish, body=in_body(image))
    assert public_files(settings)
    with commit():
        PageViewRestriction.objects.create(page=polish, restriction_type=PageViewRestriction.LOGIN)
    assert public_files(settings) == set()
    with commit():
        polish.view_restrictions.get().delete()
    assert public_files(settings)


# What fails


def test_a_storage_that_fails_leaves_a_trace_that_the_next_run_finds(
    live, image, settings, commit, monkeypatch, caplog
):
    with monkeypatch.context() as patch:
        patch.setattr(type(public_storage()), "delete", lambda *_args: (_ for _ in ()).throw(OSError("no disk")))
        with commit():
            live.unpublish()
    assert not NewsPage.objects.get(pk=live.pk).live
    assert f"Renditions of image {image.pk}" in caplog.text
    assert stray_images() == {image.pk}
    assert settle(stray_images()) == 1
    assert public_files(settings) == set()


def test_a_list_of_many_images_takes_as_many_queries_as_one_of_few(structure, client, commit):
    counts = []
    section = structure["pl"].sections["news"]
    for number in (2, 6):
        with commit():
            for _ in range(number):
                make_news(section, **shows(make_image(size=(64, 36))))
        client.get(section.url)
        cache.delete_many([cache_key(image, name) for image in CustomImage.objects.all() for name in PRESETS])
        with CaptureQueriesContext(connection) as queries:
            assert "/media/images/" in client.get(section.url).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
