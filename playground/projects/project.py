"""A project: its document and what it has learned, in one readable file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playground.document.document import Document
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.saving import write_beside
from playground.frames.trained import Training
from playground.projects.codec import decode


@dataclass(frozen=True, slots=True)
class Project:
    """A document and what it has learned, None where nothing is known of that.

    `fault` says what is wrong with what a file says was learned; the document is right all the same.
    """

    document: Document
    training: Training | None = None
    fault: FileError | None = None


def read_project(path: Path) -> Project:
    """The project in a file. Raises FileError for its document, or OSError where it cannot be read."""
    document, trained = file.read_parts(path)
    if trained is None:
        return Project(document)
    try:
        return Project(document, decode(trained))
    except FileError as fault:
        return Project(document, fault=fault)


def write_project(document: Document, trained: str, path: Path) -> None:
    """Save the document with what `codec.encode` made of its training; "" for none. Raises OSError."""
    text = file.dumps_trained(document, trained) if trained else file.dumps(document)
    write_beside(path, text.encode())
