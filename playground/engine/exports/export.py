"""What was built, as files that others read: which module writes each of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from playground.document.files.saving import write_beside, write_folder
from playground.engine.exports import history, keras_file, saved_model, script, weights_file
from playground.engine.session import Session
from playground.frames.commands import Export
from playground.frames.formats import UnknownEndingError, format_of
from playground.frames.reply import Failure, Reply


def anywhere(path: Path) -> None:
    """A file may take the place of another, as whoever chose it was asked."""


class Exporter(NamedTuple):
    """`content` gives the file, or each file of a folder; `check` raises OSError where it must not come to stand."""

    content: Callable[[Session], bytes | Mapping[str, bytes]]
    check: Callable[[Path], object] = anywhere


# By the names of FORMATS; a picture of the window is not here, which the window draws.
EXPORTERS = {
    "keras": Exporter(keras_file.content),
    "weights": Exporter(weights_file.content),
    "saved_model": Exporter(saved_model.content, saved_model.check),
    "script": Exporter(script.content),
    "history": Exporter(history.content),
}


def exporter_of(path: Path) -> Exporter:
    """What writes the format that the path's ending names.

    Raises UnknownEndingError, or OSError where such a file must not come to stand there.
    """
    row = format_of(path)
    if row.name not in EXPORTERS:
        raise UnknownEndingError(path)
    exporter = EXPORTERS[row.name]
    exporter.check(path)
    return exporter


def answer(session: Session | None, asked: Export, past: int | None) -> Reply:
    """Write what was asked for, of the network as it was after `past` batches, None for now; says how that went."""
    failure = None
    try:
        if session is None:
            raise OSError("there is no network yet")
        with session.back_at(past):
            export(session, asked.path)
    except Exception as error:
        failure = Failure.of(error)
    return Reply(asked.path, failure, asked.serial)


def export(session: Session, path: Path, expected: str | None = None) -> None:
    """Write the present network, or its run, in the format that the path's ending names.

    Whatever goes wrong leaves the old file whole, and so does one whose `fingerprint` is not what was expected.
    Raises UnknownEndingError, ChangedError, or OSError where it cannot be written.
    """
    content = exporter_of(path).content(session)
    if isinstance(content, bytes):
        write_beside(path, content, expected)
    else:
        write_folder(path, content, expected)
