"""Which files a page names: kept in step with every save of its row and of its newest draft."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from library.models import CustomDocument, CustomImage, FileUse

MODELS: Mapping[str, Any] = {"image": CustomImage, "document": CustomDocument}

Files = set[tuple[str, int]]  # each by the name of its field in `FileUse` and its primary key


def files_of(page: Page) -> Files:
    """Return the images and documents that a specific page names, in fields, blocks, rich text and child rows.

    Wagtail's own walker finds them, but in the page as it is now: its index is written in the background.
    """
    kinds = {
        ContentType.objects.get_for_model(model, for_concrete_model=False).pk: name for name, model in MODELS.items()
    }
    return {
        (kinds[kind], int(number))
        for kind, number, *_path in ReferenceIndex._extract_references_from_object(page)
        if kind in kinds
    }


def record_use(page: Page, *, in_draft: bool = False) -> Files:
    """Keep which files a specific page names, and return those that it names now or named before.

    Args:
        page: as its row says it, or
        in_draft: as its newest draft says it.
    """
    named = files_of(page)
    rows = {key_of(row): row for row in FileUse.objects.filter(page_id=page.pk, in_draft=in_draft)}
    FileUse.objects.filter(pk__in=[row.pk for key, row in rows.items() if key not in named]).delete()
    new = _existing(named - rows.keys())
    FileUse.objects.bulk_create(
        [FileUse(page_id=page.pk, in_draft=in_draft, **{f"{name}_id": pk}) for name, pk in sorted(new)],
        ignore_conflicts=True,  # another request may have recorded the same
    )
    return named | rows.keys()


def key_of(row: FileUse) -> tuple[str, int]:
    """Return the file of a row."""
    return ("image", row.image_id) if row.image_id else ("document", cast(int, row.document_id))


def _existing(files: Files) -> Files:
    """Return those of some files that are in the library: a page may still name what was deleted."""
    found: Files = set()
    for name, model in MODELS.items():
        if numbers := {pk for kind, pk in files if kind == name}:
            found |= {(name, pk) for pk in model.objects.filter(pk__in=numbers).values_list("pk", flat=True)}
    return found


def images_among(files: Iterable[tuple[str, int]]) -> set[int]:
    """Return the primary keys of the images among some files."""
    return {pk for name, pk in files if name == "image"}
