"""Formulas of x as a person types them: a small grammar of its own, and nothing that Python would run."""

from __future__ import annotations

import math
import re

from playground.document.formula.formula import (
    COMPARISONS,
    CONSTANTS,
    FUNCTIONS,
    Binary,
    Call,
    Expression,
    FormulaError,
    Name,
    Negative,
    Number,
    Where,
    constant,
    parts,
    uses_x,
)

LONGEST, DEEPEST = 200, 40

_TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(\*\*|[<>=!]=|[-+*/(),<>])|(\S))",
    re.ASCII,
)


def parse(text: str, names: tuple[str, ...] = ("x",)) -> Expression:
    """The formula in the text, of these variables. Raises FormulaError."""
    return _parsed(text, names, ())[0]


def parse_comparison(text: str, names: tuple[str, ...]) -> tuple[Expression, str]:
    """A formula and "", or for two with < or > between them the first less the second, and the sign.

    Raises FormulaError.
    """
    return _parsed(text, names, ("<", "<=", ">", ">="))


def _parsed(text: str, names: tuple[str, ...], signs: tuple[str, ...]) -> tuple[Expression, str]:
    if len(text) > LONGEST:
        raise FormulaError("too_long", LONGEST + 1, length=len(text) - LONGEST)
    parser = _Parser(text, names)
    sides, sign = [parser.sum(0)], parser.take_one_of(*signs)
    if sign:
        sides.append(parser.sum(0))
    parser.end()
    if not any(map(uses_x, sides)):
        raise FormulaError("no_x", 1, length=max(1, len(text.rstrip())))
    for side in sides:
        parser.check_constants(side)
    return Binary("-", *sides) if sign else sides[0], sign


def _tokens(text: str) -> list[tuple[str, str, int]]:
    """(kind, text, position from 1) of each part, an "end" last."""
    found, at = [], 0
    while match := _TOKEN.match(text, at):
        kind = ("number", "name", "sign", "other")[(match.lastindex or 1) - 1]
        found.append((kind, match[match.lastindex or 1], match.start(match.lastindex or 1) + 1))
        at = match.end()
    return [*found, ("end", "", len(text.rstrip()) + 1)]


class _Parser:
    """One look over the tokens, from left to right; each method reads what it is named for."""

    def __init__(self, text: str, names: tuple[str, ...]) -> None:
        self._names = names
        self._tokens, self._at = _tokens(text), 0
        # Where each part stands: its first letter, from 1, and the one behind its last.
        self._spans: dict[int, tuple[int, int]] = {}
        self._parts: list[Expression] = []

    def _is(self, *signs: str) -> bool:
        kind, text, _ = self._tokens[self._at]
        return kind == "sign" and text in signs

    def take_one_of(self, *signs: str) -> str:
        """The sign that comes, if it is one of these, else ""."""
        return self._take() if self._is(*signs) else ""

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _fail(self, code: str) -> FormulaError:
        _, text, position = self._tokens[self._at]
        return FormulaError(code, position, text, max(1, len(text)))

    def _made(self, start: int, found: Expression) -> Expression:
        """A part that begins with the token `start` and ends before the present one."""
        if id(found) not in self._spans:
            _, last, position = self._tokens[self._at - 1]
            self._spans[id(found)] = (self._tokens[start][2], position + len(last))
            # While it is kept, no other part can have its id.
            self._parts.append(found)
        return found

    def _expect(self, sign: str) -> None:
        if self._is(*COMPARISONS):
            raise self._fail("comparison")
        if not self._is(sign):
            _, _, position = self._tokens[self._at]
            raise FormulaError("expected", position, sign)
        self._take()

    def end(self) -> None:
        if self._is(*COMPARISONS):
            raise self._fail("comparison")
        if self._tokens[self._at][0] != "end":
            raise self._fail("unexpected")

    def check_constants(self, expression: Expression) -> None:
        """Raise FormulaError where a part without x is no finite number, such as 1 / 0."""
        if uses_x(expression):
            for part in parts(expression):
                self.check_constants(part)
            return
        try:
            constant(expression)
        except FormulaError as error:
            start, end = self._spans[id(expression)]
            raise FormulaError(error.code, start, error.got, end - start) from None

    def sum(self, depth: int) -> Expression:
        start, found = self._at, self._product(depth)
        while self._is("+", "-"):
            found = self._made(start, Binary(self._take(), found, self._product(depth)))  # type: ignore[arg-type]
        return found

    def _product(self, depth: int) -> Expression:
        start, found = self._at, self._signed(depth)
        while self._is("*", "/"):
            found = self._made(start, Binary(self._take(), found, self._signed(depth)))  # type: ignore[arg-type]
        return found

    def _signed(self, depth: int) -> Expression:
        if depth > DEEPEST:
            raise self._fail("too_deep")
        if self._is("-"):
            start = self._at
            self._take()
            return self._made(start, Negative(self._signed(depth + 1)))
        return self._power(depth)

    def _power(self, depth: int) -> Expression:
        start, base = self._at, self._value(depth)
        if self._is("**"):
            self._take()
            # From right to left, as in Python: 2 ** -x, and a ** b ** c is a ** (b ** c).
            return self._made(start, Binary("**", base, self._signed(depth + 1)))
        return base

    def _value(self, depth: int) -> Expression:
        kind, text, position = self._tokens[self._at]
        if self._is("("):
            self._take()
            found = self.sum(depth + 1)
            self._expect(")")
            return found
        if kind == "number":
            self._take()
            if not math.isfinite(float(text)):
                raise FormulaError("not_finite", position, text, len(text))
            return self._made(self._at - 1, Number(float(text)))
        if kind == "name":
            start = self._at
            self._take()
            return self._made(start, self._named(text, position, depth))
        raise self._fail("unfinished" if kind == "end" else "unexpected")

    def _named(self, name: str, position: int, depth: int) -> Expression:
        if name in self._names or name in CONSTANTS:
            return Name(name)
        if name == "where":
            return self._where(depth)
        if name not in FUNCTIONS:
            raise FormulaError("unknown", position, name, len(name))
        self._expect("(")
        values = [self.sum(depth + 1)]
        for _ in range(FUNCTIONS[name] - 1):
            self._expect(",")
            values.append(self.sum(depth + 1))
        self._expect(")")
        return Call(name, tuple(values))

    def _where(self, depth: int) -> Where:
        self._expect("(")
        _, _, position = self._tokens[self._at]
        left = self.sum(depth + 1)
        if not self._is(*COMPARISONS):
            raise self._fail("condition")
        sign = self._take()
        right = self.sum(depth + 1)
        if not (uses_x(left) or uses_x(right)):
            length = self._spans[id(right)][1] - position
            raise FormulaError("no_x_in_condition", position, length=length)
        if self._is(*COMPARISONS):
            raise self._fail("second_comparison")
        self._expect(",")
        chosen = self.sum(depth + 1)
        self._expect(",")
        otherwise = self.sum(depth + 1)
        self._expect(")")
        return Where(sign, left, right, chosen, otherwise)  # type: ignore[arg-type]
