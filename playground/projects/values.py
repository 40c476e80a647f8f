"""Frozen values as names and values of JSON and back, by their fields' types; nothing but these types comes back."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from math import isfinite
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.document.edits.differences import Difference
from playground.document.files.checked import FileError, can_be_saved, list_of, record_of
from playground.document.files.file import document_of
from playground.document.files.network import node_of
from playground.document.files.plain import plain_document, plain_node
from playground.document.graph import Node
from playground.document.words import words
from playground.frames.run import Stop

MOST_ENTRIES = 200_000
LONGEST_TEXT = 1_000
LARGEST = 1 << 53
# Values that stand where any may, by the name that they are marked with.
MARKED: Mapping[str, type] = {"stop": Stop, "difference": Difference}
# Numbers that JSON has no word for.
ODD = {"inf": float("inf"), "-inf": float("-inf"), "nan": float("nan")}
ODD_NAMES = {str(value): name for name, value in ODD.items()}


@cache
def _hints(kind: type) -> dict[str, Any]:
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}


def plain(value: Any, place_array: Callable[[NDArray[np.generic]], int]) -> Any:
    """As JSON has it; `place_array` keeps an array and tells the number that stands for it."""
    match value:
        case np.ndarray():
            return place_array(value)
        case Document():
            return plain_document(value)
        case Node():
            return plain_node(value)
        case bool() | int() | str() | None:
            return value
        case float():
            return value if isfinite(value) else ODD_NAMES[str(value)]
        case tuple() | list():
            return [plain(part, place_array) for part in value]
        case Mapping():
            return {name: plain(part, place_array) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        found = {name: plain(getattr(value, name), place_array) for name in _hints(type(value))}
        mark = next((name for name, kind in MARKED.items() if isinstance(value, kind)), None)
        return {mark: found} if mark else found
    raise TypeError(f"no value for a file: {type(value).__name__}")


class Reading:
    """Makes values of what stands in a file, with these arrays. Raises FileError with the place of what is wrong."""

    def __init__(self, arrays: list[NDArray[np.generic]]) -> None:
        self._arrays = arrays

    def read(self, kind: Any, content: Any, place: str) -> Any:
        """A value of that kind."""
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return None if content is None else self.read(get_args(kind)[0], content, place)
        if origin is tuple:
            return self._tuple(get_args(kind), content, place)
        if origin is np.ndarray:
            return self._array(kind, content, place)
        if origin is Literal:
            return _one(get_args(kind), content, place)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {_text(name, place): _real(part, place) for name, part in record_of(content, place).items()}
        return self._plain(kind, content, place)

    def _plain(self, kind: Any, content: Any, place: str) -> Any:
        if kind in SIMPLE:
            return SIMPLE[kind](content, place)
        if kind is object:
            return self._any(content, place)
        if kind is Document:
            return _within(document_of, content, place)
        if kind is Node:
            return node_of(content, place)
        record, hints = record_of(content, place, set(_hints(kind))), _hints(kind)
        for name in hints:
            if name not in record:
                raise FileError("missing_part", f"{place}.{name}")
        return kind(**{name: self.read(hint, record[name], f"{place}.{name}") for name, hint in hints.items()})

    def _tuple(self, kinds: tuple[Any, ...], content: Any, place: str) -> tuple[Any, ...]:
        entries = list_of(content, place, MOST_ENTRIES)
        if kinds[-1] is Ellipsis:
            return tuple(self.read(kinds[0], one, f"{place}[{at}]") for at, one in enumerate(entries))
        if len(entries) != len(kinds):
            raise FileError("wrong_type", place, words("a list [...]"), content)
        parts = zip(kinds, entries, strict=True)
        return tuple(self.read(kind, one, f"{place}[{at}]") for at, (kind, one) in enumerate(parts))

    def _array(self, kind: Any, content: Any, place: str) -> NDArray[np.generic]:
        at = _whole(content, place)
        if at >= len(self._arrays):
            raise FileError("missing_part", place)
        wanted, array = get_args(get_args(kind)[1])[0], self._arrays[at]
        if wanted is not np.generic and array.dtype != np.dtype(wanted):
            raise FileError("wrong_type", place, words("numbers of type {type}", type=np.dtype(wanted).name))
        return array

    def _any(self, content: Any, place: str) -> object:
        if isinstance(content, list):
            return tuple(self._any(one, f"{place}[{at}]") for at, one in enumerate(list_of(content, place, 1_000)))
        if isinstance(content, dict):
            ((name, inside),) = content.items() if len(content) == 1 else (("", None),)
            if name not in MARKED:
                raise FileError("wrong_type", place, words("one of {options}", options=", ".join(MARKED)), content)
            return self.read(MARKED[name], inside, f"{place}.{name}")
        if content is None or isinstance(content, bool):
            return content
        if isinstance(content, str):
            return ODD[content] if content in ODD else _text(content, place)
        return _whole(content, place) if isinstance(content, int) else _real(content, place)


def _within(read: Callable[[Any], Document], content: Any, place: str) -> Document:
    try:
        return read(content)
    except FileError as error:
        raise error.within(place) from error


def _one(allowed: tuple[Any, ...], content: Any, place: str) -> str:
    if not isinstance(content, str) or content not in allowed:
        raise FileError("wrong_type", place, words("one of {options}", options=", ".join(allowed)), content)
    return content


def _whole(content: Any, place: str) -> int:
    if type(content) is not int or not 0 <= content < LARGEST:
        raise FileError("wrong_type", place, words("whole numbers from 0 on"), content)
    return content


def _real(content: Any, place: str) -> float:
    if isinstance(content, str) and content in ODD:
        return ODD[content]
    if type(content) not in (int, float) or not abs(content) <= 1e300:
        raise FileError("wrong_type", place, words("a number"), content)
    return float(content)


def _text(content: Any, place: str) -> str:
    if not isinstance(content, str) or len(content) > LONGEST_TEXT or not can_be_saved(content):
        raise FileError("wrong_type", place, words("text of at most {most} letters", most=LONGEST_TEXT), content)
    return content


def _truth(content: Any, place: str) -> bool:
    if not isinstance(content, bool):
        raise FileError("wrong_type", place, words("true or false"), content)
    return content


SIMPLE: Mapping[Any, Callable[[Any, str], Any]] = {int: _whole, float: _real, str: _text, bool: _truth}
