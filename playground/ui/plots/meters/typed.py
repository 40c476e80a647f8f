"""Numbers as people type or paste them, as a meter is given them. No Qt."""

from __future__ import annotations

import json
import re
from math import isfinite
from unicodedata import normalize

from playground.frames.meters import MOST_NUMBERS, Numbers, shape_of

# As keyboards for Chinese, and formulas, write them, beside what Unicode knows to be the same.
SAME = str.maketrans("、;【】−", ",,[]-")
DEEPEST = 3


class NumbersError(ValueError):
    """What was typed is none, by `code`: "empty", "no_numbers", "too_many", "uneven"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_numbers(text: str) -> Numbers:
    """ "2", "4, 6", "4 6" and "[[1, 0], [0, 1]]": a number, or numbers in tuples. Raises NumbersError."""
    text = normalize("NFKC", text).translate(SAME).strip()
    if not text:
        raise NumbersError("empty")
    if "[" not in text:
        parts = [part for part in re.split(r"[,\s]+", text) if part]
        text = parts[0] if len(parts) == 1 and "," not in text else f"[{', '.join(parts)}]"
    try:
        # Of JSON's numbers "1." and ".5" are none, of people's they are.
        found = json.loads(re.sub(r"(?<![\d.])\.(?=\d)", "0.", re.sub(r"(\d)\.(?!\d)", r"\1.0", text)))
    except (ValueError, RecursionError):
        raise NumbersError("no_numbers") from None
    numbers = _checked(found, 0)
    if _count(numbers) > MOST_NUMBERS:
        raise NumbersError("too_many")
    try:
        shape_of(numbers)
    except ValueError:
        raise NumbersError("uneven") from None
    return numbers


def _checked(value: object, depth: int) -> Numbers:
    match value:
        case bool():
            return float(value)
        case int() | float() if abs(value) < 1e30 and isfinite(value):
            return float(value)
        case list() if value and depth < DEEPEST:
            return tuple(_checked(part, depth + 1) for part in value)
    raise NumbersError("no_numbers")


def _count(numbers: Numbers) -> int:
    return sum(map(_count, numbers)) if isinstance(numbers, tuple) else 1
