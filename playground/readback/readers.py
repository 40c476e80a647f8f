"""How each kind of file is read: its outputs for the rows, or how many rows of a history it holds.

All raise where a file is not what it should be, ModuleNotFoundError where its reader is not installed.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Outputs = NDArray[np.float32]


class Given:
    """What the files are compared with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def x(self) -> Outputs:
        """The rows, (rows, inputs)."""
        found: Outputs = np.load(self._folder / "x.npy")
        return found

    @cached_property
    def raw(self) -> Outputs:
        """The rows before they were prepared, (rows, columns); the same where there is nothing to prepare."""
        path = self._folder / "raw.npy"
        return np.load(path) if path.exists() else self.x

    @cached_property
    def y(self) -> Outputs:
        """What the network makes of them."""
        found: Outputs = np.load(self._folder / "y.npy")
        return found

    def empty_network(self) -> Any:
        """The network with zeros for weights."""
        import keras

        network = keras.saving.load_model(self._folder / "network.keras", compile=False)
        for variable in network.variables:
            variable.assign(np.zeros(variable.shape, variable.dtype))
        return network

    @cached_property
    def _facts(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self._folder / "facts.json").read_text(encoding="utf-8"))
        return found

    def epochs(self) -> tuple[list[str], list[list[float]]]:
        """The columns of the history and its rows."""
        return self._facts["names"], self._facts["rows"]

    @cached_property
    def classes(self) -> NDArray[np.int64] | None:
        """The class of each row; None where the answers are no classes."""
        path = self._folder / "classes.npy"
        return np.load(path) if path.exists() else None

    @property
    def between(self) -> float:
        """Where one output ends to say the first of two classes."""
        return float(self._facts["between"])


def _outputs(network: Any, x: Outputs) -> Outputs:
    return np.asarray(network(x, training=False))


def _keras(given: Given, path: Path) -> Outputs:
    import keras

    return _outputs(keras.saving.load_model(path), given.x)


def _weights(given: Given, path: Path) -> Outputs:
    network = given.empty_network()
    network.load_weights(path)
    return _outputs(network, given.x)


def _saved_model(given: Given, path: Path) -> Outputs:
    import tensorflow as tf

    # Kept while it is asked: its variables go with it.
    kept = tf.saved_model.load(str(path))
    rows = np.asarray(kept.serve(given.x))
    columns = json.loads((path / "columns.json").read_text(encoding="utf-8"))["columns"]
    named = {}
    for column, values in zip(columns, given.raw.T, strict=True):
        words = [*column["words"], ""]
        named[column["input"]] = tf.constant([words[int(value)] for value in values] if column["words"] else values)
    other = np.asarray(kept.signatures["columns"](**named)["prediction"])
    # The one that is farther off is the proof.
    worse = np.abs(other - given.y).max() > np.abs(rows - given.y).max()
    return other if worse else rows


def _onnx(given: Given, path: Path) -> Outputs:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (outputs,) = session.run(None, {"data": given.raw})
    return np.asarray(outputs)


def _tflite(given: Given, path: Path) -> Outputs:
    """By the package made for it, else by TensorFlow's own; a network that takes one row at a time gets them so."""
    try:
        from ai_edge_litert.interpreter import Interpreter
    except ModuleNotFoundError:
        from tensorflow.lite.python.interpreter import Interpreter
    interpreter = Interpreter(model_path=str(path))
    (signature,) = interpreter.get_signature_list().values()
    run, (output,) = interpreter.get_signature_runner(), signature["outputs"]
    free = interpreter.get_input_details()[0]["shape_signature"][0] == -1
    pieces = [given.x] if free else np.split(given.x, len(given.x))
    return np.concatenate([run(data=piece)[output] for piece in pieces])


def _page(given: Given, path: Path) -> Outputs:
    """The page's own arithmetic, which is its first script, run by Qt's JavaScript."""
    import re

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtQml import QJSEngine

    _application = QCoreApplication.instance() or QCoreApplication([])

    scripts = re.findall(r"<script>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL)
    engine = QJSEngine()
    asked = f"(function() {{ {scripts[0]}; return JSON.stringify({json.dumps(given.x.tolist())}.map(predict)); }})()"
    answer: Any = engine.evaluate(asked)
    if answer.isError():
        raise ValueError(answer.toString())
    return np.asarray([[np.nan if v is None else v for v in row] for row in json.loads(answer.toString())], np.float32)


def _script(given: Given, path: Path) -> int:
    return len(ast.parse(path.read_text(encoding="utf-8")).body) and 0


def _history(given: Given, path: Path) -> int:
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        (_, *names), *rows = csv.reader(file)
    return _same_history(given, names, [[float(cell or "nan") for cell in row[1:]] for row in rows])


def _same_history(given: Given, names: list[str], rows: list[list[float]]) -> int:
    expected_names, expected = given.epochs()
    if names[: len(expected_names)] != expected_names:
        raise ValueError(f"columns {names}")
    ours = np.array([row[: len(expected_names)] for row in rows], np.float32)
    np.testing.assert_allclose(ours, np.array(expected, np.float32), rtol=1e-6)
    return len(rows)


READERS: dict[str, Callable[[Given, Path], Outputs | int]] = {
    "keras": _keras,
    "weights": _weights,
    "saved_model": _saved_model,
    "onnx": _onnx,
    "tflite": _tflite,
    "page": _page,
    "script": _script,
    "history": _history,
}
