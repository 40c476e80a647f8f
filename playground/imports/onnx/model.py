"""An ONNX file as nodes, constants and one input; whatever reaches out of the file is refused."""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass, field
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.imports.found import MOST_NUMBERS
from playground.imports.onnx.wire import BYTES, Value, fields, part, signed, text, whole_numbers
from playground.imports.refused import Refused, quoted, shown

MOST_NODES, MOST_CONSTANTS, MOST_INPUTS = 5_000, 5_000, 64
MOST_AXES = 8
LONGEST_NAME = 100
MOST_ELEMENTS = 1 << 20
DOMAINS = ("", "ai.onnx")
NEWEST_OPSET = 26
LISTS, ZEROS = (6, 7, 8), {1: 0.0, 2: 0}
# The kinds of numbers, by their number, with the field that holds them where they are not raw.
TYPES: dict[int, tuple[str, int]] = {
    1: ("<f4", 4), 11: ("<f8", 10), 7: ("<i8", 7), 6: ("<i4", 5), 10: ("<f2", 5), 9: ("?", 5),
}  # fmt: skip


@dataclass(slots=True)
class Operator:
    """One node: its kind, its name, the names of its inputs and outputs, and its attributes."""

    kind: str = ""
    name: str = ""
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        return f"{shown(self.kind)} {quoted(self.name or next(iter(self.outputs), ''))}"


@dataclass(slots=True)
class Model:
    """All that is known of the file. `inputs`: name and sizes, None for those that are not fixed.

    `facts`: of what else it tells, entries of the names that are asked for; "" of one that is there twice.
    """

    nodes: list[Operator] = field(default_factory=list)
    constants: dict[str, NDArray[Any]] = field(default_factory=dict)
    inputs: list[tuple[str, list[int | None]]] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    opset: int = 0
    held: int = 0
    facts: dict[str, bytes] = field(default_factory=dict)


def read_model(content: bytes, asked: Collection[str] = ()) -> Model:
    """Raises Refused. asked: names of entries of its metadata."""
    model, graphs = Model(), 0
    for number, _, value in fields(memoryview(content)):
        if number == 7:
            graphs += 1
            _graph(part(value), model)
        elif number == 8:
            _opset(part(value), model)
        elif number == 14:
            _fact(part(value), asked, model)
        elif number == 20:
            raise Refused("It holds training operations, which are not known here.")
        elif number == 25:
            raise Refused("It holds functions of its own, which are not known here.")
    if graphs != 1 or not model.nodes:
        raise Refused("It is neither a Keras nor an ONNX file, or it is damaged.")
    if not 7 <= model.opset <= NEWEST_OPSET:
        raise Refused("Its opset is {got}; {low} to {high} are known.", got=model.opset, low=7, high=NEWEST_OPSET)
    return model


def _fact(content: memoryview, asked: Collection[str], model: Model) -> None:
    entry = {number: part(value) for number, _, value in fields(content) if number in (1, 2)}
    name = bytes(entry.get(1, b"")[:LONGEST_NAME]).decode("utf-8", "replace")
    if name in asked:
        model.facts[name] = b"" if name in model.facts else bytes(entry.get(2, b""))


def _opset(content: memoryview, model: Model) -> None:
    domain, version = "", 0
    for number, _, value in fields(content):
        if number == 1:
            domain = text(value)
        elif number == 2 and isinstance(value, int):
            version = value
    if domain in DOMAINS:
        model.opset = max(model.opset, version)
    # Another domain is refused where an operator is of it.


def _graph(content: memoryview, model: Model) -> None:
    given: list[tuple[str, list[int | None]]] = []
    for number, _, value in fields(content):
        if number == 1:
            _limit(len(model.nodes), MOST_NODES)
            model.nodes.append(_operator(part(value)))
        elif number == 5:
            _limit(len(model.constants), MOST_CONSTANTS)
            name, array = _tensor(part(value), model)
            if name in model.constants:
                raise Refused("Two constants have this name.", quoted(name))
            model.constants[name] = array
        elif number == 15:
            raise Refused("It holds sparse constants, which are not known here.")
        elif number == 11:
            _limit(len(given), MOST_CONSTANTS)
            given.append(_value_info(part(value)))
        elif number == 12:
            _limit(len(model.outputs), MOST_INPUTS)
            model.outputs.append(_value_info(part(value))[0])
    # Files of old list the constants among the inputs.
    model.inputs = [(name, sizes) for name, sizes in given if name not in model.constants]


def _limit(count: int, most: int) -> None:
    if count >= most:
        raise Refused("It has more than {most} entries.", most=f"{most:,}")


def _operator(content: memoryview) -> Operator:
    found, domain = Operator(), ""
    for number, _, value in fields(content):
        match number:
            case 1:
                _limit(len(found.inputs), MOST_INPUTS)
                found.inputs.append(text(value))
            case 2:
                _limit(len(found.outputs), MOST_INPUTS)
                found.outputs.append(text(value))
            case 3:
                found.name = text(value)
            case 4:
                found.kind = text(value)
            case 5:
                _limit(len(found.attributes), MOST_INPUTS)
                name, attribute = _attribute(part(value), found)
                found.attributes[name] = attribute
            case 7:
                domain = text(value)
    if domain not in DOMAINS:
        raise Refused("It is of the domain {got}, which is not known here.", found.place, got=shown(domain))
    return found


def _attribute(content: memoryview, owner: Operator) -> tuple[str, Any]:
    name, single, kind_told = "", None, 0
    several: list[Any] = []
    for number, kind, value in fields(content):
        match number:
            case 1:
                name = text(value)
            case 2:
                single = struct.unpack("<f", part(value))[0] if len(part(value)) == 4 else None
            case 3 if isinstance(value, int):
                single = signed(value)
            case 4:
                single = text(value)
            case 5:
                single = _tensor(part(value), None)[1]
            case 6 | 11:
                raise Refused("It holds a network within a network.", owner.place)
            case 7:
                several += _floats(kind, value)
            case 8:
                several += whole_numbers(kind, value)
            case 9:
                several.append(text(value))
            case 20 if isinstance(value, int):
                kind_told = value
            case 21:
                raise Refused("It holds functions of its own, which are not known here.", owner.place)
        _limit(len(several), MOST_ELEMENTS)
    # A list of none has no entry that would tell it from a number, and a number of 0 need not be written.
    if several or kind_told in LISTS:
        return name, several
    return name, ZEROS.get(kind_told) if single is None else single


def _floats(kind: int, value: Value) -> list[float]:
    content = part(value)
    if len(content) % 4:
        raise Refused("It is neither a Keras nor an ONNX file, or it is damaged.")
    return [float(number) for number in np.frombuffer(content, "<f4")]


def _tensor(content: memoryview, model: Model | None) -> tuple[str, NDArray[Any]]:
    name, kind, raw = "", 0, None
    sizes: list[int] = []
    listed: dict[int, list[tuple[int, Value]]] = {}
    for number, wire, value in fields(content):
        match number:
            case 1:
                sizes += whole_numbers(wire, value)
                _limit(len(sizes), MOST_AXES + 1)
            case 2 if isinstance(value, int):
                kind = value
            case 8:
                name = text(value)
            case 9:
                raw = part(value)
            case 13:
                raise Refused("Its numbers lie in another file.", quoted(name))
            case 14 if value:
                raise Refused("Its numbers lie in another file.", quoted(name))
            case 4 | 5 | 7 | 10:
                listed.setdefault(number, []).append((wire, value))
    numbers = prod(sizes)
    if kind not in TYPES:
        raise Refused("Its numbers are of the type {type}.", quoted(name), type=f"{kind} (ONNX)")
    held = numbers + (model.held if model is not None else 0)
    if any(size < 0 for size in sizes) or held > MOST_NUMBERS:
        raise Refused("It holds more than {most} numbers.", quoted(name), most=f"{MOST_NUMBERS:,}")
    if model is not None:
        model.held = held
    return name, _numbers(name, kind, tuple(sizes), raw, listed)


def _numbers(
    name: str, kind: int, sizes: tuple[int, ...], raw: memoryview | None, listed: dict[int, list[tuple[int, Value]]]
) -> NDArray[Any]:
    dtype, number = TYPES[kind]
    if raw is None:
        raw = memoryview(_packed(dtype, number, listed.get(number, [])))
    if len(raw) != prod(sizes) * np.dtype(dtype).itemsize:
        raise Refused("It is not of the size that it tells.", quoted(name))
    array = np.frombuffer(raw, dtype).reshape(sizes)
    with np.errstate(all="ignore"):
        return array.astype(np.float32 if array.dtype.kind == "f" else np.int64)


def _packed(dtype: str, number: int, parts: list[tuple[int, Value]]) -> bytes:
    """What stands in a field of numbers, as raw bytes."""
    if number in (4, 10):
        return b"".join(bytes(part(value)) for _, value in parts)
    values = [value for wire, found in parts for value in whole_numbers(wire, found)]
    if dtype == "<f2":
        return np.array([value & 0xFFFF for value in values], "<u2").tobytes()
    return np.array(values, np.int64).astype(dtype).tobytes()


def _value_info(content: memoryview) -> tuple[str, list[int | None]]:
    name, sizes = "", []  # type: str, list[int | None]
    for number, _, value in fields(content):
        if number == 1:
            name = text(value)
        elif number == 2:
            for _, tensor in _within(part(value), 1):
                for _, shape in _within(part(tensor), 2):
                    sizes = [_size(part(axis)) for _, axis in _within(part(shape), 1)]
    return name, sizes


def _within(content: memoryview, wanted: int) -> list[tuple[int, Value]]:
    found = [(kind, value) for number, kind, value in fields(content) if number == wanted and kind == BYTES]
    _limit(len(found), MOST_INPUTS)
    return found


def _size(content: memoryview) -> int | None:
    for number, _, value in fields(content):
        if number == 1 and isinstance(value, int):
            return signed(value)
    return None
