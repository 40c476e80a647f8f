"""The work of a window at one moment, as a line of its journal with a checksum."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from playground.document.document import Document
from playground.document.files import file
from playground.document.files.plain import plain_document

VERSION = 1


@dataclass(frozen=True, slots=True)
class Work:
    """A document at a moment; `at` is that moment in seconds since 1970.

    `path` is the file that it is of, None without one; `unsaved` whether it differs from that; `project` counts the
    projects that were opened in the window, so that a trained state is never taken for another's.
    """

    document: Document
    at: float
    path: Path | None = None
    unsaved: bool = True
    project: int = 0

    def line(self) -> bytes:
        """One line, with its end."""
        about = {
            "journal": VERSION,
            "at": self.at,
            "path": str(self.path or ""),
            "data": self.document.data.name,
            "unsaved": self.unsaved,
            "project": self.project,
        }
        # A tab in a name is written as two letters, so that the first one ends what is said about the document.
        text = f"{json.dumps(about)}\t{json.dumps(plain_document(self.document), allow_nan=False)}"
        return checked(text.encode("ascii"))


@dataclass(frozen=True, slots=True)
class Noted:
    """A line as it was found: what it says of the work; `text` is the document's, not read yet."""

    at: float
    path: Path | None
    data: str
    unsaved: bool
    project: int
    text: str

    def document(self) -> Document:
        """The document. Raises FileError where a newer version wrote it."""
        return file.loads(self.text)


def noted(line: bytes) -> Noted | None:
    """What a line says; None where it is not whole."""
    content = unchecked(line)
    if content is None:
        return None
    head, _, text = content.decode("ascii", "replace").partition("\t")
    try:
        about = json.loads(head)
        path = Path(str(about["path"])) if about["path"] else None
        whole = (float(about["at"]), path, str(about["data"]), bool(about["unsaved"]), int(about["project"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return Noted(*whole, text)


def checked(content: bytes) -> bytes:
    """The content, which is one line, behind its checksum."""
    return hashlib.sha256(content).hexdigest().encode() + b" " + content + b"\n"


def unchecked(line: bytes) -> bytes | None:
    """The content of such a line; None where the checksum is of another."""
    digest, _, content = line.removesuffix(b"\n").partition(b" ")
    return content if hashlib.sha256(content).hexdigest().encode() == digest else None
