"""Functions of every value as ONNX operators: activations, and formulas that a person typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.document.formula.formula import evaluate, folded
from playground.document.formula.parser import parse
from playground.operators.sheet import Sheet

# What Keras's word is in ONNX, where it is one operator without settings.
PLAIN = {
    "relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh", "softplus": "Softplus", "gelu": "Gelu", "elu": "Elu",
}  # fmt: skip
SELU = {"alpha": 1.6732632423543772, "gamma": 1.0507009873554805}
# Keras's own slope where an activation is only named.
NAMED_SLOPE = 0.2


def activated(sheet: Sheet, x: str, word: str) -> str:
    """The function of that word, of every value of x."""
    match word:
        case "linear" | "":
            return x
        case "step":
            return sheet.put("Relu", sheet.put("Sign", x))
        case "silu":
            return sheet.put("Mul", x, sheet.put("Sigmoid", x))
        case "softmax":
            return sheet.put("Softmax", x, axis=-1)
        case "selu":
            return sheet.put("Selu", x, **SELU)
        case "leaky_relu":
            return sheet.put("LeakyRelu", x, alpha=NAMED_SLOPE)
    return sheet.put(PLAIN[word], x)


def formula(sheet: Sheet, x: str, text: str) -> str:
    """What a person typed, of every value of x."""
    found: str = evaluate(folded(parse(text)), _Value(sheet, x), _called(sheet)).name
    return found


# A function of formulas -> the operator with as many inputs.
_ONE_OPERATOR = {
    "abs": "Abs", "exp": "Exp", "log": "Log", "sqrt": "Sqrt", "sin": "Sin", "cos": "Cos", "tan": "Tan", "tanh": "Tanh",
    "sigmoid": "Sigmoid", "relu": "Relu", "softplus": "Softplus", "sign": "Sign", "minimum": "Min", "maximum": "Max",
    "where": "Where", "less": "Less", "less_equal": "LessOrEqual", "greater": "Greater",
    "greater_equal": "GreaterOrEqual", "equal": "Equal",
}  # fmt: skip


def _called(sheet: Sheet) -> dict[str, Callable[..., _Value]]:
    def call(operator: str) -> Callable[..., _Value]:
        return lambda *values: _Value(sheet, sheet.put(operator, *(_named(sheet, value) for value in values)))

    more: dict[str, Callable[..., _Value]] = {
        "square": lambda value: value * value,
        "step": lambda value: _Value(sheet, activated(sheet, value.name, "step")),
        "not_equal": lambda one, other: _Value(sheet, sheet.put("Not", call("Equal")(one, other).name)),
    }
    return {**{name: call(operator) for name, operator in _ONE_OPERATOR.items()}, **more}


def _named(sheet: Sheet, value: Any) -> str:
    return value.name if isinstance(value, _Value) else sheet.number(value)


class _Value:
    """A value in a formula, on which Python's operators write those of ONNX."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet, self.name = sheet, name

    def _put(self, operator: str, one: Any, other: Any) -> _Value:
        return _Value(self.sheet, self.sheet.put(operator, _named(self.sheet, one), _named(self.sheet, other)))

    def __add__(self, other: Any) -> _Value:
        return self._put("Add", self, other)

    def __radd__(self, other: Any) -> _Value:
        return self._put("Add", other, self)

    def __sub__(self, other: Any) -> _Value:
        return self._put("Sub", self, other)

    def __rsub__(self, other: Any) -> _Value:
        return self._put("Sub", other, self)

    def __mul__(self, other: Any) -> _Value:
        return self._put("Mul", self, other)

    def __rmul__(self, other: Any) -> _Value:
        return self._put("Mul", other, self)

    def __truediv__(self, other: Any) -> _Value:
        return self._put("Div", self, other)

    def __rtruediv__(self, other: Any) -> _Value:
        return self._put("Div", other, self)

    def __pow__(self, other: Any) -> _Value:
        return self._put("Pow", self, other)

    def __rpow__(self, other: Any) -> _Value:
        return self._put("Pow", other, self)

    def __neg__(self) -> _Value:
        return _Value(self.sheet, self.sheet.put("Neg", self.name))
