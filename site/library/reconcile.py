"""Compares what is kept of files with what the pages say and with what the storages hold, and mends the difference.

Everything here may run at any time and again: a process that was killed half-way leaves what the next run completes.
"""

import posixpath
from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import Storage, default_storage
from django.utils import timezone
from wagtail.models import Page, Revision

from library.models import CustomDocument, CustomImage, CustomRendition, FileUse
from library.recording import files_of, key_of, record_use
from library.release import misplaced_images, settle_one
from library.storage import public_storage

# Another process may have written a file a moment ago and not yet what names it
YOUNGEST = timedelta(hours=1)
AT_ONCE = 200  # images


def reconcile(*, mend: bool) -> Iterator[str]:
    """Yield each difference in words, and mend it if asked."""
    yield from check_uses(mend=mend)
    yield from check_copies(mend=mend)
    yield from check_placement(mend=mend)
    yield from check_strangers(mend=mend)


def check_uses(*, mend: bool) -> Iterator[str]:
    """Compare which files pages name with what is kept of it."""
    existing = {("image", pk) for pk in CustomImage.objects.values_list("pk", flat=True)}
    existing |= {("document", pk) for pk in CustomDocument.objects.values_list("pk", flat=True)}
    for page in Page.objects.filter(depth__gt=1).order_by("path").specific().iterator(chunk_size=100):
        for in_draft, said in ((False, page), (True, _newest_draft(page))):
            kept = FileUse.objects.filter(page_id=page.pk, in_draft=in_draft)
            named = files_of(said) & existing if said else set()
            if named == {key_of(row) for row in kept}:
                continue
            yield f"What was kept of the files of {_named(page)} was not what it names."
            if mend and said:
                record_use(said, in_draft=in_draft)
            elif mend:
                kept.delete()


def _newest_draft(page: Page) -> Page | None:
    revision = Revision.objects.filter(pk=page.latest_revision_id).first()
    return revision.as_object() if revision else None


def _named(thing: Page | CustomImage | CustomDocument) -> str:
    return f"“{thing.title}” ({thing.pk})"


def check_copies(*, mend: bool) -> Iterator[str]:
    """Find renditions whose file, private or public, is gone."""
    private, public = default_storage, public_storage()
    for rendition in CustomRendition.objects.select_related("image").order_by("pk").iterator(chunk_size=500):
        if not private.exists(str(rendition.file.name)):
            yield f"The file of a rendition was gone: {rendition.file.name}."
            if mend:
                rendition.delete()
        elif rendition.is_released and not public.exists(rendition.public_name):
            yield f"A public file was gone: {rendition.public_name}."
            if mend:
                rendition.is_released = False
                rendition.save(update_fields=["is_released"])
                settle_one(rendition.image)


def check_placement(*, mend: bool) -> Iterator[str]:
    """Find images that are public though no page shows them to everybody, or that lack their public copies."""
    numbers = list(CustomImage.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), AT_ONCE):
        for image, public in misplaced_images(numbers[start : start + AT_ONCE]):
            if public:
                yield f"{_named(image)} was not public, though a page shows it to everybody."
            else:
                yield f"{_named(image)} was public, though no page shows it to everybody."
            if mend:
                settle_one(image)


def check_strangers(*, mend: bool) -> Iterator[str]:
    """Find files in public storage that nothing names."""
    storage = public_storage()
    named = set(CustomRendition.objects.filter(is_released=True).values_list("public_name", flat=True))
    for name in _names(storage, ""):
        if name not in named and storage.get_modified_time(name) < timezone.now() - YOUNGEST:
            yield f"Nothing names the public file {name}."
            if mend:
                storage.delete(name)


def _names(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nothing was public yet
        return
    yield from (posixpath.join(folder, name) for name in files)
    for each in folders:
        yield from _names(storage, posixpath.join(folder, each))


def lost_originals() -> Iterator[str]:
    """Yield, in words, the images and documents whose file is gone. Only a backup has them."""
    for model in (CustomImage, CustomDocument):
        for file in model.objects.order_by("pk").iterator(chunk_size=500):
            if not file.file.storage.exists(file.file.name):
                yield f"The file of {_named(file)} is gone. Take it from a backup."
