"""A formula that a person typed as JavaScript, made of its syntax tree: what was typed is never pasted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.document.formula.formula import COMPARISONS, evaluate, folded
from playground.document.formula.parser import parse

# A function of formulas -> its name in network.js or in JavaScript.
_NAMES = {
    **{name: f"Math.{name}" for name in ("abs", "exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sign")},
    **{name: name for name in ("sigmoid", "relu", "softplus", "step")},
    "minimum": "Math.min",
    "maximum": "Math.max",
}


def javascript(text: str) -> str:
    """The function of x, as in `x => (x * sigmoid((1.5 * x)))`."""
    return f"x => {evaluate(folded(parse(text)), _Text('x'), _called())}"


def _called() -> dict[str, Callable[..., _Text]]:
    def call(name: str) -> Callable[..., _Text]:
        return lambda *values: _Text(f"{name}({', '.join(map(str, values))})")

    def compare(sign: str) -> Callable[..., _Text]:
        return lambda one, other: _Text(f"({one} {sign} {other})")

    return {
        **{name: call(written) for name, written in _NAMES.items()},
        **{name: compare({"==": "===", "!=": "!=="}.get(sign, sign)) for sign, name in COMPARISONS.items()},
        "square": lambda value: value * value,
        "where": lambda condition, one, other: _Text(f"({condition} ? {one} : {other})"),
    }


class _Text:
    """A part of the text, on which Python's operators write those of JavaScript."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text

    def __add__(self, other: Any) -> _Text:
        return _Text(f"({self} + {other})")

    def __radd__(self, other: Any) -> _Text:
        return _Text(f"({other} + {self})")

    def __sub__(self, other: Any) -> _Text:
        return _Text(f"({self} - {other})")

    def __rsub__(self, other: Any) -> _Text:
        return _Text(f"({other} - {self})")

    def __mul__(self, other: Any) -> _Text:
        return _Text(f"({self} * {other})")

    def __rmul__(self, other: Any) -> _Text:
        return _Text(f"({other} * {self})")

    def __truediv__(self, other: Any) -> _Text:
        return _Text(f"({self} / {other})")

    def __rtruediv__(self, other: Any) -> _Text:
        return _Text(f"({other} / {self})")

    def __pow__(self, other: Any) -> _Text:
        return _Text(f"Math.pow({self}, {other})")

    def __rpow__(self, other: Any) -> _Text:
        return _Text(f"Math.pow({other}, {self})")

    def __neg__(self) -> _Text:
        return _Text(f"(-{self})")
