"""What makes a layer in Keras, as plain values: the engine evaluates them, the script prints them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.document.formula.formula import Expression

# The seed of one random part of a node, by the part's name.
SeedOf = Callable[[str], int]

# What TensorFlow Playground draws and sets: U(-0.5, 0.5) from the data's random numbers, and 0.1 for each bias.
PLAYGROUND_UNIFORM, PLAYGROUND_BIAS = "playground_uniform", "playground_bias"


@dataclass(frozen=True, slots=True, init=False)
class Made:
    """A call of something of Keras: `Made("Dense", 8, use_bias=False)` is `keras.layers.Dense(8, use_bias=False)`.

    A name with a dot stands below `keras` itself, as "initializers.Zeros". Arguments are plain values or such calls.
    """

    name: str
    given: tuple[object, ...]
    named: tuple[tuple[str, object], ...]

    def __init__(self, name: str, /, *given: object, **named: object) -> None:
        for field, value in (("name", name), ("given", given), ("named", tuple(named.items()))):
            object.__setattr__(self, field, value)

    @property
    def path(self) -> str:
        """Where Keras has it: "layers.Dense"."""
        return self.name if "." in self.name else f"layers.{self.name}"

    def but(self, **named: object) -> Made:
        """The same call with these arguments too."""
        return Made(self.name, *self.given, **{**dict(self.named), **named})


@dataclass(frozen=True, slots=True)
class Typed:
    """A network of its own that computes a typed formula of its one input."""

    formula: Expression


@dataclass(frozen=True, slots=True)
class DrawnWithData:
    """First weights that are drawn for the whole network in one go, by the random numbers that follow the data's."""


KerasCall = Made | Typed | None


def first_values(name: str, seed: int) -> Made | DrawnWithData:
    """What fills an array at first, by its initializer's name, seeded where it draws."""
    if name == PLAYGROUND_UNIFORM:
        return DrawnWithData()
    if name == PLAYGROUND_BIAS:
        return Made("initializers.Constant", 0.1)
    kind = "initializers." + "".join(word.capitalize() for word in name.split("_"))
    return Made(kind) if name in ("zeros", "ones") else Made(kind, seed=seed)
