"""What a condition is made of, and what it is worth. Interpreted by this module alone, never by Python."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a word, or true and false."""

    value: float | str | bool


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known by its name, a key of `playground.lessons.known.FACTS`."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """Something known of what `values` name, as `weight("first", "kernel", 0, 0)`; whole numbers are ints."""

    function: str
    values: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Negative:
    """The number with its sign turned."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers joined by one of + - * /."""

    sign: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Comparison:
    """Neighbours compared, as 0 < epoch <= 100; one sign less than values."""

    signs: tuple[str, ...]
    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Every:
    """All of several conditions: `and`."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of several conditions: `or`."""

    parts: tuple[Expression, ...]


Expression = Constant | Fact | Call | Negative | Arithmetic | Comparison | Not | Every | Some
Value = float | str | bool

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
COUNT: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip


def value_of(expression: Expression, facts: Mapping[str, object]) -> Value | None:
    """What it is worth where `facts` are known; None where that is unknown.

    A fact stands under its name; one that has to be told of what is a function there, which gives None for unknown.
    What is not a number, as a loss that broke, is unknown, and so is all that is made of what is unknown.
    """
    match expression:
        case Constant(value):
            return value
        case Fact(name):
            return _known(facts.get(name))
        case Call(function, values):
            asked = facts.get(function)
            return _known(asked(*values)) if callable(asked) else None
        case Every(parts):
            return _joined([value_of(part, facts) for part in parts], decides=False)
        case Some(parts):
            return _joined([value_of(part, facts) for part in parts], decides=True)
        case Not(of):
            found = value_of(of, facts)
            return not found if isinstance(found, bool) else None
        case Negative(of):
            number = _number(value_of(of, facts))
            return None if number is None else -number
        case Arithmetic(sign, left, right):
            return _counted(sign, _number(value_of(left, facts)), _number(value_of(right, facts)))
        case Comparison(signs, values):
            return _compared(signs, [value_of(value, facts) for value in values])


def _known(value: object) -> Value | None:
    """The fact as it can be compared."""
    if isinstance(value, str | bool):
        return value
    return _number(value)


def _number(value: object) -> float | None:
    """The number, if it is one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return None
    return value


def _counted(sign: str, left: float | None, right: float | None) -> float | None:
    if left is None or right is None:
        return None
    try:
        return _number(COUNT[sign](left, right))
    except (ZeroDivisionError, OverflowError):
        return None


def _joined(found: list[Value | None], decides: bool) -> bool | None:
    """`decides` settles it alone, whatever is unknown; else one unknown makes all of it unknown."""
    if any(value is decides for value in found):
        return decides
    return (not decides) if all(isinstance(value, bool) for value in found) else None


def _compared(signs: tuple[str, ...], values: list[Value | None]) -> bool | None:
    kinds = {str if isinstance(value, str) else bool if isinstance(value, bool) else float for value in values}
    # Words and numbers are not compared: the facts came of another kind than the table says.
    if None in values or len(kinds) > 1:
        return None
    pairs = zip(signs, values, values[1:], strict=False)
    return all(COMPARE[sign](left, right) for sign, left, right in pairs)


def calls(expression: Expression) -> Iterator[Call]:
    """Everything in it that is told of what."""
    match expression:
        case Call():
            yield expression
        case Every(parts) | Some(parts) | Comparison(_, parts):
            for part in parts:
                yield from calls(part)
        case Not(of) | Negative(of):
            yield from calls(of)
        case Arithmetic(_, left, right):
            yield from calls(left)
            yield from calls(right)
