"""Exported files read by numpy, the standard library and TensorFlow alone."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from playground.engine.session import Session


def rows(path: Path) -> list[list[str]]:
    """The lines of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def with_arrays(session: Session, path: Path) -> Any:
    """The outputs with arrays of a file of weights, which is read here by numpy and the standard library alone."""
    match path.name.split(".")[-1]:
        case "npz":
            arrays = dict(np.load(path))
        case "json":
            arrays = {one["name"]: np.array(one["values"]) for one in json.loads(path.read_text())["weights"]}
        case _:
            arrays, numbers = {}, rows(path)[1:]
            for name in dict.fromkeys(row[0] for row in numbers):
                own = [row for row in numbers if row[0] == name]
                shape = [1 + max(int(row[axis]) for row in own) for axis in range(1, 5) if own[0][axis]]
                arrays[name] = np.array([float(row[5]) for row in own]).reshape(shape)
    network = session.keras_network()
    assert list(arrays) == [variable.path for variable in network.variables]
    for variable in network.variables:
        variable.assign(arrays[variable.path])
    return network(session.arrays.validation_x, training=False)


def last_of_json(path: Path) -> float:
    """The last train loss of a history in JSON."""
    return json.loads(path.read_text())["train_loss"][-1]


def last_of_log(path: Path) -> float:
    """The last train loss in TensorBoard's logs, by its own reader where it is installed."""
    (log,) = (path / "train").iterdir()
    try:
        from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    except ModuleNotFoundError:
        from tensorflow.core.util import event_pb2

        events = [event_pb2.Event.FromString(record.numpy()) for record in tf.data.TFRecordDataset(str(log))]
        values = [value for event in events for value in event.summary.value if value.tag == "loss"]
        return float(tf.make_ndarray(values[-1].tensor))
    read = EventAccumulator(str(path / "train")).Reload()
    (*_, last) = read.Tensors("loss")
    assert last.step == len(read.Tensors("loss")) - 1
    return float(tf.make_ndarray(last.tensor_proto))


def answers_of_page(session: Session, path: Path) -> np.ndarray:
    """What the first script of the page answers, run by Qt's JavaScript."""
    from PySide6.QtQml import QJSEngine

    (network, _) = re.findall(r"<script>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL)
    rows = json.dumps(session.arrays.validation_x.numpy().tolist())
    engine = QJSEngine()
    found = engine.evaluate(f"(function() {{ {network}; return JSON.stringify({rows}.map(predict)); }})()")
    return np.array(json.loads(found.toString()))
