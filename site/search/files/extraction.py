"""The text of a document, taken out by a process of its own with limits of time and memory."""

import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from library.contents import extension_of
from library.models import CustomDocument
from search.files import reading
from search.models import DocumentText

logger = logging.getLogger(__name__)

KINDS = ("pdf", "docx", "odt")
LARGEST_FILE = 50 * 1024 * 1024  # bytes
SECONDS = 2 * reading.SECONDS + 5
State = DocumentText.State


def is_readable(document: CustomDocument) -> bool:
    """Whether text can be taken out of a document of this kind."""
    return extension_of(document.file.name or "") in KINDS


def extract(document: CustomDocument) -> tuple[State, str]:
    """Return what became of a document, and its text, which is empty unless it was read.

    Raises:
        OSError: the file is gone, or no process could be started.
    """
    name = document.file.name or ""
    with tempfile.TemporaryFile() as copy:  # the process needs a real file, wherever the document lies
        with document.file.storage.open(name) as file:
            if file.size > LARGEST_FILE:
                return State.TOO_LARGE, ""
            shutil.copyfileobj(file, copy)
        copy.seek(0)
        program = [sys.executable, "-I", str(Path(reading.__file__)), extension_of(name)]
        try:
            done = subprocess.run(program, stdin=copy, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - the program is ours, and the kind one of KINDS
        except subprocess.TimeoutExpired:
            return State.TOO_LARGE, ""
    if done.returncode == 0:
        text = done.stdout.decode()
        return (State.READ, text) if text.strip() else (State.EMPTY, "")
    if done.returncode == reading.BROKEN:
        logger.info("The text of document %s cannot be read: %s", document.pk, done.stderr.decode(errors="replace"))
        return State.BROKEN, ""
    return State.TOO_LARGE, ""  # it ran out of memory or time, and says so or was stopped
