"""The network as TensorFlow's SavedModel, a folder: one function of prepared rows, one of columns as they are."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import keras
import tensorflow as tf

from playground.document.document import Document
from playground.document.own_data import RawColumn
from playground.engine.exports.by_tensorflow import folder_for_tensorflow
from playground.engine.session import Session
from playground.tables.raw import raw_columns, safe_names, told

# Which input is which column, by its real name; TensorFlow's own names of inputs can be letters and digits alone.
COLUMNS = "columns.json"


def content(session: Session) -> dict[str, bytes]:
    """Each file of the folder, which TensorFlow reads without Keras.

    `serve` takes rows as the network sees them; `columns` a tensor for each column, by its name in columns.json:
    numbers in their own units, and words. TensorFlow itself writes it, to a temporary folder. Raises OSError where that
    has no room.
    """
    with folder_for_tensorflow() as folder:
        facts = _write(session, folder)
        files = (file for file in Path(folder).rglob("*") if file.is_file())
        made = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    return {**made, COLUMNS: json.dumps(facts, ensure_ascii=False, indent=1).encode()}


def _write(session: Session, folder: str) -> dict[str, object]:
    """Let Keras write the folder; what stands in columns.json."""
    network, document = session.keras_network(), session.document
    own = document.data.own
    columns = raw_columns(own) or tuple(RawColumn(name) for name in document.data.input_names)
    names = safe_names([column.name for column in columns])
    kinds = {name: tf.string if column.words else tf.float32 for name, column in zip(names, columns, strict=True)}
    archive = keras.export.ExportArchive()
    archive.track(network)
    rows = tf.TensorSpec((None, session.spec.inputs), tf.float32, "data")
    archive.add_endpoint("serve", lambda data: network(data, training=False), [rows])
    taken = {name: tf.TensorSpec((None,), kind, name) for name, kind in kinds.items()}
    archive.add_endpoint("columns", _of_columns(network, document, dict(zip(names, columns, strict=True))), [taken])
    archive.write_out(folder, verbose=False)
    facts = told(columns, own)
    return {**facts, "columns": [{"input": name, **one} for name, one in zip(names, facts["columns"], strict=True)]}


def _of_columns(
    network: keras.Model, document: Document, columns: Mapping[str, RawColumn]
) -> Callable[[dict[str, tf.Tensor]], dict[str, tf.Tensor]]:
    """What answers columns by their names; a value also in its own unit."""
    own = document.data.own

    def answer(given: dict[str, tf.Tensor]) -> dict[str, tf.Tensor]:
        prepared = tf.concat([_prepared(given[name], column) for name, column in columns.items()], 1)
        found = {"prediction": network(prepared, training=False)}
        if own is not None and not own.classes:
            sizes, middles = ([getattr(each, part) for each in own.targets] for part in ("size", "middle"))
            found["value"] = found["prediction"] * sizes + middles
        return found

    return answer


def _prepared(values: tf.Tensor, column: RawColumn) -> tf.Tensor:
    """A column as the network sees it, (rows, 1 or words)."""
    if column.words:
        return tf.cast(values[:, None] == tf.constant(column.words), tf.float32)
    if (column.middle, column.size) == (0.0, 1.0):
        return values[:, None]
    # As double, since a year is far from 0 and its own size small.
    exact = (tf.cast(values[:, None], tf.float64) - column.middle) / column.size
    return tf.cast(exact, tf.float32)


def check(path: Path) -> None:
    """Refuse to replace a folder that holds anything else than a SavedModel. Raises FileExistsError."""
    if path.is_dir() and any(path.iterdir()) and not (path / "saved_model.pb").exists():
        raise FileExistsError(errno.EEXIST, "This folder holds other things than a SavedModel", str(path))
