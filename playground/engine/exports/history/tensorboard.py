"""The epochs of the run as logs that TensorBoard shows, without TensorBoard."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterable
from math import isfinite
from pathlib import Path

import tensorflow as tf
from tensorflow.core.framework import summary_pb2
from tensorflow.core.util import event_pb2

from playground.engine.exports.by_tensorflow import folder_for_tensorflow
from playground.engine.exports.history.rows import history_of
from playground.engine.session import Session

SIDES = ("train", "validation")
LOG = "events.out.tfevents.playground"
VERSION = "brain.Event:2"


def content(session: Session) -> dict[str, bytes]:
    """A log for the points that train and one for those that validate, which TensorBoard draws in the same charts.

    A step is an epoch; a chart is the loss or a metric.
    """
    found = history_of(session)
    files = {}
    for side in SIDES:
        places = {name.removeprefix(f"{side}_"): at for at, name in enumerate(found.names) if name.startswith(side)}
        rows = ((epoch, tag, values[at]) for epoch, values, _ in found.rows for tag, at in places.items())
        files[f"{side}/{LOG}"] = _log(row for row in rows if isfinite(row[2]))
    return files


def _log(rows: Iterable[tuple[int, str, float]]) -> bytes:
    """Records of epochs, tags and values, each with its checksum."""
    now, seen = time.time(), set[str]()
    with folder_for_tensorflow() as folder:
        path = f"{folder}/log"
        with tf.io.TFRecordWriter(path) as file:
            file.write(event_pb2.Event(wall_time=now, file_version=VERSION).SerializeToString())
            for epoch, tag, number in rows:
                value = summary_pb2.Summary.Value(tag=tag, tensor=tf.make_tensor_proto(number, tf.float32))
                if tag not in seen:
                    # The first of each tag says by which of its parts TensorBoard shows it.
                    value.metadata.plugin_data.plugin_name = "scalars"
                    value.metadata.data_class = summary_pb2.DATA_CLASS_SCALAR
                    seen.add(tag)
                summary = summary_pb2.Summary(value=[value])
                file.write(event_pb2.Event(wall_time=now, step=epoch, summary=summary).SerializeToString())
        return Path(path).read_bytes()


def check(path: Path) -> None:
    """Refuse to replace a folder that holds anything else than such logs. Raises FileExistsError."""
    if path.is_dir() and any(path.iterdir()) and not (path / SIDES[0] / LOG).exists():
        raise FileExistsError(errno.EEXIST, "This folder holds other things than logs for TensorBoard", str(path))
