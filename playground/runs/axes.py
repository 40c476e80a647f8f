"""What varies in an experiment: a setting of a layer, of the data or of the training, and the values that it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.rivals import rival_document
from playground.document.graph import DATA
from playground.document.limits import Choice, Flag, Limit, Real, SettingError, Several, Sizes, Whole, limits
from playground.document.schedules import SCHEDULES
from playground.document.settings import DATASETS, OPTIMIZERS
from playground.document.words import Words, words

Value = bool | int | float | str | tuple[str, ...] | tuple[int, ...]
PARTS = ("training", "optimizer", "schedule", "stopping", "data")
"""Where a name that stands alone is looked for, in this order."""
KINDS: Mapping[str, Mapping[str, object]] = {"optimizer": OPTIMIZERS, "schedule": SCHEDULES, "data": DATASETS}
"""Parts that are chosen as a whole, by a name."""
NETWORK = "network"
"""Which of the networks of a project: the present one, or a rival."""
RATE, FOUND = "training.learning_rate", "found"
"""The setting and the value by which each run searches for its own learning rate."""
MOST_VALUES = 1_000


class AxisError(ValueError):
    """A setting or a value that there is not, in words."""

    def __init__(self, what: Words) -> None:
        super().__init__(str(what))
        self.words = what


@dataclass(frozen=True, slots=True)
class Rate(Real):
    """A learning rate: a number, or the word for one that is found."""

    def accepts(self, value: object) -> bool:
        # By name: in a class with slots, super() without arguments means the class before it got them.
        return value == FOUND or Real.accepts(self, value)

    def expected(self) -> Words:
        return words("{low} to {high}, or found", low=f"{self.low:g}", high=f"{self.high:g}")


@dataclass(frozen=True, slots=True)
class Axis:
    """A setting by its full name, as `training.learning_rate` or `dense_1.units`, and its values, each once."""

    name: str
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.values) <= MOST_VALUES:
            raise AxisError(words("{name}: 1 to {most} values, got {got}", name=self.name, most=f"{MOST_VALUES:,}",
                                  got=f"{len(self.values):,}"))  # fmt: skip
        for at, value in enumerate(self.values):
            if value in self.values[:at]:
                raise AxisError(words("{name}: {value} stands there twice", name=self.name, value=value_text(value)))


def settings_of(document: Document) -> dict[str, Limit]:
    """Full name -> limit, of every setting that may vary."""
    found: dict[str, Limit] = {}
    for part in PARTS:
        found.update({f"{part}.{name}": limit for name, limit in limits(_part(document, part)).items()})
        if part in KINDS:
            found[part] = Choice(tuple(KINDS[part]))
    # Another data set comes with its number of points; `data` says it as a whole.
    del found["data.name"]
    if document.data.own is not None and document.data.own.by_column:
        # A column of the table has said how many train.
        del found["data.train_share"]
    rate = found[RATE]
    assert isinstance(rate, Real)
    found[RATE] = Rate(rate.low, rate.high)
    if document.rivals:
        found[NETWORK] = Choice(tuple(networks(document)))
    for node in document.graph.nodes:
        if node.id != DATA:
            found.update({f"{node.id}.{name}": limit for name, limit in limits(node.layer).items()})
    return found


def networks(document: Document) -> dict[str, Document]:
    """What each network of a project is called -> it alone. The present one is `present` where it has no name."""
    found = {document.name or "present": replace(document, rivals=())}
    for rival in document.rivals:
        found[rival.name if rival.name and rival.name not in found else rival.id] = rival_document(document, rival)
    return found


def _part(document: Document, part: str) -> Any:
    if part in ("data", "training"):
        return getattr(document, part)
    return getattr(document.training, part)


def full_name(document: Document, name: str) -> str:
    """The setting that is meant: its full name, the end of one, or a layer by what a person calls it.

    Raises AxisError with the nearest.
    """
    known, name = settings_of(document), name.strip()
    if name in known:
        return name
    for part in PARTS:
        if f"{part}.{name}" in known:
            return f"{part}.{name}"
    place, _, setting = name.rpartition(".")
    named = [f"{node.id}.{setting}" for node in document.graph.nodes if place and node.name == place]
    if len(named) == 1 and named[0] in known:
        return named[0]
    raise AxisError(_no_such(name, known))


def _no_such(name: str, known: Mapping[str, Limit]) -> Words:
    near = _nearest(name, known)
    if near:
        return words("there is no setting “{name}”; nearest: {near}", name=name, near=near)
    offered = ", ".join(list(known)[:3])
    return words("there is no setting “{name}”; there are {some}, ...", name=name, some=offered)


def _nearest(name: str, known: Mapping[str, Limit]) -> str:
    place, _, setting = name.rpartition(".")
    # Of a layer that is there, another of its own settings is likelier than a setting elsewhere.
    own = [one for one in known if place and one.startswith(f"{place}.")]
    if own:
        ends = get_close_matches(setting, [one.rpartition(".")[2] for one in own], 1, 0.4)
        return f"{place}.{ends[0]}" if ends else ", ".join(own[:4])
    short = {one.removeprefix("training."): one for one in known} | {one.rpartition(".")[2]: one for one in known}
    for names in (known, short):
        if found := get_close_matches(name, list(names), 1):
            return found[0] if place else short.get(found[0], found[0]).removeprefix("training.")
    return ""


def parse_axis(document: Document, text: str) -> Axis:
    """`learning_rate=0.003,0.01` as an axis. Raises AxisError."""
    name, equals, listed = text.partition("=")
    if not equals or not listed.strip():
        raise AxisError(words("expected SETTING=VALUE,VALUE, as learning_rate=0.01,0.03, got {got}", got=text))
    known = settings_of(document)
    full = full_name(document, name)
    return Axis(full, tuple(_value(full, known[full], part.strip()) for part in _split(listed)))


def _split(text: str) -> list[str]:
    """At the commas, but for those in brackets, as a formula may have them."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


READERS: dict[type[Any], Callable[[str], Value]] = {
    Whole: int,
    Real: float,
    Rate: float,
    Flag: lambda text: {"true": True, "false": False}[text.lower()],
    Sizes: lambda text: tuple(int(size) for size in text.lower().split("x")),
    Several: lambda text: tuple(text.split("+")),
}


def _value(name: str, limit: Limit, text: str) -> Value:
    """The value that is typed. Raises AxisError with what is expected, and the nearest where it is a word."""
    try:
        value = READERS.get(type(limit), str)(text)
    except (ValueError, KeyError):
        value = text
    if limit.accepts(value):
        return value
    options = limit.options if isinstance(limit, Choice) else ()
    caseless = {option.lower(): option for option in options}
    if near := get_close_matches(text.lower(), list(caseless), 1):
        near_one = caseless[near[0]]
        raise AxisError(words("{name}: there is no “{got}”; nearest: {near}", name=name, got=text, near=near_one))
    raise AxisError(words("{name}: expected {expected}, got {got}", name=name, expected=limit.expected(), got=text))


def value_text(value: Value) -> str:
    """As it is typed and as the table has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ("x" if value and isinstance(value[0], int) else "+").join(map(str, value))
    return repr(value) if isinstance(value, float) else str(value)


def with_setting(document: Document, name: str, value: Value) -> Document:
    """The document with that value of a setting, by its full name. Raises AxisError where both do not go together."""
    try:
        return _changed(document, name, value)
    except SettingError as error:
        wrong = words("{name}: expected {expected}, got {got}", name=name, expected=error.limit.expected(),
                      got=value_text(value))  # fmt: skip
        raise AxisError(wrong) from error
    except TypeError as error:
        raise AxisError(words("{name}: what varies beside it has no such setting", name=name)) from error


def _changed(document: Document, name: str, value: Any) -> Document:
    if (name, value) == (RATE, FOUND):
        # Nobody knows it before the run begins.
        return document
    if name == NETWORK:
        return networks(document)[value]
    if name == "data":
        return edits.choose_data(document, value)
    if name in KINDS:
        chosen: Any = KINDS[name][value]
        return edits.set_training(document, replace(document.training, **{name: chosen()}))
    place, _, setting = name.rpartition(".")
    if place not in PARTS:
        if place not in document.graph.by_id:
            # Another network need not have the layer.
            raise TypeError(place)
        layer = replace(document.graph.by_id[place].layer, **{setting: value})
        return edits.set_layer(document, place, layer)
    changed = replace(_part(document, place), **{setting: value})
    if place == "data":
        return edits.set_data(document, changed)
    training = changed if place == "training" else replace(document.training, **{place: changed})
    return edits.set_training(document, training)
