"""A backup as a whole: making it, checking it, and bringing it back."""

import shutil
import tomllib
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.db.migrations.loader import MigrationLoader

from operations.backup import databases, files, manifest
from operations.backup.errors import BackupError
from operations.backup.manifest import Entry, Manifest


def site_version() -> str:
    """Return the version of the site's code, as pyproject.toml says it."""
    with (settings.ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def make(folder: Path) -> tuple[Manifest, str]:
    """Make a backup in a folder that is new or empty. The database comes first: a file without a row does no harm.

    Returns:
        the manifest, and its SHA-256.

    Raises:
        BackupError: something stands there already, or cannot be written or read.
    """
    kind = databases.kind()
    if databases.is_empty():
        raise BackupError("The database has no tables: there is nothing to back up. Look at DATABASE_URL.")
    folder = folder.resolve()
    for name in ("PRIVATE_ROOT", "MEDIA_ROOT", "STATIC_ROOT"):
        if folder.is_relative_to(Path(getattr(settings, name)).resolve()):
            raise BackupError(f"{folder} lies in {name}, among the files of the site. Name a folder outside of it.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds hashes of passwords, and drafts
        if any(folder.iterdir()):
            raise BackupError(f"{folder} is not empty, and nothing is ever overwritten. Name a new folder.")
    except OSError as error:
        raise BackupError(f"{folder} cannot be made or read: {error.strerror}. Name another folder.") from error
    try:
        return _fill(folder, kind)
    except (OSError, BackupError) as error:
        _clear(folder)
        raise BackupError(f"No backup was made. {error}") from error


def _clear(folder: Path) -> None:
    """Remove what a backup that failed has written into its own, formerly empty folder."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _fill(folder: Path, kind: str) -> tuple[Manifest, str]:
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    dump = folder / databases.NAMES[kind]
    migrations = databases.applied_migrations()
    counts = databases.dump(dump)
    found = {dump.name: Entry(dump.stat().st_size, manifest.digest_of(dump))}
    for name, storage in files.media_storages().items():
        found |= {f"{name}/{file}": entry for file, entry in files.copy_out(storage, folder / name)}
    made = Manifest(site_version(), made_at, kind, migrations, counts, found)
    return made, manifest.write(folder, made)


def check(folder: Path) -> Manifest:
    """Read a backup wholly, and return its manifest.

    Raises:
        BackupError: it is not what was written.
    """
    found = manifest.read(folder)
    manifest.verify(folder, found)
    return found


def restore(folder: Path, *, replace: bool) -> Manifest:
    """Bring a backup back into an empty place. Nothing is touched before every file of it has been read and compared.

    The database comes last, and at once: until then a site that is started finds none.

    Args:
        replace: remove first what stands in the database and in the storages.

    Raises:
        BackupError: the backup is damaged or of another kind, the place is not empty, or a part of it fails.
    """
    found = check(folder)
    _fits(found)
    storages = files.media_storages()
    if not replace:
        _is_free(storages)
    try:
        for storage in storages.values():
            files.delete_all(storage)
        databases.empty()
        for name, storage in storages.items():
            prefix = f"{name}/"
            own = {path.removeprefix(prefix): entry for path, entry in found.files.items() if path.startswith(prefix)}
            files.copy_in(storage, folder / name, own)
        databases.load(folder / databases.NAMES[found.database])
    except (OSError, BackupError) as error:
        raise BackupError(
            f"The restore was broken off. Mend the cause, and restore again with --replace.\n{error}"
        ) from error
    _is_complete(found)
    for name in settings.CACHES:
        caches[name].clear()  # what is kept there tells of the database that was
    return found


def _fits(found: Manifest) -> None:
    """Refuse a backup that this code and this database cannot take."""
    if found.database != databases.kind():
        raise BackupError(
            f"This is a backup of {found.database}, and DATABASE_URL names {databases.kind()}. Restore it into a "
            "database of its own kind."
        )
    known = set(MigrationLoader(None).disk_migrations or {})
    ours = {app for app, _name in known}
    newer = sorted(f"{app}.{name}" for app, name in found.migrations if app in ours and (app, name) not in known)
    if newer:
        raise BackupError(
            f"A newer version of the site made this backup ({found.version}; this is {site_version()}): it has "
            f"migrations that this one lacks ({', '.join(newer)}). Install that version, and restore again."
        )


def _is_free(storages: dict[str, files.Storage]) -> None:
    """Refuse a place where something stands."""
    taken = [] if databases.is_empty() else ["the database has tables"]
    taken += [f"there are {name} files" for name, storage in storages.items() if not files.is_empty(storage)]
    if taken:
        raise BackupError(
            f"The place is not empty: {', '.join(taken)}. Restore into a new database and new folders, or remove all "
            "of it and restore with --replace. Nothing was changed."
        )


def _is_complete(found: Manifest) -> None:
    counts = databases.count_rows()
    wrong = [
        f"{name}: {counts.get(name)} rows and not {rows}"
        for name, rows in found.counts.items()
        if counts.get(name) != rows
    ]
    if wrong:
        raise BackupError(
            "The database was restored, but not wholly. Restore again with --replace. " + "; ".join(wrong)
        )
