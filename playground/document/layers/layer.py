"""What every kind of layer has: settings with limits, a shape rule, a parameter count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.layers.limits import check

Shape = tuple[int, ...]

ACTIVATIONS = (
    "linear", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "softmax",
)  # fmt: skip

# What TensorFlow Playground draws and sets: U(-0.5, 0.5) from the data's random numbers, and 0.1 for each bias.
PLAYGROUND_UNIFORM, PLAYGROUND_BIAS = "playground_uniform", "playground_bias"

INITIALIZERS = (
    "zeros", "ones", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform",
    "lecun_normal", "random_uniform", "random_normal", "truncated_normal",
)  # fmt: skip


class ShapeError(ValueError):
    """The layer cannot take these inputs. `code` names the reason, `shapes` are the inputs."""

    def __init__(self, code: str, shapes: Sequence[Shape]) -> None:
        super().__init__(f"{code}: {', '.join(map(str, shapes))}")
        self.code, self.shapes = code, tuple(shapes)


@dataclass(frozen=True, slots=True)
class Layer:
    """One node's layer. Shapes leave out the batch axis: (8,) is 8 values, (8, 8, 1) a grey picture."""

    family: ClassVar[str] = "core"
    fewest_inputs: ClassVar[int] = 1
    most_inputs: ClassVar[int] = 1
    draws_random: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check(self)

    @property
    def kind(self) -> str:
        return type(self).__name__

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        """The shape that leaves for the shapes that come; raises ShapeError where it cannot be."""
        return shapes[0]

    def parameters(self, shapes: Sequence[Shape]) -> int:
        """How many numbers the layer holds, those that are not trained included."""
        return 0
