"""Keeps a file between the look at its report and its taking in: in private storage, for an hour."""

import hashlib
import posixpath
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

FOLDER = "exchange"  # no address hands out what is there
KEPT = timedelta(hours=1)
_SALT = "translation.exchange"


class NotKept(Exception):  # noqa: N818 - an answer to the person, no error of the program
    """The file is not there any more, or the ticket is none of ours or somebody else's."""


@dataclass(frozen=True)
class Kept:
    """A file that waits, with what the person has seen of it.

    Attributes:
        name: in private storage.
        data: its bytes.
        digest: of the report.
        page_id: of the page that it was sent to, or None.
    """

    name: str
    data: bytes
    digest: str
    page_id: int | None


def keep(data: bytes, user_id: int, digest: str, page_id: int | None) -> str:
    """Keep a file and return the ticket with which the same person gets it back."""
    _forget_old()
    name = default_storage.save(posixpath.join(FOLDER, secrets.token_urlsafe(24)), ContentFile(data))
    content = hashlib.sha256(data).hexdigest()
    return signing.dumps([name, content, user_id, digest, page_id], salt=_SALT)


def kept(ticket: str, user_id: int) -> Kept:
    """Return the file of a ticket.

    Raises:
        NotKept: see there.
    """
    try:
        name, content, owner_id, digest, page_id = signing.loads(ticket, salt=_SALT, max_age=KEPT)
        with default_storage.open(name) as file:
            data = file.read()
    except (signing.BadSignature, OSError) as error:
        raise NotKept from error
    if owner_id != user_id or hashlib.sha256(data).hexdigest() != content:
        raise NotKept
    return Kept(name, data, digest, page_id)


def forget(name: str) -> None:
    """Remove a file that is not needed any more."""
    default_storage.delete(name)


def _forget_old() -> None:
    """Remove the files whose tickets have expired."""
    try:
        _folders, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:  # none was ever kept
        return
    for name in (posixpath.join(FOLDER, each) for each in names):
        try:
            is_old = default_storage.get_modified_time(name) < timezone.now() - KEPT
        except FileNotFoundError:  # another process has removed it
            continue
        if is_old:
            default_storage.delete(name)
