"""How each kind of file is read: its outputs for the rows, how many rows of a history it holds, or a whole answer.

All raise where a file is not what it should be, ModuleNotFoundError where its reader is not installed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.readback.scripts import run_script

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

    def rehearsal(self) -> dict[str, Any]:
        """For how many epochs scripts are run, and the losses that they have to print."""
        found: dict[str, Any] = self._facts["rehearsal"]
        return found


def _outputs(network: Any, x: Outputs) -> Outputs:
    return np.asarray(network(x, training=False))


def _keras(given: Given, path: Path) -> Outputs:
    import keras

    return _outputs(keras.saving.load_model(path), given.raw)


def _weights(given: Given, path: Path) -> Outputs:
    network = given.empty_network()
    network.load_weights(path)
    return _outputs(network, given.x)


def _weights_npz(given: Given, path: Path) -> Outputs:
    with np.load(path, allow_pickle=False) as arrays:
        return _outputs_with(given, dict(arrays))


def _weights_json(given: Given, path: Path) -> Outputs:
    found = json.loads(path.read_text(encoding="utf-8"))["weights"]
    # null becomes NaN.
    return _outputs_with(given, {row["name"]: np.array(row["values"], np.float32) for row in found})


def _weights_csv(given: Given, path: Path) -> Outputs:
    import csv

    found: dict[str, list[tuple[tuple[int, ...], float]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for name, *place, value in list(csv.reader(file))[1:]:
            found.setdefault(name, []).append((tuple(int(at) for at in place if at), float(value)))
    arrays = {}
    for name, rows in found.items():
        arrays[name] = np.full(np.max([place for place, _ in rows], 0) + 1, np.nan, np.float32)
        for at, number in rows:
            arrays[name][at] = number
    return _outputs_with(given, arrays)


def _outputs_with(given: Given, arrays: dict[str, Outputs]) -> Outputs:
    """What the network gives with these arrays, of names as "dense_1/kernel", each layer's in Keras's order."""
    network, places = given.empty_network(), dict[str, int]()
    for name, values in arrays.items():
        layer = name.partition("/")[0]
        variable = network.get_layer(layer).variables[places.setdefault(layer, 0)]
        if variable.name != name.partition("/")[2]:
            raise ValueError(f"{name} stands where {variable.name} is")
        variable.assign(values)
        places[layer] += 1
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
    return _by_interpreter(given.raw, path)


def _tflite_coarse(given: Given, path: Path) -> Outputs:
    return _by_interpreter(given.x, path)


def _by_interpreter(rows: Outputs, path: Path) -> Outputs:
    """By the package made for it, else by TensorFlow's own; a network that takes one row at a time gets them so."""
    try:
        from ai_edge_litert.interpreter import Interpreter
    except ModuleNotFoundError:
        from tensorflow.lite.python.interpreter import Interpreter
    interpreter = Interpreter(model_path=str(path))
    (signature,) = interpreter.get_signature_list().values()
    run, (output,) = interpreter.get_signature_runner(), signature["outputs"]
    free = interpreter.get_input_details()[0]["shape_signature"][0] == -1
    pieces = [rows] if free else np.split(rows, len(rows))
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


def _script(given: Given, path: Path) -> dict[str, Any]:
    return run_script(path.read_text(encoding="utf-8"), **given.rehearsal())


def _notebook(given: Given, path: Path) -> dict[str, Any]:
    """Its code without the plots, whose package need not be here."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code" and "plot" not in cell["metadata"].get("tags", ())]
    return run_script("\n\n".join("".join(cell["source"]) for cell in code), **given.rehearsal())


def _card(given: Given, path: Path) -> int:
    title, *_ = path.read_text(encoding="utf-8").splitlines()
    if not title.startswith("# "):
        raise ValueError(title)
    return 0


def _svg(given: Given, path: Path) -> int:
    from xml.etree import ElementTree

    root = ElementTree.parse(path).getroot()
    if not root.tag.endswith("}svg") or root.find("{*}g") is None:
        raise ValueError(root.tag)
    return 0


def _pdf(given: Given, path: Path) -> int:
    content = path.read_bytes()
    if not content.startswith(b"%PDF-") or not content.rstrip().endswith(b"%%EOF"):
        raise ValueError("no whole PDF")
    return 0


def _history(given: Given, path: Path) -> int:
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        (_, *names), *rows = csv.reader(file)
    return _same_history(given, names, [[float(cell or "nan") for cell in row[1:]] for row in rows])


def _history_json(given: Given, path: Path) -> int:
    (_, *names), (_, *columns) = zip(*json.loads(path.read_text(encoding="utf-8")).items(), strict=True)
    values = [[np.nan if value is None else value for value in row] for row in zip(*columns, strict=True)]
    return _same_history(given, names, values)


def _tensorboard(given: Given, path: Path) -> int:
    """Both logs, record by record; their checksums are looked at."""
    import tensorflow as tf
    from tensorflow.core.util import event_pb2

    found: dict[str, list[float]] = {}
    names, expected = given.epochs()
    for side in ("train", "validation"):
        (log,) = (path / side).iterdir()
        for record in tf.data.TFRecordDataset(str(log)):
            for value in event_pb2.Event.FromString(record.numpy()).summary.value:
                found.setdefault(f"{side}_{value.tag}", []).append(float(tf.make_ndarray(value.tensor)))
    for at, name in enumerate(names):
        column = np.array([row[at] for row in expected], np.float32)
        np.testing.assert_array_equal(np.array(found.get(name, []), np.float32), column[np.isfinite(column)])
    return len(expected)


def _same_history(given: Given, names: list[str], rows: list[list[float]]) -> int:
    expected_names, expected = given.epochs()
    if names[: len(expected_names)] != expected_names:
        raise ValueError(f"columns {names}")
    ours = np.array([row[: len(expected_names)] for row in rows], np.float32)
    np.testing.assert_allclose(ours, np.array(expected, np.float32), rtol=1e-6)
    return len(rows)


READERS: dict[str, Callable[[Given, Path], Outputs | int | dict[str, Any]]] = {
    "keras": _keras,
    "weights": _weights,
    "weights_npz": _weights_npz,
    "weights_json": _weights_json,
    "weights_csv": _weights_csv,
    "saved_model": _saved_model,
    "onnx": _onnx,
    "tflite": _tflite,
    "tflite_coarse": _tflite_coarse,
    "page": _page,
    "script": _script,
    "notebook": _notebook,
    "card": _card,
    "figure": _svg,
    "figure_pdf": _pdf,
    "history": _history,
    "history_json": _history_json,
    "tensorboard": _tensorboard,
}
