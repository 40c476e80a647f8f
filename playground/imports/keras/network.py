"""The description of a Keras network: its entries, how they are joined, and what they are as layers of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from playground.document.formula.formula import Name, to_text
from playground.document.layers.activations import Formula, Step
from playground.document.layers.layer import Layer, Shape
from playground.imports.found import DATA_PART, MOST_LAYERS, MOST_VALUES, Found, Part
from playground.imports.keras.entries import NETWORK_MODULES, NETWORKS, NO_SETTING, Entry, entry_of, full_name, ordered
from playground.imports.keras.front import without_front
from playground.imports.keras.layers import READERS
from playground.imports.keras.operations import Formulas, Operation
from playground.imports.keras.settings import Settings
from playground.imports.refused import Refused, quoted, shown
from playground.imports.shapes import Shapes

# How many steps a sequence of any length has here.
STEPS = 32
# Of a batch of a fixed size, which a network here has not.
MOST_ROWS = 65_536


@dataclass(slots=True)
class Described:
    """A network without its arrays. `owners`: for each entry with a place in the file, its part and what it lacks."""

    found: Found
    owners: list[Owner] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Owner:
    """An entry that may have arrays: its class and name in the file, its part (None for one without)."""

    kind: str
    name: str
    part: int | None
    absent: tuple[tuple[int, float], ...] = ()
    statistics: bool = False


def read_network(content: Any, version: str = "") -> Described:
    """The network that config.json, or an attribute, describes. Raises Refused."""
    kind, config = _network_of(content)
    old = str(content.get("keras_version", version)).startswith("2")
    listed = config.get("layers") if isinstance(config, dict) else config
    if not isinstance(listed, list):
        raise Refused("It holds no list of layers.")
    if len(listed) > MOST_LAYERS:
        raise Refused("It has more than {most} layers.", most=f"{MOST_LAYERS:,}")
    listed, told = without_front(listed) if kind != "Sequential" else (listed, [])
    entries = [entry_of(record, kind) for record in listed]
    if kind == "Sequential":
        _chain(entries, content)
    names = [entry.name for entry in entries]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused("Two layers have this name.", quoted(twice))
    described = _Reading(entries, old, config if kind != "Sequential" else {}).described()
    described.found.remarks += told
    return described


def _network_of(content: Any) -> tuple[str, Any]:
    if not isinstance(content, dict):
        raise Refused("It describes no network.")
    kind, module, registered = content.get("class_name"), content.get("module"), content.get("registered_name")
    known = module is None or (isinstance(module, str) and NETWORK_MODULES.fullmatch(module))
    if kind not in NETWORKS or not known or registered not in (None, kind, "Functional"):
        raise Refused(
            "{got} is neither Sequential nor Functional, and its code is not run.", got=quoted(full_name(content))
        )
    return str(kind), content.get("config")


def _chain(entries: list[Entry], content: dict[str, Any]) -> None:
    """A Sequential's entries take each from the one before; the first may tell the input's shape itself."""
    if not entries:
        raise Refused("It holds no list of layers.")
    if entries[0].kind != "InputLayer":
        build = content["config"].get("build_input_shape") if isinstance(content["config"], dict) else None
        built = content.get("build_config")
        build = build or (built.get("input_shape") if isinstance(built, dict) else None)
        first = entries[0].config
        shape = first.get("batch_input_shape", first.get("batch_shape", build))
        entries.insert(0, Entry("InputLayer", "\0input", {"batch_shape": shape}, []))
    for before, entry in pairwise(entries):
        entry.sources = [before.name]


class _Reading:
    """Goes through the entries in the order of their values."""

    def __init__(self, entries: list[Entry], old: bool, config: dict[str, Any]) -> None:
        self._entries, self._old = entries, old
        self._by_name = {entry.name: entry for entry in entries}
        self._formulas = Formulas()
        # Steps, each with what it takes; Keras has them as two operations.
        self._steps: dict[str, Any] = {}
        self._at: dict[str, int] = {}
        self._owned: dict[str, Owner] = {}
        self._order = list(ordered(entries))
        self._last = self._ends(config)

    def described(self) -> Described:
        found = Found(self._input_shape())
        self._found, self._shapes = found, Shapes(found.shape)
        for entry in self._order:
            try:
                self._take(entry)
            except Refused as refused:
                raise refused.within(quoted(entry.name)) from None
        self._tensor(self._last)
        if self._at[self._last] != len(found.parts) - 1:
            # What was made last must be what leaves.
            raise Refused("A layer leads nowhere; several outputs are not known here.")
        if found.parts == []:
            raise Refused("It has no layers.")
        owners = [self._owned[entry.name] for entry in self._entries if entry.name in self._owned]
        return Described(found, owners)

    def _ends(self, config: dict[str, Any]) -> str:
        inputs = [entry for entry in self._entries if entry.kind == "InputLayer"]
        if len(inputs) != 1:
            raise Refused("It has {count} inputs; here a network has one.", count=len(inputs))
        used = {source for entry in self._entries for source in entry.sources if isinstance(source, str)}
        ends = [entry.name for entry in self._entries if entry.name not in used]
        listed = config.get("output_layers")
        told = listed if isinstance(listed, list) and listed and isinstance(listed[0], list) else [listed]
        if len(ends) != 1 or len(told) != 1:
            raise Refused("It has {count} outputs; here a network has one.", count=max(len(ends), len(told)))
        if isinstance(told[0], list) and told[0][:1] != ends:
            raise Refused("It has {count} outputs; here a network has one.", count=2)
        return ends[0]

    def _input_shape(self) -> Shape:
        (entry,) = (entry for entry in self._entries if entry.kind == "InputLayer")
        self._at[entry.name] = DATA_PART
        config = entry.config
        shape = config.get("batch_shape") or config.get("batch_input_shape")
        try:
            Settings({name: value for name, value in config.items() if name == "dtype"}, "", self._old)
        except Refused:
            if not str(config.get("dtype")).startswith(("int", "uint")):
                raise
        for name in ("sparse", "ragged", "optional"):
            if config.get(name) not in NO_SETTING:
                raise Refused("expected {expected}, got {got}", name, expected="false", got=shown(config[name]))
        if not isinstance(shape, list) or not 2 <= len(shape) <= 5:
            raise Refused("The shape of its input is not known: {got}.", got=shown(shape))
        return _whole_shape(shape)

    def _take(self, entry: Entry) -> None:
        if entry.kind == "InputLayer" and not entry.operation:
            return
        if entry.operation:
            self._take_operation(entry)
            return
        if any(not isinstance(source, str) for source in entry.sources):
            raise Refused("Its input {got} is no layer's output.", got=shown(entry.sources))
        if entry.nested is not None:
            text = to_text(_nested_formula(entry.nested))
            self._owned[entry.name] = Owner(entry.kind, entry.name, None)
            self._add(entry.name, Formula(text), (self._tensor(entry.sources[0]),))
            return
        self._take_layer(entry)

    def _take_operation(self, entry: Entry) -> None:
        before = self._formulas.by_name.get(entry.sources[0]) if len(entry.sources) == 1 else None
        if entry.kind == "Relu" and before is not None and before.kind == "Sign" and len(before.values) == 1:
            self._steps[entry.name] = before.values[0]
        else:
            self._formulas.by_name[entry.name] = Operation(entry.kind, entry.config, entry.sources)

    def _take_layer(self, entry: Entry) -> None:
        settings = Settings(entry.config, entry.name, self._old)
        sources = tuple(self._tensor(source, entry) for source in entry.sources)
        shapes = tuple(self._shapes.of(source) for source in sources)
        if not shapes:
            raise Refused("Nothing comes into it.")
        if len(set(sources)) < len(sources):
            raise Refused("It takes the same values twice.")
        read = READERS[entry.kind](settings, shapes)
        settings.take("trainable")
        settings.done()
        self._found.remarks += settings.remarks
        for layer in read.layers:
            self._add(entry.name if layer is read.layers[0] else "", layer, sources)
            sources = (len(self._found.parts) - 1,)
        first = len(self._found.parts) - len(read.layers)
        self._at[entry.name] = len(self._found.parts) - 1
        self._owned[entry.name] = Owner(entry.kind, entry.name, first, read.absent, read.statistics)

    def _add(self, name: str, layer: Layer, sources: tuple[int, ...]) -> None:
        self._shapes.add(layer, sources)
        self._found.parts.append(Part(name, layer, sources))
        if name:
            self._at[name] = len(self._found.parts) - 1

    def _tensor(self, name: str, taker: Entry | None = None) -> int:
        """The part that gives a tensor; operations become one first."""
        if name in self._at:
            return self._at[name]
        if taker is not None and taker.kind == "Embedding" and type(taker.config.get("input_dim")) is int:
            looked_up = self._formulas.lookup(name, taker.config["input_dim"] - 1)
            if looked_up is not None:
                return self._tensor(looked_up)
        if name in self._steps:
            self._add(name, Step(), (self._tensor(self._steps[name]),))
            return self._at[name]
        base = self._tensor(self._formulas.base(name))
        self._add(name, Formula(to_text(self._formulas.expression(name))), (base,))
        return self._at[name]


def _whole_shape(shape: list[Any]) -> Shape:
    """Sizes without the batch's; a sequence of any length has STEPS."""
    rows, sizes = shape[0], shape[1:]
    if rows is not None and (type(rows) is not int or not 1 <= rows <= MOST_ROWS):
        raise Refused("The shape of its input is not known: {got}.", got=shown(shape))
    if len(sizes) == 2 and sizes[0] is None and type(sizes[1]) is int:
        sizes = [STEPS, sizes[1]]
    if not all(type(size) is int and 1 <= size <= MOST_VALUES for size in sizes):
        raise Refused("The shape of its input is not known: {got}.", got=shown(shape))
    return tuple(sizes)


def _nested_formula(config: dict[str, Any]) -> Any:
    """A network within a network that is nothing but operations on its one input."""
    listed = config.get("layers")
    if not isinstance(listed, list) or len(listed) > MOST_LAYERS:
        raise Refused("A network within a network is not known here.")
    formulas, inputs = Formulas(), []
    entries = [entry_of(record, "Functional") for record in listed]
    for entry in ordered(entries):
        if entry.operation:
            formulas.by_name[entry.name] = Operation(entry.kind, entry.config, entry.sources)
        elif entry.kind == "InputLayer":
            inputs.append(entry.name)
        else:
            raise Refused("A network within a network is not known here.")
    told = config.get("output_layers")
    told = told[0] if isinstance(told, list) and told and isinstance(told[0], list) else told
    last = told[0] if isinstance(told, list) and told else None
    if len(inputs) != 1 or not isinstance(last, str):
        raise Refused("A network within a network is not known here.")
    return Name("x") if last == inputs[0] else formulas.expression(last)
