"""One sample forwards and back through a network: what is asked, and every value and gradient on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.frames.arrays import Floats

# Numbers of one array that are told; of a larger one only how long its gradient is.
MOST_TOLD = 8_192


@dataclass(frozen=True, slots=True)
class WalkQuestion:
    """Which sample: its raw inputs, a label for each target. `loss`: "" for the document's, HALF for ½ Σ (o - t)²."""

    values: tuple[float, ...]
    labels: tuple[float, ...]
    loss: str = ""


HALF = "half squared error"


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """One node on the walk; shapes leave out the batch axis, and of a layer in a box z, slope and delta are None.

    value, gradient: a, what comes out, and dL/da. norm: the length of dL/da.
    z, delta: what goes into the activation, and dL/dz, as `value`. slope: a'(z); None too where each output
    depends on all z, as of softmax.
    arrays, gradients: its weights in Keras's order and dL/dw of each; empty where it has none, or MOST_TOLD more.
    array_norm: the length of dL/dw over all of its weights.
    """

    node: str
    sources: tuple[str, ...]
    value: Floats
    gradient: Floats
    norm: float
    z: Floats | None = None
    slope: Floats | None = None
    delta: Floats | None = None
    arrays: tuple[Floats, ...] = ()
    gradients: tuple[Floats, ...] = ()
    array_norm: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """A sample's walk through the network as it is, without dropout and noise, and without penalties on weights.

    stops: in the order of the network, the first Data, the last Output. target: as the loss compares it, (values,).
    loss: of the outputs as they are. behind: the largest difference of a weight's gradient to the one that Keras
    trains by, where its cross-entropy looks behind the outputs at what a softmax or sigmoid was given; else 0.
    after, loss_after: each node's weights, where they are told, and the loss, after one step of the optimizer.
    """

    question: WalkQuestion
    stops: tuple[Stop, ...]
    target: Floats
    loss: float
    behind: float
    after: Mapping[str, tuple[Floats, ...]]
    loss_after: float

    def stop(self, node: str) -> Stop | None:
        """The node's own; None where it is not on the way."""
        return next((stop for stop in self.stops if stop.node == node), None)
