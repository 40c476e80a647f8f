"""Formulas of x as a person types them: a small grammar of its own, and nothing that Python would run."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

LONGEST, DEEPEST = 200, 40

Operator = Literal["+", "-", "*", "/", "**"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of zero or more."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """x, or a constant of CONSTANTS."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """The value with its sign turned."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    """Two values joined by an operator."""

    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A function of FUNCTIONS, of as many values as it takes."""

    function: str
    values: tuple[Expression, ...]


Expression = Number | Name | Negative | Binary | Call

CONSTANTS = {"pi": math.pi, "e": math.e}

# Each function and how many values it takes; all are Keras's but step.
FUNCTIONS = {
    **dict.fromkeys(("abs", "exp", "log", "sqrt", "square", "sin", "cos", "tan", "tanh"), 1),
    **dict.fromkeys(("sigmoid", "relu", "softplus", "sign", "step"), 1),
    "minimum": 2,
    "maximum": 2,
    "clip": 3,
}

_TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(\*\*|[-+*/(),])|(\S))", re.ASCII
)
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}
_NEGATIVE = 3


class FormulaError(ValueError):
    """A text that is no formula: what is wrong by `code`, where by `position` (from 1), about what by `got`."""

    def __init__(self, code: str, position: int, got: str = "") -> None:
        super().__init__(f"{code.replace('_', ' ')} {got} at {position}")
        self.code, self.position, self.got = code, position, got


def parse(text: str) -> Expression:
    """The formula in the text. Raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError("too_long", LONGEST + 1)
    parser = _Parser(text)
    found = parser.sum(0)
    parser.end()
    if not uses_x(found):
        raise FormulaError("no_x", 1)
    _check_constants(found)
    return found


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

    def __init__(self, text: str) -> None:
        self._tokens, self._at = _tokens(text), 0

    def _is(self, *signs: str) -> bool:
        kind, text, _ = self._tokens[self._at]
        return kind == "sign" and text in signs

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _fail(self, code: str) -> FormulaError:
        _, text, position = self._tokens[self._at]
        return FormulaError(code, position, text)

    def _expect(self, sign: str) -> None:
        if not self._is(sign):
            _, _, position = self._tokens[self._at]
            raise FormulaError("expected", position, sign)
        self._take()

    def end(self) -> None:
        if self._tokens[self._at][0] != "end":
            raise self._fail("unexpected")

    def sum(self, depth: int) -> Expression:
        found = self._product(depth)
        while self._is("+", "-"):
            found = Binary(self._take(), found, self._product(depth))  # type: ignore[arg-type]
        return found

    def _product(self, depth: int) -> Expression:
        found = self._signed(depth)
        while self._is("*", "/"):
            found = Binary(self._take(), found, self._signed(depth))  # type: ignore[arg-type]
        return found

    def _signed(self, depth: int) -> Expression:
        if depth > DEEPEST:
            raise self._fail("too_deep")
        if self._is("-"):
            self._take()
            return Negative(self._signed(depth + 1))
        return self._power(depth)

    def _power(self, depth: int) -> Expression:
        base = self._value(depth)
        if self._is("**"):
            self._take()
            # From right to left, as in Python: 2 ** -x, and a ** b ** c is a ** (b ** c).
            return Binary("**", base, self._signed(depth + 1))
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
                raise FormulaError("not_finite", position, text)
            return Number(float(text))
        if kind == "name":
            self._take()
            return self._named(text, position, depth)
        raise self._fail("unfinished" if kind == "end" else "unexpected")

    def _named(self, name: str, position: int, depth: int) -> Expression:
        if name == "x" or name in CONSTANTS:
            return Name(name)
        if name not in FUNCTIONS:
            raise FormulaError("unknown", position, name)
        self._expect("(")
        values = [self.sum(depth + 1)]
        for _ in range(FUNCTIONS[name] - 1):
            self._expect(",")
            values.append(self.sum(depth + 1))
        self._expect(")")
        return Call(name, tuple(values))


def parts(expression: Expression) -> tuple[Expression, ...]:
    """What the expression is made of, one level down."""
    match expression:
        case Negative(of):
            return (of,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, values):
            return values
    return ()


def uses_x(expression: Expression) -> bool:
    return expression == Name("x") or any(map(uses_x, parts(expression)))


def calls(expression: Expression, function: str) -> bool:
    """Whether the function stands anywhere in it."""
    here = isinstance(expression, Call) and expression.function == function
    return here or any(calls(part, function) for part in parts(expression))


def _check_constants(expression: Expression) -> None:
    """Raise FormulaError where a part without x is no finite number, such as 1 / 0."""
    if uses_x(expression):
        for part in parts(expression):
            _check_constants(part)
    else:
        constant(expression)


def constant(expression: Expression) -> float:
    """The value of an expression without x. Raises FormulaError where it is no finite number."""
    try:
        value = evaluate(expression, math.nan, _PLAIN)
    except (ArithmeticError, TypeError, ValueError):
        # A type error is what functions say to a complex number.
        value = math.nan
    if isinstance(value, complex) or not math.isfinite(value):
        raise FormulaError("not_finite", 1, to_text(expression))
    return float(value)


_PLAIN: Mapping[str, Callable[..., float]] = {
    **{name: getattr(math, name) for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh")},
    "abs": abs,
    "square": lambda x: x * x,
    "sigmoid": lambda x: 0.5 * (1 + math.tanh(0.5 * x)),
    "relu": lambda x: max(x, 0.0),
    "softplus": lambda x: max(x, 0.0) + math.log1p(math.exp(-abs(x))),
    "sign": lambda x: float(x > 0) - float(x < 0),
    "step": lambda x: float(x > 0),
    "minimum": min,
    "maximum": max,
    "clip": lambda x, low, high: min(max(x, low), high),
}


def evaluate(expression: Expression, x: Any, functions: Mapping[str, Callable[..., Any]]) -> Any:
    """The expression at x: a number, an array or a tensor, with its own functions; constants come as floats."""
    match expression:
        case Number(value):
            return value
        case Name(name):
            return x if name == "x" else CONSTANTS[name]
        case Negative(of):
            return -evaluate(of, x, functions)
        case Call(function, values):
            return functions[function](*(evaluate(value, x, functions) for value in values))
        case Binary(operator, left, right):
            return _joined(operator, evaluate(left, x, functions), evaluate(right, x, functions))


def _joined(operator: Operator, left: Any, right: Any) -> Any:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "**":
            return left**right


def folded(expression: Expression) -> Expression:
    """The same with every part that has no x worked out, and clip by minimum and maximum.

    So no tensor of a constant is needed, and limits may depend on x.
    """
    if not uses_x(expression):
        value = constant(expression)
        return Negative(Number(-value)) if value < 0 else Number(value)
    match expression:
        case Negative(of):
            return Negative(folded(of))
        case Binary(operator, left, right):
            return Binary(operator, folded(left), folded(right))
        case Call("clip", (clipped, low, high)):
            return Call("minimum", (Call("maximum", (folded(clipped), folded(low))), folded(high)))
        case Call(function, values):
            return Call(function, tuple(map(folded, values)))
    return expression


def to_text(expression: Expression, functions: Mapping[str, str] | None = None) -> str:
    """The formula as text that parses to the same; with `functions`, each is called by what stands there."""
    return _written(expression, 0, functions or {})


def _written(expression: Expression, outside: int, functions: Mapping[str, str]) -> str:
    match expression:
        case Number(value):
            return repr(int(value)) if value.is_integer() and value < 1e15 else repr(value)
        case Name(name):
            return functions.get(name, name)
        case Call(function, values):
            return f"{functions.get(function, function)}({', '.join(_written(v, 0, functions) for v in values)})"
        case Negative(of):
            text, binds = f"-{_written(of, _NEGATIVE, functions)}", _NEGATIVE
        case Binary(operator, left, right):
            binds = _BINDS[operator]
            first, second = (binds + 1, _NEGATIVE) if operator == "**" else (binds, binds + 1)
            text = f"{_written(left, first, functions)} {operator} {_written(right, second, functions)}"
    return f"({text})" if binds < outside else text
