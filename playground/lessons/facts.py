"""What is known now, for goals and live numbers: of the document, of the newest frame, and what the window adds.

What they mean stands in `docs/TEACHING.md`; every name is in `known.FACTS` or `known.FUNCTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.ends import Output
from playground.document.limits import limits
from playground.document.settings import DataSettings, TrainingSettings
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.frames.run import BUILDING, ENDED, Status
from playground.lessons.known import RENAMED
from playground.lessons.setting import sized_layers

_LOSSES = ("train_loss", "validation_loss", "train_accuracy", "validation_accuracy")


@dataclass(frozen=True, slots=True)
class Beginning:
    """How it was when a step began: the document, and the number of the run, None until a frame tells it."""

    document: Document
    run: int | None = None


def known_facts(
    document: Document, frame: Frame | None, status: Status, begun: Beginning, window: Mapping[str, object]
) -> dict[str, object]:
    """Fact -> its value, None where it is unknown; functions as `expressions.value_of` takes them.

    `window` is what only the window knows, and goes before all other. Of a frame that answers another network or
    other data than the document's, nothing is taken.
    """
    facts = _of_document(document, begun)
    if frame is None and status.state in (*ENDED, "training"):
        # What was said before there is a frame of this network was said of another.
        status = BUILDING
    facts |= {"state": status.state, "playing": status.state == "training", "diverged": status.state == "diverged"}
    if frame is not None and frame.graph.is_alike(document.graph) and frame.data == document.data:
        facts |= _of_frame(frame, document, begun)
    return facts | dict(window)


def _of_document(document: Document, begun: Beginning) -> dict[str, object]:
    data, training = document.data, document.training
    nodes = document.graph.nodes
    return _of_network(document) | {
        "dataset": data.own.maker if data.own is not None else data.name,
        "points": data.rows,
        "noise": data.noise / 100,
        "train_share": data.trained_share,
        "seed": data.seed,
        "learning_rate": training.learning_rate,
        "batch_size": training.batch_size,
        "optimizer": type(training.optimizer).__name__,
        "rivals": len(document.rivals),
        "groups": len(document.groups),
        "loss": next((node.layer.loss for node in nodes if isinstance(node.layer, Output)), None),
        "count": lambda kind: sum(node.layer.kind == kind for node in nodes),
        "feature": lambda name: data.facts.planar and name in data.features,
        "changed": partial(_changed, begun.document, document),
    }


def _of_network(document: Document) -> dict[str, object]:
    """What is known of the layers that are trained; nothing of a network that is not finished."""
    known = flow(document)
    ids = document.graph.trained
    if not {DATA, OUTPUT} <= set(ids) or not all(node_id in known.parameters for node_id in ids):
        return {}
    layers = [document.graph.by_id[node_id].layer for node_id in ids if node_id not in (DATA, OUTPUT)]
    sized = [document.graph.by_id[node_id].layer for node_id in sized_layers(document)]
    hidden = sized[:-1]
    sizes = [int(getattr(layer, layer.size_field)) for layer in hidden]
    applied = {layer.applies for layer in hidden if layer.has_activation}
    return {
        "parameters": sum(known.parameters[node_id] for node_id in ids),
        "neurons": sum(sizes),
        "layers": len(layers),
        "hidden_layers": len(hidden),
        "widest": max(sizes, default=0),
        "activation": applied.pop() if len(applied) == 1 else None,
        "output_activation": sized[-1].applies if sized and sized[-1].has_activation else None,
        "dropout": any(layer.kind == "Dropout" for layer in layers),
        "regularised": any(any(layer.penalties) or layer.own_step.acts or layer.penalizes_values for layer in layers),
    }


def _of_frame(frame: Frame, document: Document, begun: Beginning) -> dict[str, object]:
    row = frame.row
    losses = {name: rounded(row[name]) for name in _LOSSES if name in row}
    gap = row["validation_loss"] - row["train_loss"] if {"validation_loss", "train_loss"} <= row.keys() else None
    return losses | {
        "epoch": frame.epoch,
        "loss_gap": gap,
        "was_reset": begun.run is not None and frame.run > begun.run,
        "weight": partial(_weight, document, frame),
        "value": partial(_value, document, frame),
    }


def rounded(value: float) -> float:
    """The number that the nearest float32 stands for: what is 0.95 there is 0.949999988 else, and not 95 %."""
    return float(f"{value:.7g}")


def _weight(document: Document, frame: Frame, layer: str, array: str, *place: int) -> float | None:
    """A number of a layer's weights, as ("first", "kernel", 0, 2); None where there is none."""
    node = _node(document, layer)
    names = node.layer.weight_names if node else ()
    arrays = frame.weights.get(node.id, ()) if node else ()
    if array not in names or names.index(array) >= len(arrays):
        return None
    return _at(arrays[names.index(array)], place)


def _value(document: Document, frame: Frame, layer: str, *place: int) -> float | None:
    """What a layer makes of the chosen example, of its first unit if none is told; None where none is chosen."""
    node = _node(document, layer)
    made = frame.tried.get(node.id) if node else None
    return None if made is None else _at(made, (*place, *(0,) * (made.ndim - len(place))))


def _at(array: Floats, place: tuple[int, ...]) -> float | None:
    inside = len(place) == array.ndim and all(at < size for at, size in zip(place, array.shape, strict=True))
    return rounded(float(array[place])) if inside else None


def _node(document: Document, name: str) -> Node | None:
    """The layer of that id, or else of that name."""
    by_name = (node for node in document.graph.nodes if node.name == name)
    return document.graph.by_id.get(name) or next(by_name, None)


def _changed(before: Document, now: Document, setting: str) -> bool | None:
    """Whether a setting is another one than it was, in any layer that has it; None for what is no setting."""
    reads = _READERS.get(setting)
    if reads is None:
        return list(_of_layers(before, setting)) != list(_of_layers(now, setting))
    return bool(reads(before) != reads(now))


def _of_layers(document: Document, setting: str) -> Iterator[tuple[str, object]]:
    for node in document.graph.nodes:
        if setting in limits(node.layer):
            yield node.id, getattr(node.layer, setting)


def _reader(part: str, name: str) -> Callable[[Document], object]:
    return lambda document: getattr(getattr(document, part), name)


_READERS: Mapping[str, Callable[[Document], object]] = {
    **{name: _reader("training", name) for name in TrainingSettings.__dataclass_fields__},
    **{name: _reader("data", name) for name in limits(DataSettings) if name not in RENAMED.values()},
    **{name: _reader("data", field) for name, field in RENAMED.items()},
    "layers": lambda document: [(node.id, node.layer.kind) for node in document.graph.nodes],
    "edges": lambda document: set(document.graph.edges),
}
