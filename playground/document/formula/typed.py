"""A whole function as a person types it: z = f(x, y), y = f(x), or a boundary such as f(x, y) > 0."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playground.document.formula.formula import Expression, Name, parts
from playground.document.formula.parser import parse, parse_comparison

SURFACE, CURVE, BOUNDARY = "surface", "curve", "boundary"
NAMES = ("x", "y")

_BEGINNING = re.compile(r"\s*(?:([yz])|f\s*\(\s*(x)\s*(,\s*y\s*)?\))\s*=(?!=)\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Typing:
    """`expression` is what is on the right of "=", or what a boundary's left side is more than its right side."""

    kind: str
    expression: Expression
    sign: str = ""

    def holds(self, values: Any) -> Any:
        """Whether a boundary's comparison holds where its sides are so far apart."""
        match self.sign:
            case ">":
                return values > 0
            case ">=":
                return values >= 0
            case "<":
                return values < 0
            case _:
                return values <= 0


def parse_typed(text: str) -> Typing:
    """What the text tells. Raises FormulaError, with positions in the text as it is."""
    found = _BEGINNING.match(text)
    # As many spaces keep the letters behind them where they are.
    body = " " * found.end() + text[found.end() :] if found else text
    if found and (found[1] == "y" or (found[2] and not found[3])):
        return Typing(CURVE, parse(body, ("x",)))
    if found:
        return Typing(SURFACE, parse(body, NAMES))
    expression, sign = parse_comparison(body, NAMES)
    if sign:
        return Typing(BOUNDARY, expression, sign)
    return Typing(SURFACE if _uses(expression, "y") else CURVE, expression)


def _uses(expression: Expression, name: str) -> bool:
    return expression == Name(name) or any(_uses(part, name) for part in parts(expression))
