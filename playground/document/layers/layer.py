"""What every kind of layer says of itself: settings with limits, its shape rule, its weights, its call of Keras."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from math import prod
from typing import ClassVar, NamedTuple

from playground.document.keras_call import KerasCall, Made, SeedOf
from playground.document.limits import check

Shape = tuple[int, ...]

ACTIVATIONS = (
    "linear", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "softmax",
)  # fmt: skip

INITIALIZERS = (
    "zeros", "ones", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform",
    "lecun_normal", "random_uniform", "random_normal", "truncated_normal",
)  # fmt: skip


class ShapeError(ValueError):
    """The layer cannot take these inputs. `code` names the reason, `shapes` are the inputs."""

    def __init__(self, code: str, shapes: Sequence[Shape]) -> None:
        super().__init__(f"{code}: {', '.join(map(str, shapes))}")
        self.code, self.shapes = code, tuple(shapes)


class OwnStep(NamedTuple):
    """Penalties on a kernel that Keras has none for: a step after the optimizer's, against the weights before it.

    L1 takes learning rate · l1 · sign(w), L2 twice learning rate · l2 · w; `holds` keeps at 0 for good what that
    takes across 0. Below 0 they drive weights away from it.
    """

    l1: float = 0.0
    l2: float = 0.0
    holds: bool = False

    @property
    def acts(self) -> bool:
        return bool(self.l1 or self.l2)


@dataclass(frozen=True, slots=True)
class Layer:
    """One node's layer. Shapes leave out the batch axis: (8,) is 8 values, (8, 8, 1) a grey picture.

    What follows holds for most layers; a layer says what is different for it.
    """

    family: ClassVar[str] = "core"
    fewest_inputs: ClassVar[int] = 1
    most_inputs: ClassVar[int] = 1
    # The settings that its node shows in a line.
    shown: ClassVar[tuple[str, ...]] = ()
    # The setting that says how many neurons, filters or values it has.
    size_field: ClassVar[str] = ""
    # What Keras calls its arrays, in Keras's order.
    weight_names: ClassVar[tuple[str, ...]] = ()
    # Whether what its weights make goes through its setting `activation`.
    has_activation: ClassVar[bool] = False
    draws_random: ClassVar[bool] = False
    # Whether it moves windows over pictures or steps through sequences, much work for each row.
    is_slow: ClassVar[bool] = False
    # Whether it uses all of its weights again at each place of a picture or a sequence.
    reuses_weights: ClassVar[bool] = False
    needs_whole_numbers: ClassVar[bool] = False
    # Whether it adds a penalty on the values that pass to the loss.
    penalizes_values: ClassVar[bool] = False
    # Arguments of its call that Keras has like this by itself, and those that change nothing that is computed.
    keras_defaults: ClassVar[Mapping[str, object]] = {"trainable": True}
    keras_idle: ClassVar[tuple[str, ...]] = ()
    # What Keras's layer is called with beside its values, as a part of a network; training says otherwise.
    called_with: ClassVar[Mapping[str, object]] = {}

    @property
    def slow_by_xla(self) -> bool:
        """Whether XLA on the processor runs it slower than TensorFlow's plain graph does."""
        return self.is_slow

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

    def kept_values(self, shapes: Sequence[Shape]) -> int:
        """How many numbers it keeps for each row while it trains."""
        return prod(self.output_shape(shapes))

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        """What makes it in Keras, None where nothing has to be made.

        Here Keras's layer of the same name, with each setting as the argument of that name.
        """
        return Made(self.kind, **{field.name: getattr(self, field.name) for field in fields(self)})

    def fed(self, sources: Sequence[object]) -> object:
        """What Keras's layer is called with, for the values that come in."""
        return sources[0]

    @property
    def applies(self) -> str:
        """The word for the function that it applies last; "" where it applies none."""
        return str(getattr(self, "activation", "")) if self.has_activation else ""

    @property
    def ends_in_step(self) -> bool:
        """Whether a step, which Keras does not have, follows what Keras's layer computes."""
        return self.applies == "step"

    @property
    def draws_with_data(self) -> bool:
        """Whether its first weights are drawn by the random numbers that follow the data's."""
        return False

    @property
    def penalties(self) -> tuple[float, float]:
        """L1 and L2 on its weights, as far as they are part of Keras's loss."""
        return 0.0, 0.0

    @property
    def own_step(self) -> OwnStep:
        """What of its penalties is a step of its own after the optimizer's."""
        return OwnStep()
