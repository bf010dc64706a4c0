"""The manifest of a backup: what it is of, and how each of its files is recognised."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from operations.backup.errors import BackupError

FORMAT = 1
NAME = "manifest.json"
SUM = f"{NAME}.sha256"
CHUNK = 1024 * 1024  # bytes read at a time


@dataclass(frozen=True)
class Entry:
    """A file of a backup: its size in bytes and its SHA-256, in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds."""

    version: str  # of the site's code
    made_at: str  # ISO 8601, in UTC
    database: str  # "postgresql" or "sqlite"
    migrations: list[tuple[str, str]]  # app and name of each one that had been applied
    counts: dict[str, int]  # rows by table
    files: dict[str, Entry]  # by path within the backup

    def total(self) -> int:
        """Return the size of all files, in bytes."""
        return sum(entry.size for entry in self.files.values())


def write(folder: Path, manifest: Manifest) -> str:
    """Write a manifest as the last file of a backup, so that one without it is known to be broken off.

    Returns:
        the SHA-256 of the manifest.
    """
    content = json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1, ensure_ascii=False).encode()
    digest = hashlib.sha256(content).hexdigest()
    (folder / SUM).write_text(f"{digest}  {NAME}\n", encoding="ascii")
    unfinished = folder / f"{NAME}.unfinished"
    unfinished.write_bytes(content)
    unfinished.rename(folder / NAME)
    return digest


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup.

    Raises:
        BackupError: there is none, it was changed, or another version of the site has written it.
    """
    try:
        content = (folder / NAME).read_bytes()
        promised = (folder / SUM).read_text(encoding="ascii").split()[:1]
    except (OSError, ValueError) as error:
        raise BackupError(
            f"{folder} is no complete backup: {NAME} or {SUM} cannot be read ({error}). Name the folder that "
            "`manage.py backup` made; one that was broken off has no manifest and cannot be used."
        ) from error
    if promised != [hashlib.sha256(content).hexdigest()]:
        raise BackupError(f"{folder / NAME} was changed after the backup was made. Use another copy of the backup.")
    try:
        return _from_json(json.loads(content))
    except (KeyError, TypeError, ValueError) as error:
        raise BackupError(
            f"{folder / NAME} cannot be understood ({error!r}). Use another copy of the backup."
        ) from error


def _from_json(said: dict[str, Any]) -> Manifest:
    if said.pop("format") != FORMAT:
        raise BackupError("Another version of the site made this backup. Restore it with that version, then upgrade.")
    said["files"] = {name: Entry(**entry) for name, entry in said["files"].items()}
    said["migrations"] = [(app, name) for app, name in said["migrations"]]
    return Manifest(**said)


def verify(folder: Path, manifest: Manifest) -> None:
    """Read every file of a backup and compare it with the manifest.

    Raises:
        BackupError: files are missing, changed, or too many; each is named.
    """
    faults = []
    for name, entry in manifest.files.items():
        if (wrong := _fault(folder, name, entry)) is not None:
            faults.append(f"{name}: {wrong}")
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    faults += [f"{name}: not in the manifest" for name in sorted(present - {NAME, SUM} - set(manifest.files))]
    if faults:
        raise BackupError("This backup must not be used. Use another copy of it.\n  " + "\n  ".join(faults))


def _fault(folder: Path, name: str, entry: Entry) -> str | None:
    """Return what is wrong with a file, or None."""
    path = folder / name
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or name.startswith("/") or path.is_symlink():
        return "leads out of the backup"
    try:
        size = path.stat().st_size
        if size != entry.size:
            return f"has {size} bytes and not {entry.size}"
        return None if digest_of(path) == entry.sha256 else "was changed: its SHA-256 is another one"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
