"""A project: its document and what it has learned, in one readable file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playground.datasets.galleries.rows import looked_for
from playground.datasets.packing import looked_for_rows
from playground.document.document import Document
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.saving import fingerprint_of, write_beside
from playground.frames.trained import Training
from playground.projects.codec import decode


@dataclass(frozen=True, slots=True)
class Project:
    """A document and what it has learned, None where nothing is known of that.

    `fault` says what is wrong with what a file says was learned; the document is right all the same. `experiment`: many
    runs as values of JSON, which `runs/experiment.py` reads.
    """

    document: Document
    training: Training | None = None
    fault: FileError | None = None
    experiment: Any = None


def read_project(path: Path) -> Project:
    """The project in a file. Raises FileError for its document, or OSError where it cannot be read."""
    document, trained, experiment = file.read_parts(path)
    if document.data.own is not None:
        # Whether pictures or rows that it only names are on this machine, the file cannot know.
        own = looked_for_rows(looked_for(document.data.own))
        document = replace(document, data=replace(document.data, own=own))
    if trained is None:
        return Project(document, experiment=experiment)
    try:
        return Project(document, decode(trained), experiment=experiment)
    except FileError as fault:
        return Project(document, fault=fault, experiment=experiment)


def write_project(
    document: Document, trained: str, path: Path, experiment: str = "", expected: str | None = None
) -> str:
    """Save the document with what `codec.encode` made of its training, and many runs as JSON; "" for none.

    Gives the file's `fingerprint`. Raises OSError; ChangedError where that of what is there is not what was expected.
    """
    known = trained or experiment
    text = file.dumps_trained(document, trained, experiment) if known else file.dumps(document)
    content = text.encode()
    write_beside(path, content, expected)
    return fingerprint_of(content)
