"""What a call of the lab is made of: frozen values. Equal ones may print differently (1, 1.0, True): compare code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DTYPES = (
    "bool", "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64", "string",
)  # fmt: skip
MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Dtype:
    """A kind of number by TensorFlow's name: "int16"."""

    name: str


@dataclass(frozen=True, slots=True)
class Cut:
    """`start:stop:step` along one axis; None where nothing is said."""

    start: int | None = None
    stop: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """`...`: all axes that are not named."""


@dataclass(frozen=True, slots=True)
class NewAxis:
    """`tf.newaxis`: an axis of length 1 that was not there."""


@dataclass(frozen=True, slots=True)
class Index:
    """What stands between the brackets of `x[...]`, axis by axis; also what TensorFlow refuses there."""

    items: tuple[int | float | str | tuple[int, ...] | Cut | Rest | NewAxis, ...]


Value = bool | int | float | str | Dtype | Index | None | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed cells: nested tuples of numbers, texts or booleans.

    `bare`: handed over as the Python value that it is, as in `x * 1.5`; otherwise by `tf.constant`.
    """

    value: Value
    dtype: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A tensor too large for typing: all 0, all 1, 0 1 2 ... in storage order, or uniform in -1 ... 1."""

    kind: Literal["zeros", "ones", "count", "random"]
    shape: tuple[int, ...]
    dtype: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The result of an earlier step of the chain, counted from 0."""

    step: int


Given = Typed | Filled | Earlier


@dataclass(frozen=True, slots=True)
class Call:
    """An operation by its name, with what each of its inputs is, and its parameters; what is left out is not said."""

    operation: str
    inputs: tuple[tuple[str, Given], ...] = ()
    parameters: tuple[tuple[str, Value], ...] = ()

    def given(self, name: str) -> Given | None:
        return dict(self.inputs).get(name)

    def parameter(self, name: str) -> Value:
        return dict(self.parameters).get(name)

    def with_input(self, name: str, given: Given) -> Call:
        """The same call with another input."""
        inputs = {**dict(self.inputs), name: given}
        return Call(self.operation, tuple(inputs.items()), self.parameters)

    def with_parameter(self, name: str, value: Value) -> Call:
        """The same call with another parameter."""
        return Call(self.operation, self.inputs, tuple({**dict(self.parameters), name: value}.items()))

    def without(self, name: str) -> Call:
        """The same call without saying that parameter."""
        return Call(self.operation, self.inputs, tuple(pair for pair in self.parameters if pair[0] != name))


@dataclass(frozen=True, slots=True)
class Chain:
    """Calls one after another, each of which may take results of those before; up to MOST_STEPS."""

    calls: tuple[Call, ...]

    @property
    def last(self) -> Call:
        return self.calls[-1]

    def with_last(self, call: Call) -> Chain:
        """The same chain, ending in another call."""
        return Chain((*self.calls[:-1], call))
