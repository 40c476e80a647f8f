"""A table's own columns as operators in front of the network: numbers to its scale, words to 0s and 1s."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from playground.document.own_data import RawColumn
from playground.operators.sheet import DOUBLE, FLOAT, Sheet

_PREPARED = "prepared"


def prepared(sheet: Sheet, data: str, columns: Sequence[RawColumn]) -> str:
    """What the network sees of `data`, (rows, columns): numbers in their own units, of words their places."""
    sheet.place, parts, place = "preparation", [], 0
    for words, group in groupby(columns, key=lambda column: bool(column.words)):
        several = tuple(group)
        for alike in [(column,) for column in several] if words else [several]:
            places = sheet.whole(*range(place, place + len(alike)))
            taken = data if len(alike) == len(columns) else sheet.put("Gather", data, places, axis=1)
            parts.append(_words(sheet, taken, alike[0]) if words else _numbers(sheet, taken, alike))
            place += len(alike)
    whole = parts[0] if len(parts) == 1 else sheet.put("Concat", *parts, axis=1)
    sheet.place = _PREPARED
    return sheet.put_as(_PREPARED, "Identity", whole)


def _numbers(sheet: Sheet, x: str, columns: tuple[RawColumn, ...]) -> str:
    # As double, since a year is far from 0 and its own size small.
    exact = sheet.put("Cast", x, to=DOUBLE)
    middles, sizes = (np.array([getattr(column, name) for column in columns]) for name in ("middle", "size"))
    centred = sheet.put("Sub", exact, sheet.exact("middle", middles))
    return sheet.put("Cast", sheet.put("Div", centred, sheet.exact("size", sizes)), to=FLOAT)


def _words(sheet: Sheet, x: str, column: RawColumn) -> str:
    places = sheet.weight(f"places_{len(sheet.weights)}", np.arange(len(column.words)))
    return sheet.put("Cast", sheet.put("Equal", x, places), to=FLOAT)
