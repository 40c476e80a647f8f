"""A document as a link of TensorFlow Playground, or what of it no link can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from playground.document.document import Document
from playground.document.files.link import (
    ACTIVATIONS,
    CLASSIFICATION,
    FEATURES,
    KEYS,
    REGRESSION,
    Remark,
    dense_of,
    read_link,
    text_of,
)
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.settings import DataSettings, TrainingSettings


def write_link(document: Document) -> tuple[str, tuple[Remark, ...]]:
    """The link from # on, and nothing else; or "" and what of the document a link cannot say."""
    layers = list(_chain(document))
    found = tuple(dict.fromkeys(_obstacles(document, layers)))
    if found:
        return "", found
    link = "#" + "&".join(f"{name}={text_of(value)}" for name, value in _values(document, layers).items())
    # What no obstacle names is held against the link itself.
    return (link, ()) if _same(read_link(link)[0], document) else ("", (Remark("other"),))


def _values(document: Document, layers: list[Dense]) -> dict[str, Any]:
    """Key -> value, in the page's order."""
    data, training, first = document.data, document.training, layers[0]
    regression = data.facts.task == "regression"
    values: dict[str, Any] = {
        "activation": first.activation if len(layers) > 1 else "tanh",
        "batchSize": training.batch_size,
        "regDataset" if regression else "dataset": data.name,
        "learningRate": training.learning_rate,
        "regularization": _regularization(first),
        "regularizationRate": first.l1 or 2 * first.l2,
        "noise": data.noise,
        "networkShape": tuple(layer.units for layer in layers[:-1]),
        "seed": data.seed_text,
        "showTestData": document.view.show_test,
        "discretize": document.view.discretize,
        "percTrainData": data.train_share,
        **{key: feature in data.features for key, feature in FEATURES.items()},
        "problem": "regression" if regression else "classification",
        "initZero": first.kernel_initializer == "zeros",
    }
    return values | {f"{name}_hide": True for name in document.view.hidden}


def _regularization(layer: Dense) -> str:
    return "L1" if layer.hold_zero else "L2" if layer.l2 else "none"


def _chain(document: Document) -> Iterator[Dense]:
    """The Dense layers from Data on, as far as they stand one behind the other."""
    graph, here, seen = document.graph, DATA, {DATA}
    while len(graph.targets[here]) == 1 and graph.targets[here][0] not in seen:
        here = graph.targets[here][0]
        seen.add(here)
        layer = graph.by_id[here].layer
        if isinstance(layer, Dense):
            yield layer


def _obstacles(document: Document, layers: list[Dense]) -> Iterator[Remark]:
    """Each thing that no link can say; some more than once."""
    graph, data, training = document.graph, document.data, document.training
    branches = any(len(targets) > 1 for targets in graph.targets.values())
    others = [node.layer.kind for node in graph.nodes if not isinstance(node.layer, Data | Dense | Output)]
    if branches:
        yield Remark("branches")
    yield from (Remark("layer", value=kind) for kind in others)
    if training.optimizer != TrainingSettings().optimizer:
        yield Remark("optimizer", value=type(training.optimizer).__name__)
    if data.own is not None:
        yield Remark("data", value=data.own.title)
    elif data.name not in (*CLASSIFICATION, *REGRESSION):
        yield Remark("data", value=data.name)
    if not layers or len(graph.nodes) != len(layers) + 2 or set(graph.trained) != set(graph.by_id):
        if not branches and not others:
            yield Remark("chain")
        return
    yield from _layer_obstacles(document, layers)
    for name, got, wanted in _plain_settings(document):
        if got != wanted:
            yield Remark("setting", name, text_of(got), text_of(wanted))
    for name, value in _values(document, layers).items():
        named = name in ("dataset", "regDataset", "activation") or (name == "seed" and data.generator != "seedrandom")
        if name in KEYS and not named and not _readable(name, value):
            yield Remark("range", name, text_of(value))


def _readable(name: str, value: Any) -> bool:
    try:
        KEYS[name].read(text_of(value))
    except ValueError:
        return False
    return True


def _layer_obstacles(document: Document, layers: list[Dense]) -> Iterator[Remark]:
    *hidden, last = layers
    if last.units != 1:
        yield Remark("last_units", value=str(last.units))
    wanted = "linear" if document.data.facts.task == "regression" else "tanh"
    if last.activation != wanted:
        yield Remark("last_activation", "activation", last.activation, wanted)
    used = sorted({layer.activation for layer in hidden})
    yield from (Remark("activation", "activation", name) for name in used if name not in ACTIVATIONS)
    if len(used) > 1:
        yield Remark("activations", "activation", ",".join(used))
    first = layers[0]
    rate, zero = first.l1 or 2 * first.l2, first.kernel_initializer == "zeros"
    for layer in layers:
        like = dense_of(layer.units, layer.activation, zero, _regularization(first), min(max(rate, -1000.0), 1000.0))
        for name in ("use_bias", "kernel_initializer", "bias_initializer", "l1", "l2", "hold_zero", "trainable"):
            if getattr(layer, name) != getattr(like, name):
                yield Remark("setting", name, text_of(getattr(layer, name)), text_of(getattr(like, name)))


def _plain_settings(document: Document) -> Iterator[tuple[str, object, object]]:
    """Name, value and the one value that a link can mean, for settings that a link has no key for."""
    data, training = document.data, document.training
    output = document.graph.by_id[OUTPUT].layer
    assert isinstance(output, Output)
    yield "loss", output.loss, "half_squared_error"
    yield "generator", data.generator, "seedrandom"
    if data.name in (*CLASSIFICATION, *REGRESSION):
        yield "points", data.points, data.facts.points
    yield "order", training.order, "as_made"
    yield "part_batches", training.part_batches, "carried"
    yield "clipping", training.clipping, "none"
    yield "schedule", type(training.schedule).__name__, "Constant"
    yield "stopping", training.stopping.acts, False


def _same(opened: Document, document: Document) -> bool:
    """Whether two documents are one but for places, names, ids and seeds that draw nothing."""

    def plain(one: Document) -> object:
        data = replace(one.data, seed=0, boundary=DataSettings().boundary)
        training = replace(one.training, seed=0, epochs=1, clip_at=1.0, stopping=TrainingSettings().stopping)
        return list(_chain(one)), data, training, replace(one.view, hidden=()), set(one.view.hidden)

    return plain(opened) == plain(document)
