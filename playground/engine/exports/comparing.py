"""A file that was saved, loaded back by Keras, beside the present network on the same inputs."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import h5py
import keras
import numpy as np
import tensorflow as tf
from keras.src.utils.naming import to_snake_case
from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

from playground.engine.exports.front import has_front
from playground.engine.session import Session
from playground.frames.arrays import Floats
from playground.frames.comparing import Apart, Comparison, Kind, LayerDifference, Refused, Shapes
from playground.tables.raw import as_raw, raw_columns

MOST_ROWS = 500
MOST_WORDS = 300
GRAPH = "saved_model.pb"
# What a graph can do beside computing: nobody's network needs it, and a stranger's could.
TOUCHES_FILES = ("ReadFile", "WriteFile", "PyFunc", "PyFuncStateless", "EagerPyFunc", "MatchingFiles", "LoadLibrary")


class _RefusedError(ValueError):
    def __init__(self, why: Refused, details: str = "") -> None:
        super().__init__(why)
        self.why, self.details = why, details


def compare(session: Session | None, path: Path, past: int | None = None) -> Comparison:
    """The file at this path beside the network as it was after `past` batches, None for now.

    Of a SavedModel the path is that of its folder. Never raises: what is wrong stands in the answer.
    """
    path = path.parent if path.name == GRAPH else path
    kind = kind_of(path)
    try:
        if session is None:
            raise _RefusedError("no_network")
        if not path.exists():
            raise _RefusedError("no_file")
        if kind is None:
            raise _RefusedError("other_kind")
        with session.back_at(past):
            return _compared(session, path, kind)
    except _RefusedError as error:
        return Comparison(path, kind, refused=error.why, details=error.details)
    except Exception as error:
        return Comparison(path, kind, refused="unreadable", details=_first_words(error))


def kind_of(path: Path) -> Kind | None:
    """Which of the three ways of saving wrote this; None where none did."""
    name = path.name.lower()
    if path.is_dir():
        return "saved_model" if (path / GRAPH).exists() else None
    return "weights" if name.endswith(".weights.h5") else "keras" if name.endswith(".keras") else None


def _compared(session: Session, path: Path, kind: Kind) -> Comparison:
    x = tf.concat([session.arrays.train_x, session.arrays.validation_x], axis=0)[:MOST_ROWS]
    network = session.keras_network()
    if kind == "weights":
        differences = weight_differences(path, network)
        if differences:
            return Comparison(path, kind, differences=differences)
    saved = _saved_answer(session, path, kind, x)
    # A SavedModel is one graph, which may round otherwise than layer after layer: so is the network then.
    own = tf.function(network, autograph=False) if kind == "saved_model" else network
    present = _numbers(own(x, training=False))
    if saved.shape != present.shape:
        raise _RefusedError("outputs", f"{saved.shape[-1]}, {present.shape[-1]}")
    return Comparison(path, kind, len(present), present.shape[1], _apart(saved, present))


def _saved_answer(session: Session, path: Path, kind: Kind, x: tf.Tensor) -> Floats:
    match kind:
        case "keras":
            loaded = keras.models.load_model(path, compile=False)
            columns = raw_columns(session.document.data.own)
            if columns and has_front(loaded):
                x = tf.constant(as_raw(columns, np.asarray(x)))
            _check_inputs(loaded.input_shape[-1], x)
            return _numbers(loaded(x, training=False))
        case "weights":
            empty = session.keras_network()
            for variable in empty.variables:
                variable.assign(tf.zeros_like(variable))
            empty.load_weights(path)
            return _numbers(empty(x, training=False))
    _check_graph(path)
    # Kept while it is asked: its variables go with it.
    kept = tf.saved_model.load(str(path))
    if not hasattr(kept, "serve"):
        raise _RefusedError("unreadable", "serve")
    _check_inputs(kept.signatures["serving_default"].structured_input_signature[1], x)
    return _numbers(kept.serve(x))


def _check_inputs(expected: object, x: tf.Tensor) -> None:
    if isinstance(expected, dict):
        (spec,) = expected.values()
        expected = spec.shape[-1]
    if expected is not None and expected != x.shape[-1]:
        raise _RefusedError("inputs", f"{expected}, {x.shape[-1]}")


def _check_graph(path: Path) -> None:
    """Refuse a graph that reads or writes files of its own while it answers."""
    found = SavedModel.FromString((path / GRAPH).read_bytes())
    for meta in found.meta_graphs:
        nodes = [*meta.graph_def.node, *(node for part in meta.graph_def.library.function for node in part.node_def)]
        touching = sorted({node.op for node in nodes} & set(TOUCHES_FILES))
        if touching:
            raise _RefusedError("own_files", ", ".join(touching))


def _numbers(values: tf.Tensor) -> Floats:
    found = np.asarray(values, np.float32)
    return found.reshape(len(found), -1)


def _apart(saved: Floats, present: Floats) -> Apart | None:
    """Where two answers differ most; a number that is none on one side only counts most of all."""
    if np.array_equal(saved, present, equal_nan=True):
        return None
    away = np.abs(saved.astype(np.float64) - present)
    away = np.where(np.isnan(saved) & np.isnan(present), 0.0, np.nan_to_num(away, nan=np.inf))
    row, output = (int(place) for place in np.unravel_index(int(away.argmax()), away.shape))
    return Apart(row, output, float(saved[row, output]), float(present[row, output]))


def weight_differences(path: Path, network: keras.Model) -> tuple[LayerDifference, ...]:
    """The layers whose weights have other shapes in a `.weights.h5` than in the network.

    In the order of the network; those that only the file has come last.
    """
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "own.weights.h5"
        network.save_weights(own)
        present = _shapes(own)
    saved, names = _shapes(path), _names(network)
    order = [*(place for place in names if place in present or place in saved), *(set(saved) - set(names))]
    return tuple(
        LayerDifference(names.get(place, place), saved.get(place, ()), present.get(place, ()))
        for place in order
        if saved.get(place, ()) != present.get(place, ())
    )


def _names(network: keras.Model) -> dict[str, str]:
    """What a layer is called in a file of weights, by its class and a number -> its own name."""
    counts: Counter[str] = Counter()
    found = {}
    for layer in network.layers:
        kind = to_snake_case(type(layer).__name__)
        found[f"{kind}_{counts[kind]}" if counts[kind] else kind] = layer.name
        counts[kind] += 1
    return found


def _shapes(path: Path) -> dict[str, Shapes]:
    """The shapes of each layer's weights in a file, in their order; layers without any are left out."""
    found: dict[str, Shapes] = {}

    def note(place: str, item: object) -> None:
        parts = place.split("/")
        if isinstance(item, h5py.Dataset) and parts[0] == "layers" and len(parts) > 2:
            found[parts[1]] = (*found.get(parts[1], ()), tuple(item.shape))

    with h5py.File(path, "r") as file:
        if "layers" not in file:
            raise _RefusedError("unreadable", "layers")
        file.visititems(note)
    return found


def _first_words(error: Exception) -> str:
    """The first sentence of what Keras says, in one line."""
    text = (str(error) or type(error).__name__).strip()
    return " ".join(text.splitlines()[0].split())[:MOST_WORDS]
