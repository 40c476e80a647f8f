"""Arrays of an HDF5 file, looked up one by one: nothing is gone through, no link is followed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import prod
from typing import Any, BinaryIO, TypeVar

import h5py
import numpy as np

from playground.document.words import Words, words
from playground.imports.found import MOST_NUMBERS, Array
from playground.imports.refused import Refused, quoted, shown

MOST_RATIO, SMALL = 100, 1 << 20
MOST_TEXT = 8 << 20
MOST_NAMES = 4_096
MOST_AXES = 6
# gzip, shuffle, checksum; any other one may be a library that is loaded.
FILTERS = (1, 2, 3)
FLOATS = (2, 4, 8)

Given = TypeVar("Given")


def _guarded(read: Callable[..., Given]) -> Callable[..., Given]:
    """Whatever the library says of a damaged file is one refusal."""

    @wraps(read)
    def guarded(*given: Any, **named: Any) -> Given:
        try:
            return read(*given, **named)
        except (Refused, MemoryError):
            raise
        except Exception as error:
            raise Refused("The HDF5 file is damaged.") from error

    return guarded


class Tree:
    """An open HDF5 file. `remarks` grows by what is odd in the arrays that were read."""

    @_guarded
    def __init__(self, file: BinaryIO) -> None:
        self._file = h5py.File(file, "r")
        self._left = MOST_NUMBERS
        self.remarks: list[Words] = []

    @_guarded
    def close(self) -> None:
        self._file.close()

    def has(self, path: str) -> bool:
        """Whether there is a group or an array. Raises Refused for a link that leads away."""
        return self._at(path) is not None

    @_guarded
    def array(self, path: str) -> Array | None:
        """The array, float32; None where there is none. Raises Refused for one that is not as Keras writes them."""
        found = self._at(path)
        if found is None:
            return None
        if not isinstance(found, h5py.Dataset):
            raise Refused("A group stands where an array belongs.", quoted(path))
        _check(found, path)
        numbers = prod(found.shape)
        if numbers > self._left:
            raise Refused("It holds more than {most} numbers.", quoted(path), most=f"{MOST_NUMBERS:,}")
        self._left -= numbers
        values = np.asarray(found[()])
        with np.errstate(all="ignore"):
            read = np.ascontiguousarray(values, np.float32)
        if not np.isfinite(read).all():
            self.remarks.append(words("{place} holds numbers that are none, or too large.", place=quoted(path)))
        return read

    @_guarded
    def text(self, name: str, path: str = "") -> str | None:
        """An attribute that is text; None where there is none."""
        found = self._attribute(name, path)
        if found is None:
            return None
        if isinstance(found, bytes):
            found = found.decode()
        if not isinstance(found, str):
            raise Refused("{name} is no text.", name=shown(name))
        return found

    @_guarded
    def texts(self, name: str, path: str = "") -> tuple[str, ...] | None:
        """An attribute that is a list of text; None where there is none. Long ones lie in parts, name0, name1, …"""
        whole = self._attribute(name, path)
        if whole is None:
            parts: list[Any] = []
            while (part := self._attribute(f"{name}{len(parts)}", path)) is not None:
                parts.append(part)
            if not parts:
                return None
            whole = [entry for part in parts for entry in np.atleast_1d(part)]
        entries = list(np.atleast_1d(whole))
        if len(entries) > MOST_NAMES:
            raise Refused("It has more than {most} entries.", shown(name), most=f"{MOST_NAMES:,}")
        return tuple(entry.decode() if isinstance(entry, bytes) else str(entry) for entry in entries)

    def _attribute(self, name: str, path: str) -> Any:
        group = self._at(path)
        if group is None or name not in group.attrs:
            return None
        if group.attrs.get_id(name).get_storage_size() > MOST_TEXT:
            raise Refused("It is larger than {most} MiB.", shown(name), most=MOST_TEXT >> 20)
        return group.attrs[name]

    @_guarded
    def _at(self, path: str) -> Any:
        """What stands at a path, part by part, each of which has to be there itself and not by a link."""
        found: Any = self._file
        for part in filter(None, path.split("/")):
            if part in (".", "..") or not isinstance(found, h5py.Group):
                return None
            link = found.get(part, getlink=True)
            if link is None:
                return None
            if not isinstance(link, h5py.HardLink):
                raise Refused("It is a link to somewhere else.", quoted(path))
            found = found[part]
        return found


def _check(found: Any, path: str) -> None:
    place, made = quoted(path), found.id.get_create_plist()
    if found.is_virtual or made.get_external_count():
        raise Refused("Its numbers lie in another file.", place)
    if found.shape is None or len(found.shape) > MOST_AXES:
        raise Refused("It is no array of numbers.", place)
    if found.dtype.kind != "f" or found.dtype.itemsize not in FLOATS:
        raise Refused("Its numbers are of the type {type}.", place, type=shown(str(found.dtype)))
    if any(made.get_filter(at)[0] not in FILTERS for at in range(made.get_nfilters())):
        raise Refused("It is compressed in a way that Keras does not use.", place)
    size = prod(found.shape) * found.dtype.itemsize
    if size > SMALL and size > MOST_RATIO * max(found.id.get_storage_size(), 1):
        raise Refused("It unpacks to more than {ratio} times its size.", place, ratio=MOST_RATIO)
