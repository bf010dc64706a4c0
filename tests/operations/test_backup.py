"""A backup is brought back into an empty place, and everything is there again, byte for byte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from wagtail.models import Page

from content.factories import full_body, make_document, make_image, make_news
from library.storage import public_storage
from operations.backup import files
from tests.own_database import copy_of_database

pytestmark = [pytest.mark.django_db, pytest.mark.each_case]


@pytest.fixture
def committed(django_db_setup, django_db_blocker, tmp_path) -> Iterator[str]:
    """The address of a copy of the test database, in which what is written is there for everybody."""
    with copy_of_database(django_db_blocker, tmp_path) as address:
        yield address


@pytest.fixture
def _django_db_helper(committed: str) -> None:
    """Stands in for pytest-django's, which keeps a test in one transaction that other programs do not see."""


def place(settings: Any, folder: Path) -> None:
    """Let the site keep its files in a folder."""
    settings.PRIVATE_ROOT, settings.MEDIA_ROOT = folder / "private", folder / "media"
    settings.STORAGES = {  # made anew
        **settings.STORAGES,
        "public": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "media"}},
    }


def rows() -> dict[str, list[Any]]:
    """Return all that the database says, by model."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }


def contents() -> dict[str, bytes]:
    """Return every file of the two storages."""
    return {
        f"{label}/{name}": storage.open(name).read()
        for label, storage in files.media_storages().items()
        for name in files.names_in(storage)
    }


@pytest.fixture
def page(structure, settings, tmp_path) -> Page:
    """A live page with an image and a document, whose files are private and public, and a newer draft."""
    place(settings, tmp_path / "before")
    image, document = make_image(size=(900, 600)), make_document()
    page = make_news(structure["pl"].sections["news"], title="Żółta gęś", body=full_body(image, document))
    page.title = "A newer draft"
    page.save_revision()
    return page


@pytest.fixture
def backup(page, tmp_path) -> Path:
    folder = tmp_path / "backup"
    call_command("backup", str(folder), verbosity=0)
    return folder


def test_all_of_it_comes_back_in_an_empty_place(page, backup, settings, tmp_path, django_db_blocker):
    before, kept = rows(), contents()
    assert before["wagtailcore.Revision"]
    assert {name.partition("/")[0] for name in kept} == {"private", "public"}
    place(settings, tmp_path / "after")
    for name in settings.CACHES:
        caches[name].set("of-the-database-that-was", True)
    with copy_of_database(django_db_blocker, tmp_path, empty=True):
        call_command("restore", str(backup), verbosity=0)
        assert contents() == kept
        assert rows() == before
        assert not any(caches[name].get("of-the-database-that-was") for name in settings.CACHES)
        assert "Żółta gęś" in Client().get(page.url).content.decode()
        make_news(Page.objects.get(pk=page.pk).get_parent())  # numbers go on where they were


def test_a_place_that_is_not_empty_is_refused_and_stays_as_it_was(page, backup):
    before, kept = rows(), contents()
    with pytest.raises(CommandError, match=r"not empty: the database has tables, there are private files.*--replace"):
        call_command("restore", str(backup))
    assert (rows(), contents()) == (before, kept)


def test_with_replace_what_stood_there_is_gone(page, backup):
    before, kept = rows(), contents()
    make_news(page.get_parent(), slug="made-after-the-backup")
    default_storage.save("documents/made-after-the-backup.txt", ContentFile(b"new"))
    default_storage.delete(next(name for name in files.names_in(default_storage)))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE made_by_a_newer_version (id integer)")
    call_command("restore", str(backup), "--replace", verbosity=0)
    assert rows() == before
    assert contents() == kept
    assert "made_by_a_newer_version" not in connection.introspection.table_names()


def test_a_changed_byte_is_refused_before_anything_is_touched(page, backup):
    before, kept = rows(), contents()
    database = next(backup.glob("database.*"))
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    with pytest.raises(CommandError, match=rf"{database.name}: was changed"):
        call_command("backup", str(backup), "--check")
    with pytest.raises(CommandError, match=rf"{database.name}: was changed"):
        call_command("restore", str(backup), "--replace")
    assert (rows(), contents()) == (before, kept)


@pytest.mark.one_database
def test_buckets_are_backed_up_like_folders(structure, settings, tmp_path):
    bucket = "tests.library.test_embargo_storages.Bucket"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": bucket, "OPTIONS": {"base_url": "https://private.example.org/"}},
        "public": {"BACKEND": bucket, "OPTIONS": {"base_url": "https://public.example.org/"}},
    }
    default_storage.save("documents/a/plan.txt", ContentFile(b"a plan"))
    public_storage().save("images/sign.svg", ContentFile(b"a sign"))
    call_command("backup", str(tmp_path / "backup"), verbosity=0)
    kept = contents()
    for storage in files.media_storages().values():
        files.delete_all(storage)
    assert contents() == {}
    call_command("restore", str(tmp_path / "backup"), "--replace", verbosity=0)
    assert contents() == kept == {"private/documents/a/plan.txt": b"a plan", "public/images/sign.svg": b"a sign"}
