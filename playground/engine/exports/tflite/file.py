"""What the conversion is given, and the file that it makes."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile, ZipInfo

import numpy as np

from playground.document.checks.holding import COARSE
from playground.document.files.saving import write_beside
from playground.document.layers.sequences import Recurrent
from playground.engine.exports import keras_file
from playground.engine.exports.apart import REFUSED, Apart
from playground.engine.exports.front import facts_of_columns
from playground.engine.session import Session

CHILD = "playground.engine.exports.tflite.child"
SECONDS = 300.0
# So many rows show the converter between which numbers values lie.
ROWS = 200
LATER = "The conversion took too long and was stopped"


def tflite_content(form: str, session: Session) -> Callable[[Apart], bytes]:
    """What converts the network as it is now, also later; form: "float32", "float16", "dynamic" or "int8".

    A table's columns go in as they are, but where numbers are coarse.
    """
    as_it_sees = f"tflite_{form}" in COARSE
    buffer = BytesIO()
    np.save(buffer, np.asarray(session.arrays.train_x[:ROWS]))
    # With any number of rows at once, recurrent layers cannot be converted.
    rows = 1 if any(isinstance(node.layer, Recurrent) for node, _ in session.spec.nodes) else None
    given = {
        "network.keras": (keras_file.content_of_prepared if as_it_sees else keras_file.content)(session),
        "rows.npy": buffer.getvalue(),
        "asked.json": json.dumps({"form": form, "rows": rows}).encode(),
    }
    return partial(_converted, given, {} if as_it_sees else facts_of_columns(session.document))


def with_facts(content: bytes, facts: dict[str, Any]) -> bytes:
    """The file with what its columns are as metadata.json in a zip behind it, as TensorFlow Lite keeps such files."""
    if not facts:
        return content
    written = BytesIO(content)
    with ZipFile(written, "a") as archive:
        archive.writestr(ZipInfo("metadata.json"), json.dumps(facts, ensure_ascii=False))
    return written.getvalue()


def _converted(given: dict[str, bytes], facts: dict[str, Any], apart: Apart) -> bytes:
    with TemporaryDirectory(prefix="playground-tflite-") as name:
        folder = Path(name)
        for file, part in given.items():
            write_beside(folder / file, part)
        told, ended = apart.run(CHILD, [str(folder)], folder, SECONDS)
        if (made := folder / "network.tflite").exists() and told:
            return with_facts(made.read_bytes(), facts)
    if ended == "stopped":
        raise OSError(errno.ECANCELED, "stopped")
    if ended == "slow":
        raise OSError(errno.ETIME, LATER)
    words = told.decode().strip()
    if words.startswith(REFUSED):
        number = int(words.removeprefix(REFUSED))
        raise OSError(number, os.strerror(number))
    raise ValueError(words or f"exit code {ended}")
