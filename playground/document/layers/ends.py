"""Where values come in and leave, and a closed group seen as one layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import SeedOf
from playground.document.layers.layer import Layer
from playground.document.limits import choice
from playground.document.losses import LOSSES


@dataclass(frozen=True, slots=True)
class Data(Layer):
    """Where the features come in; what they are stands in the document's data settings."""

    family: ClassVar[str] = "ends"
    fewest_inputs: ClassVar[int] = 0
    most_inputs: ClassVar[int] = 0

    def keras_call(self, seed_of: SeedOf) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Output(Layer):
    """Where the prediction leaves and is compared with the target."""

    family: ClassVar[str] = "ends"
    shown: ClassVar[tuple[str, ...]] = ("loss",)
    loss: str = choice("mean_squared_error", LOSSES)

    def keras_call(self, seed_of: SeedOf) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Folded(Layer):
    """A closed group, seen as one layer; only what is shown has any: no file, no palette and no engine."""

    family: ClassVar[str] = "groups"
    fewest_inputs: ClassVar[int] = 0
    most_inputs: ClassVar[int] = 64
