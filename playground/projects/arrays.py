"""Arrays as checked text: little endian, base64, with their shape and a digest; equal ones only once."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.document.files.checked import FileError, list_of, record_of
from playground.document.words import words

MOST_BYTES = 64 << 20
"""Of all arrays of a project together."""
MOST_ARRAYS, MOST_AXES = 50_000, 8
TYPES = ("float32", "float64", "int32", "int64", "uint32", "uint64", "bool")
PARTS = {"type", "shape", "sha256", "base64"}


class TooLargeError(ValueError):
    """What was learned is larger than a file may hold."""


class Writing:
    """Takes arrays and gives the place of each in `entries`. Raises TooLargeError past `most_bytes`."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.entries: list[dict[str, Any]] = []
        self._places: dict[tuple[object, ...], int] = {}
        self._left = most_bytes

    def place(self, array: NDArray[np.generic]) -> int:
        content = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        told = content.tobytes()
        digest = sha256(told).hexdigest()
        key = (array.dtype.name, array.shape, digest)
        if key not in self._places:
            self._left -= content.nbytes
            if self._left < 0:
                raise TooLargeError
            self._places[key] = len(self.entries)
            text = b64encode(told).decode()
            self.entries.append(
                {"type": array.dtype.name, "shape": list(array.shape), "sha256": digest, "base64": text}
            )
        return self._places[key]


def arrays_of(content: object, place: str) -> list[NDArray[np.generic]]:
    """The arrays of a file, read-only. Raises FileError at the first that is not what it says."""
    found, left = [], MOST_BYTES
    for at, entry in enumerate(list_of(content, place, MOST_ARRAYS)):
        array = _array(record_of(entry, f"{place}[{at}]", PARTS), f"{place}[{at}]", left)
        left -= array.nbytes
        found.append(array)
    return found


def _array(entry: dict[str, Any], place: str, most_bytes: int) -> NDArray[np.generic]:
    name, shape, text = entry.get("type"), entry.get("shape"), entry.get("base64")
    if name not in TYPES:
        raise FileError("wrong_type", f"{place}.type", words("one of {options}", options=", ".join(TYPES)), name)
    sizes = list_of(shape, f"{place}.shape", MOST_AXES)
    if not all(type(size) is int and 0 <= size < 1 << 32 for size in sizes):
        raise FileError("wrong_type", f"{place}.shape", words("whole numbers from 0 on"), shape)
    kind = np.dtype(name).newbyteorder("<")
    needed = prod(sizes) * kind.itemsize
    if needed > most_bytes:
        raise FileError("too_large", place, words("at most {most} MiB", most=MOST_BYTES >> 20), "more")
    if not isinstance(text, str) or len(text) != -(-needed // 3) * 4:
        raise FileError("damaged_array", f"{place}.base64")
    try:
        content = b64decode(text, validate=True)
    except ValueError as error:
        raise FileError("damaged_array", f"{place}.base64") from error
    if len(content) != needed or sha256(content).hexdigest() != entry.get("sha256"):
        raise FileError("damaged_array", f"{place}.sha256")
    if name == "bool" and content.strip(b"\0\1"):
        raise FileError("damaged_array", f"{place}.base64")
    return np.frombuffer(content, kind).reshape(sizes).astype(np.dtype(name), copy=False)
