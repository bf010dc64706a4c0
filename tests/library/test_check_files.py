"""The command that compares files with what pages say finds every difference, mends it, and then finds nothing."""

import os
import time
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from wagtail.models import Page

from content.factories import full_body, make_document, make_image, make_news
from library.models import CustomRendition, FileUse
from library.pictures import make_renditions
from library.release import stray_images
from library.storage import public_storage


@pytest.fixture
def image(structure, django_capture_on_commit_callbacks):
    """An image that a live page shows, with its copies."""
    image = make_image("Dolina", size=(900, 600))
    with django_capture_on_commit_callbacks(execute=True):
        make_news(
            structure["pl"].sections["news"],
            title="Wieści z doliny",
            lead_image=image,
            lead_image_alt="A river",
            body=full_body(image, make_document("Uchwała")),
        )
    return image


def check(**options) -> str:
    said = StringIO()
    call_command("check_files", stdout=said, **options)
    return said.getvalue()


def mends(*words) -> None:
    """Check that the command finds something, changes nothing unless told to, and then mends it for good."""
    with pytest.raises(CommandError, match="--mend"):
        check()
    said = check(mend=True)
    for word in words:
        assert word in said
    assert "Every file is where it belongs." in check()


def test_nothing_is_wrong(image):
    assert check() == check(mend=True) == "Every file is where it belongs.\n"


def test_what_is_kept_of_pages_is_mended(image):
    FileUse.objects.filter(in_draft=False).delete()
    FileUse.objects.filter(in_draft=True, image=image).delete()
    mends("Wieści z doliny")
    assert FileUse.objects.filter(image=image).count() == 2
    assert image.renditions.filter(is_released=True).exists()


def test_what_is_kept_of_pages_and_not_in_them_is_mended(image, structure):
    home = structure["pl"].home
    FileUse.objects.create(page=home, image=image, in_draft=False)
    FileUse.objects.create(page=home, image=make_image(), in_draft=True)
    mends(home.title)
    assert not FileUse.objects.filter(page=home).exists()


def test_an_image_that_a_killed_process_left_public_is_closed(image):
    """As if the process had died between the commit and what follows it."""
    Page.objects.filter(title="Wieści z doliny").update(live=False)
    assert stray_images() == {image.pk}
    names = list(image.renditions.filter(is_released=True).values_list("public_name", flat=True))
    mends("Dolina")
    assert not any(public_storage().exists(name) for name in names)


def test_an_image_that_a_killed_process_left_private_is_opened(image):
    for rendition in image.renditions.filter(is_released=True):
        public_storage().delete(rendition.public_name)
        rendition.is_released = False
        rendition.save()
    mends("Dolina")
    assert image.renditions.filter(is_released=True).exists()


def test_a_copy_that_is_gone_is_made_again_and_a_file_that_is_gone_forgotten(image, django_capture_on_commit_callbacks):
    first, second = image.renditions.filter(is_released=True)[:2]
    public_storage().delete(first.public_name)
    second.file.storage.delete(second.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        mends(first.public_name, second.file.name)
    first.refresh_from_db()
    assert public_storage().exists(first.public_name)
    assert not CustomRendition.objects.filter(pk=second.pk).exists()
    assert not public_storage().exists(second.public_name)


def test_a_public_file_that_nothing_names_is_removed_unless_it_is_new(image):
    storage = public_storage()
    old, new = (storage.save(f"images/{name}.png", ContentFile(b"x")) for name in ("old", "new"))
    long_ago = time.time() - 2 * 3600
    os.utime(storage.path(old), (long_ago, long_ago))
    mends(old)
    assert (storage.exists(old), storage.exists(new)) == (False, True)


def test_an_original_that_is_gone_is_told_and_not_forgotten(image):
    make_renditions(image, ["card"])
    image.file.storage.delete(image.file.name)
    said = StringIO()
    with pytest.raises(CommandError, match="backup"):
        call_command("check_files", mend=True, stdout=said)
    assert "Dolina" in said.getvalue()
    assert type(image).objects.filter(pk=image.pk).exists()


def test_worker_removes_what_one_before_it_left_in_public(image):
    Page.objects.filter(title="Wieści z doliny").update(live=False)
    assert stray_images() == {image.pk}
    call_command("publish_scheduled")
    assert stray_images() == set()
