"""The operators and weights of an ONNX graph, as they are written down one after another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float32]
# ONNX's numbers for kinds of numbers.
FLOAT, INT64, DOUBLE = 1, 7, 11


class TooLongError(ValueError):
    """More operators than there may be."""


@dataclass(frozen=True, slots=True)
class Put:
    """One operator: its kind, the names of what comes in and of what it gives, and its settings."""

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)


class Sheet:
    """Each operator's result is known by a name: that of the node it belongs to, and a number where it has several."""

    def __init__(self, most: int | None = None) -> None:
        """most: of operators and of weights; one more raises TooLongError."""
        self.operators: list[Put] = []
        self.weights: dict[str, NDArray[Any]] = {}
        self.place = ""
        self._most = most
        self._counts: Counter[str] = Counter()

    def weight(self, name: str, values: ArrayLike) -> str:
        """Numbers of the node at hand, float32, by the name that Keras has for them."""
        return self._keep(f"{self.place}/{name}", np.ascontiguousarray(values, np.float32))

    def exact(self, name: str, values: ArrayLike) -> str:
        """Numbers of the node at hand, float64."""
        return self._keep(self._name(name), np.ascontiguousarray(values, np.float64))

    def number(self, value: float) -> str:
        """A number in a formula, float32."""
        return self._keep(self._name("number"), np.asarray(value, np.float32))

    def whole(self, *values: int) -> str:
        """Whole numbers, int64 (n,)."""
        return self._keep(self._name("whole"), np.asarray(values, np.int64))

    def one_whole(self, value: int) -> str:
        """A whole number, int64 without an axis."""
        return self._keep(self._name("whole"), np.asarray(value, np.int64))

    def _keep(self, name: str, values: NDArray[Any]) -> str:
        self._check(len(self.weights))
        self.weights[name] = values
        return name

    def _check(self, count: int) -> None:
        if self._most is not None and count >= self._most:
            raise TooLongError

    def _name(self, what: str) -> str:
        self._counts[f"{self.place}/{what}"] += 1
        count = self._counts[f"{self.place}/{what}"]
        return f"{self.place}/{what}" if count == 1 else f"{self.place}/{what}_{count}"

    def put(self, operator: str, *inputs: str, **settings: Any) -> str:
        """The name of what it gives."""
        (name,) = self.put_several(1, operator, *inputs, **settings)
        return name

    def put_as(self, name: str, operator: str, *inputs: str) -> str:
        """The same, of which the name is given."""
        self._check(len(self.operators))
        self.operators.append(Put(operator, inputs, (name,)))
        return name

    def put_several(self, count: int, operator: str, *inputs: str, **settings: Any) -> list[str]:
        """The names of the first `count` things that it gives."""
        self._check(len(self.operators))
        names = [self._name(operator.lower()) for _ in range(count)]
        self.operators.append(Put(operator, inputs, tuple(names), settings))
        return names
