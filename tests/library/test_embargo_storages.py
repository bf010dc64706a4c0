"""The embargo holds with storages that have no folders, as buckets have none."""

import pytest
from django.core.files.storage import InMemoryStorage, Storage, default_storage
from django.test import Client

from content.factories import full_body, make_document, make_image, make_news
from library.reconcile import lost_originals, reconcile
from library.storage import public_storage


class Bucket(Storage):
    """A storage that keeps files in memory, and whose files have no paths."""

    def __init__(self, base_url: str) -> None:
        self.memory = InMemoryStorage(base_url=base_url)
        for name in ("_open", "_save", "delete", "exists", "get_modified_time", "listdir", "size", "url"):
            setattr(self, name, getattr(self.memory, name))


BUCKET = f"{__name__}.Bucket"


@pytest.fixture(autouse=True)
def _buckets(settings, db):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": BUCKET, "OPTIONS": {"base_url": "https://private.example.org/"}},
        "public": {"BACKEND": BUCKET, "OPTIONS": {"base_url": "https://public.example.org/"}},
    }


def names_in(storage):
    try:
        return storage.listdir("images")[1]
    except FileNotFoundError:
        return []


def test_files_go_in_and_out_of_a_public_bucket(structure, people, django_capture_on_commit_callbacks):
    image, document = make_image(size=(900, 600)), make_document()
    staff = Client()
    staff.force_login(people["author"])
    assert Client().get(document.url).status_code == 404
    part = staff.get(document.url, headers={"range": "bytes=0-3"})
    assert (part.status_code, part.getvalue()) == (206, b"%PDF")
    thumbnail = image.get_rendition("max-165x165")
    assert staff.get(thumbnail.url).status_code == 200
    assert names_in(public_storage()) == []

    with django_capture_on_commit_callbacks(execute=True):
        page = make_news(structure["pl"].sections["news"], body=full_body(image, document))
    assert Client().get(document.url).status_code == 200
    assert "https://public.example.org/images/" in Client().get(page.url).content.decode()
    assert len(names_in(public_storage())) == image.renditions.filter(is_released=True).count() > 0
    assert [*reconcile(mend=False), *lost_originals()] == []

    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert names_in(public_storage()) == []
    assert Client().get(document.url).status_code == 404
    assert default_storage.exists(image.file.name)
