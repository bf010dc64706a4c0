"""The files of the two storages, out of them and into them again. A storage may be a folder or a bucket."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from library.storage import public_storage
from operations.backup.errors import BackupError
from operations.backup.manifest import CHUNK, Entry


def media_storages() -> dict[str, Storage]:
    """Return both storages by the name of their folder in a backup."""
    return {"private": default_storage, "public": public_storage()}


def names_in(storage: Storage, folder: str = "") -> Iterator[str]:
    """Yield the name of every file in a storage, folder by folder."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # a storage in which nothing was ever kept, or a folder that went meanwhile
        return
    for name in sorted(filter(None, files)):
        yield f"{folder}/{name}" if folder else name
    for name in sorted(filter(None, folders)):
        yield from names_in(storage, f"{folder}/{name}" if folder else name)


def copy_out(storage: Storage, target: Path) -> Iterator[tuple[str, Entry]]:
    """Copy every file of a storage into a folder, a piece at a time; yield name and entry of each.

    A file that is deleted while the backup runs is left out: nothing refers to it any more.
    """
    for name in names_in(storage):
        path = target / PurePosixPath(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        try:
            with storage.open(name, "rb") as source, path.open("xb") as copy:
                while chunk := source.read(CHUNK):
                    copy.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
        except FileNotFoundError:
            path.unlink(missing_ok=True)
            continue
        yield name, Entry(size, digest.hexdigest())


def copy_in(storage: Storage, source: Path, files: Mapping[str, Entry]) -> None:
    """Copy files of a backup into a storage, each under its own name.

    Raises:
        BackupError: the storage gave a file another name, as it does where one stands already.
    """
    for name in files:
        with (source / PurePosixPath(name)).open("rb") as file:
            kept = storage.save(name, File(file))
        if kept != name:
            storage.delete(kept)
            raise BackupError(
                f"{name} stands in the storage already: somebody has written there during the restore. Stop the site."
            )


def delete_all(storage: Storage) -> None:
    """Delete every file of a storage."""
    for name in list(names_in(storage)):
        storage.delete(name)


def is_empty(storage: Storage) -> bool:
    """Say whether a storage holds no file."""
    return next(names_in(storage), None) is None
