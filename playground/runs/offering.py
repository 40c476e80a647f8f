"""Values that are offered when a setting is to vary: around the one it has."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.document.limits import Choice, Flag, Limit, Real, Whole
from playground.runs.axes import KINDS, NETWORK, PARTS, Axis, Value, networks, settings_of

OFFERED = 3
COMMON = {"optimizer": ("SGD", "Adam", "RMSprop"), "activation": ("relu", "tanh", "sigmoid")}


def offered(document: Document, name: str) -> Axis:
    """The setting of that full name, with a few values near its own."""
    limit, present = settings_of(document)[name], present_value(document, name)
    return Axis(name, _values(name, limit, present))


def present_value(document: Document, name: str) -> Value:
    """What the setting is now."""
    place, _, setting = name.rpartition(".")
    if name == NETWORK:
        return next(iter(networks(document)))
    if name == "data":
        return document.data.name
    if name in KINDS:
        return type(getattr(document.training, name)).__name__
    if place not in PARTS:
        found: Value = getattr(document.graph.by_id[place].layer, setting)
        return found
    part = getattr(document, place) if place in ("data", "training") else getattr(document.training, place)
    value: Value = getattr(part, setting)
    return value


def _values(name: str, limit: Limit, present: Value) -> tuple[Value, ...]:
    if isinstance(limit, Flag):
        return (False, True)
    if isinstance(limit, Choice):
        first = COMMON.get(name.rpartition(".")[2], ())
        options = [present, *(one for one in (*first, *limit.options) if one in limit.options)]
        return tuple(dict.fromkeys(options))[: max(OFFERED, len(limit.options) if name == NETWORK else 0)]
    near: list[Value] = [present]
    if isinstance(present, int | float) and isinstance(limit, Whole):
        near = [present // 2, present, present * 2] if present else [0, 1, 2]
    elif isinstance(present, int | float) and isinstance(limit, Real):
        near = [_round(present / 3), present, _round(present * 3)] if present else [0.0, 0.1, 0.3]
    return tuple(dict.fromkeys(value for value in near if limit.accepts(value))) or (present,)


def _round(value: float) -> float:
    """To one digit, so that it reads well."""
    return float(f"{value:.0e}")


def first_axes(document: Document) -> tuple[Axis, ...]:
    """The two settings that most often matter: the learning rate, and the width of the first dense layer."""
    wide = [node for node in document.graph.nodes if node.id != DATA and isinstance(node.layer, Dense)]
    names = ["training.learning_rate", *(f"{node.id}.units" for node in wide[:1])]
    known = settings_of(document)
    return tuple(offered(document, name) for name in names if name in known)
