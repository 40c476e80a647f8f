"""The bits of a number: which are its sign, exponent and fraction, and which are lost in another kind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Exponent and fraction, in bits.
FLOATS = {"float16": (5, 10), "float32": (8, 23), "float64": (11, 52)}


@dataclass(frozen=True, slots=True)
class Bits:
    """A number's kind and bits, the highest first; how many are sign and exponent; the places that are lost."""

    dtype: str
    digits: str
    sign: int
    exponent: int
    lost: frozenset[int] = frozenset()

    @property
    def is_float(self) -> bool:
        return self.dtype in FLOATS


def bits_of(values: NDArray[np.generic], cell: int) -> Bits | None:
    """Of the cell at a flat place; None of what is no number."""
    if values.dtype.kind not in "iuf" or values.dtype.itemsize > 8:
        return None
    one = values.ravel()[cell : cell + 1]
    whole = int(one.view(f"u{values.dtype.itemsize}")[0])
    dtype, count = values.dtype.name, 8 * values.dtype.itemsize
    return Bits(dtype, f"{whole:0{count}b}", int(values.dtype.kind != "u"), FLOATS.get(dtype, (0, 0))[0])


def taken_over(before: Bits, after: Bits) -> Bits:
    """The bits before, with those that the kind after has no room for."""
    fewer = len(before.digits) - len(after.digits)
    if fewer <= 0 or before.is_float != after.is_float:
        return before
    if before.is_float:
        full = "1" * after.exponent
        # What became infinite has lost more than its last digits.
        if after.digits[1 : 1 + after.exponent] == full:
            return before
        lost = FLOATS[before.dtype][1] - FLOATS[after.dtype][1]
        places = range(len(before.digits) - lost, len(before.digits))
    else:
        # What was held at a limit has not simply lost its first bits.
        if before.digits[fewer:] != after.digits:
            return before
        places = range(fewer)
    return Bits(before.dtype, before.digits, before.sign, before.exponent, frozenset(places))
