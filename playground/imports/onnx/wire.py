"""The wire format that ONNX files are written in: fields with numbers, read within bounds and without any schema."""

from __future__ import annotations

from collections.abc import Iterator

from playground.imports.refused import Refused

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
LONGEST_VARINT = 10

Value = int | memoryview


def fields(content: memoryview) -> Iterator[tuple[int, int, Value]]:
    """(number, wire type, value) of each field; raises Refused where the bytes are none."""
    at, end = 0, len(content)
    while at < end:
        key, at = _varint(content, at)
        number, kind = key >> 3, key & 7
        if number == 0:
            raise _damaged()
        if kind == VARINT:
            value, at = _varint(content, at)
            yield number, kind, value
            continue
        if kind == BYTES:
            size, at = _varint(content, at)
        elif kind in (FIXED64, FIXED32):
            size = 8 if kind == FIXED64 else 4
        else:
            raise _damaged()
        if size > end - at:
            raise _damaged()
        yield number, kind, content[at : at + size]
        at += size


def _varint(content: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    for place in range(at, min(at + LONGEST_VARINT, len(content))):
        byte = content[place]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value & (1 << 64) - 1, place + 1
        shift += 7
    raise _damaged()


def signed(value: int) -> int:
    """A whole number of 64 bits with its sign."""
    return value - (1 << 64) if value >= 1 << 63 else value


def whole_numbers(kind: int, value: Value) -> Iterator[int]:
    """One number, or the numbers of a packed field, with their signs."""
    if isinstance(value, int):
        yield signed(value)
        return
    if kind != BYTES:
        raise _damaged()
    at = 0
    while at < len(value):
        found, at = _varint(value, at)
        yield signed(found)


def text(value: Value) -> str:
    if isinstance(value, int):
        raise _damaged()
    return bytes(value).decode("utf-8", "replace")


def part(value: Value) -> memoryview:
    if isinstance(value, int):
        raise _damaged()
    return value


def _damaged() -> Refused:
    return Refused("It is neither a Keras nor an ONNX file, or it is damaged.")
