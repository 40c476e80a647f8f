"""Formulas of x: what they are made of, what they are worth, and how they are written."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Operator = Literal["+", "-", "*", "/", "**"]
Sign = Literal["<", "<=", ">", ">=", "==", "!="]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of zero or more."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """x, y where a formula may have both, or a constant of CONSTANTS."""

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


@dataclass(frozen=True, slots=True)
class Where:
    """`chosen` where the comparison of left and right holds, else `otherwise`; both are worked out everywhere."""

    sign: Sign
    left: Expression
    right: Expression
    chosen: Expression
    otherwise: Expression


Expression = Number | Name | Negative | Binary | Call | Where

CONSTANTS = {"pi": math.pi, "e": math.e}

# Each function and how many values it takes; all are Keras's but step.
FUNCTIONS = {
    **dict.fromkeys(("abs", "exp", "log", "sqrt", "square", "sin", "cos", "tan", "tanh"), 1),
    **dict.fromkeys(("sigmoid", "relu", "softplus", "sign", "step"), 1),
    "minimum": 2,
    "maximum": 2,
    "clip": 3,
}

# Each comparison by the name that Keras and numpy have for it; they stand only in the condition of `where`.
COMPARISONS = {
    "<": "less", "<=": "less_equal", ">": "greater", ">=": "greater_equal", "==": "equal", "!=": "not_equal",
}  # fmt: skip
# All that a formula may call.
CALLED = (*FUNCTIONS, "where", *COMPARISONS.values())

_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}
_NEGATIVE = 3


class FormulaError(ValueError):
    """A text that is no formula: what is wrong by `code`, where by `position` (from 1), about what by `got`.

    So many letters from there are wrong as `length` says; there may be fewer where something is missing at the end.
    """

    def __init__(self, code: str, position: int, got: str = "", length: int = 1) -> None:
        super().__init__(f"{code.replace('_', ' ')} {got} at {position}")
        self.code, self.position, self.got, self.length = code, position, got, length


def parts(expression: Expression) -> tuple[Expression, ...]:
    """What the expression is made of, one level down."""
    match expression:
        case Negative(of):
            return (of,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, values):
            return values
        case Where(_, left, right, chosen, otherwise):
            return (left, right, chosen, otherwise)
    return ()


def uses_x(expression: Expression) -> bool:
    """Whether there is x in it, or y where a formula may have both."""
    return expression in (Name("x"), Name("y")) or any(map(uses_x, parts(expression)))


def calls(expression: Expression, function: str) -> bool:
    """Whether the function stands anywhere in it."""
    here = isinstance(expression, Call) and expression.function == function
    return here or any(calls(part, function) for part in parts(expression))


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
    "where": lambda condition, chosen, otherwise: chosen if condition else otherwise,
    "less": operator.lt, "less_equal": operator.le, "greater": operator.gt,
    "greater_equal": operator.ge, "equal": operator.eq, "not_equal": operator.ne,
}  # fmt: skip


def evaluate(expression: Expression, x: Any, functions: Mapping[str, Callable[..., Any]], y: Any = math.nan) -> Any:
    """The expression at x and y: numbers, arrays or tensors, with their own functions; constants come as floats."""
    return _worth(expression, {"x": x, "y": y, **CONSTANTS}, functions)


def _worth(expression: Expression, known: Mapping[str, Any], functions: Mapping[str, Callable[..., Any]]) -> Any:
    match expression:
        case Number(value):
            return value
        case Name(name):
            return known[name]
        case Negative(of):
            return -_worth(of, known, functions)
        case Call(function, values):
            return functions[function](*(_worth(value, known, functions) for value in values))
        case Binary(operator, left, right):
            return _joined(operator, _worth(left, known, functions), _worth(right, known, functions))
        case Where(sign):
            left, right, chosen, otherwise = (_worth(value, known, functions) for value in parts(expression))
            return functions["where"](functions[COMPARISONS[sign]](left, right), chosen, otherwise)


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
        case Where(sign, left, right, chosen, otherwise):
            return Where(sign, folded(left), folded(right), folded(chosen), folded(otherwise))
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
        case Where(sign):
            left, right, chosen, otherwise = (_written(part, 0, functions) for part in parts(expression))
            compared = functions.get(COMPARISONS[sign])
            condition = f"{compared}({left}, {right})" if compared else f"{left} {sign} {right}"
            return f"{functions.get('where', 'where')}({condition}, {chosen}, {otherwise})"
        case Negative(of):
            text, binds = f"-{_written(of, _NEGATIVE, functions)}", _NEGATIVE
        case Binary(operator, left, right):
            binds = _BINDS[operator]
            first, second = (binds + 1, _NEGATIVE) if operator == "**" else (binds, binds + 1)
            text = f"{_written(left, first, functions)} {operator} {_written(right, second, functions)}"
    return f"({text})" if binds < outside else text
