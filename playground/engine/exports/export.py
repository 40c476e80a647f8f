"""What was built, as files that others read: which module writes each of the formats."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from playground.document.files.saving import write_beside, write_folder
from playground.engine.exports import history, keras_file, onnx_file, saved_model, script, weights_file
from playground.engine.exports.page.file import page_content
from playground.engine.exports.proving import Expected, expected_of, prove
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
    "onnx": Exporter(onnx_file.content, onnx_file.check),
    "page": Exporter(page_content),
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


def answer(session: Session | None, asked: Export, past: int | None, say: Callable[[Reply], object]) -> None:
    """Write what was asked for, of the network as it was after `past` batches, None for now; say how that went.

    Once it is written a thread has it loaded back, and says what it gave: the run does not wait for that.
    """
    try:
        if session is None:
            raise OSError("there is no network yet")
        with session.back_at(past):
            export(session, asked.path)
            expected = expected_of(session)
    except Exception as error:
        say(Reply(asked.path, Failure.of(error), asked.serial))
        return
    say(Reply(asked.path, None, asked.serial))
    threading.Thread(target=_prove, args=(expected, asked, say), name="proof", daemon=True).start()


def _prove(expected: Expected, asked: Export, say: Callable[[Reply], object]) -> None:
    for proof in prove(expected, [asked.path]):
        say(Reply(asked.path, None, asked.serial, proof))


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
