"""What was built, as files that others read: Keras, TensorFlow, Python, a table of the run."""

from __future__ import annotations

import csv
import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playground.datasets.code import data_code
from playground.document.code.python_code import python_code
from playground.document.document import Document
from playground.document.files.saving import replace_with
from playground.engine.session import Session

ENDINGS = (".keras", ".weights.h5", ".py", ".csv")


class UnknownEndingError(ValueError):
    """A path whose ending names no format that can be exported."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name}: expected one of {', '.join(ENDINGS)}, or no ending for a SavedModel folder")
        self.path, self.endings = path, ENDINGS


def check_ending(path: Path) -> str:
    """Which of ENDINGS the path has, "" for a SavedModel folder. Raises UnknownEndingError."""
    name = path.name.lower()
    ending = next((ending for ending in ENDINGS if name.endswith(ending) and name != ending), "")
    if path.suffix and not ending:
        raise UnknownEndingError(path)
    return ending


def export(session: Session, path: Path) -> None:
    """Write the present network, or its run, in the format that the path's ending names.

    A crash while writing leaves the old file whole. Raises UnknownEndingError, or OSError where it
    cannot be written.
    """
    writers: dict[str, Callable[[Path], object]] = {
        ".keras": lambda beside: session.keras_network().save(beside),
        ".weights.h5": lambda beside: session.keras_network().save_weights(beside),
        ".py": partial(_write_script, session.document),
        ".csv": partial(_write_history, session),
        "": partial(_write_saved_model, session),
    }
    ending = check_ending(path)
    if not ending:
        _check_folder(path)
    replace_with(path, writers[ending])


def _write_script(document: Document, path: Path) -> None:
    path.write_text(python_code(document, data_code(document.data)), encoding="utf-8", newline="\n")


def _write_history(session: Session, path: Path) -> None:
    """One row an epoch, epoch 0 first: its number, and the columns of the run."""
    curves = session.recorder.curves(session.recorder.count)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("epoch", *curves.names))
        table.writerows((epoch, *row) for epoch, row in zip(curves.epochs, curves.values, strict=True))


def _write_saved_model(session: Session, path: Path) -> None:
    session.keras_network().export(path, format="tf_saved_model", verbose=False)


def _check_folder(path: Path) -> None:
    """Refuse to replace a folder that holds anything else than a SavedModel."""
    if path.is_dir() and any(path.iterdir()) and not (path / "saved_model.pb").exists():
        raise FileExistsError(errno.EEXIST, "This folder holds other things than a SavedModel", str(path))
