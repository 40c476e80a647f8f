"""What was built, as files that others read: which module writes each of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playground.document.checks.holding import refuse_lost
from playground.document.files.saving import naming, write_beside, write_folder
from playground.engine.exports import keras_file, legacy_h5, onnx_file, saved_model, script
from playground.engine.exports.apart import Apart
from playground.engine.exports.history import history_table, history_text, tensorboard
from playground.engine.exports.page.file import page_content
from playground.engine.exports.tflite.file import tflite_content
from playground.engine.exports.weights import h5, npz, table, text
from playground.engine.session import Session
from playground.frames.formats import UnknownEndingError, format_of

Content = bytes | Mapping[str, bytes]


def anywhere(path: Path) -> None:
    """A file may take the place of another, as whoever chose it was asked."""


class Exporter(NamedTuple):
    """`content` gives the file, or each file of a folder, or what makes it in a process of its own.

    `check` raises OSError where it must not come to stand.
    """

    content: Callable[[Session], Content | Callable[[Apart], bytes]]
    check: Callable[[Path], object] = anywhere


# By the names of FORMATS; a picture of the window is not here, which the window draws.
EXPORTERS = {
    "keras": Exporter(keras_file.content),
    "weights": Exporter(h5.content),
    "weights_npz": Exporter(npz.content),
    "weights_json": Exporter(text.content),
    "weights_csv": Exporter(table.content),
    "h5": Exporter(legacy_h5.content),
    "saved_model": Exporter(saved_model.content, saved_model.check),
    "onnx": Exporter(onnx_file.content, onnx_file.check),
    "tflite": Exporter(partial(tflite_content, "float32")),
    "tflite_float16": Exporter(partial(tflite_content, "float16")),
    "tflite_dynamic": Exporter(partial(tflite_content, "dynamic")),
    "tflite_int8": Exporter(partial(tflite_content, "int8")),
    "page": Exporter(page_content),
    "script": Exporter(script.content),
    "tensors": Exporter(script.tensors_content),
    "class": Exporter(script.class_content),
    "history": Exporter(history_table.content),
    "history_json": Exporter(history_text.content),
    "tensorboard": Exporter(tensorboard.content, tensorboard.check),
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


def content_of(session: Session, path: Path) -> Content | Callable[[Apart], bytes]:
    """The present network, or its run, in the format that the path's ending names.

    Raises UnknownEndingError, LostError where the format cannot hold this network, or OSError.
    """
    exporter = exporter_of(path)
    refuse_lost(session.document, format_of(path).name)
    # Some are made by way of a temporary folder.
    with naming(path):
        return exporter.content(session)


def made(content: Content | Callable[[Apart], bytes], path: Path, apart: Apart) -> Content:
    """What `content_of` gave for the path, once another process has made it. Raises OSError, or ValueError."""
    with naming(path):
        return content(apart) if callable(content) else content


def export(session: Session, path: Path, expected: str | None = None) -> None:
    """Write `content_of`. Whatever goes wrong leaves the old file whole.

    So does a file whose `fingerprint` is not what was expected: ChangedError.
    """
    content = content_of(session, path)
    write(path, made(content, path, Apart()), expected)


def write(path: Path, content: Content, expected: str | None = None) -> None:
    """A file, or each file of a folder. Raises ChangedError, or OSError where it cannot be written."""
    if isinstance(content, bytes):
        write_beside(path, content, expected)
    else:
        write_folder(path, content, expected)
