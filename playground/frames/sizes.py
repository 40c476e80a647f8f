"""How large weights, gradients, steps and outputs are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.frames.arrays import Floats


@dataclass(frozen=True, slots=True)
class LayerSizes:
    """How large one layer's numbers are, each the root of their mean square.

    weights: of those that training can change. gradient: of the train loss by them, over at most the first
    1,200 train rows, as the curves have that loss: without penalties, dropout and noise. update: of the step
    that one batch makes them take. flat: the share of values over the same rows, 0 to 1, where the ReLU, tanh,
    sigmoid or softmax that its output goes through, its own or one behind it, passes no gradient on. dead: the share of
    its units, 0 to 1, whose ReLU is 0 at all of these rows. first: the size of the weights when the run began; 0 where
    that is not known.
    """

    weights: float
    gradient: float
    update: float
    flat: float = 0.0
    dead: float = 0.0
    first: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class SizeHistory:
    """The sizes of layers in the course of a run, at most 500 samples, the newest always among them.

    nodes: ids of the layers with weights; epochs: int64 (samples,), rising; values: float32 (samples, nodes, 3),
    each (weights, gradient, update) as in LayerSizes.
    """

    nodes: tuple[str, ...]
    epochs: NDArray[np.int64]
    values: Floats


NO_SIZE_HISTORY = SizeHistory((), np.zeros(0, np.int64), np.zeros((0, 0, 3), np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How one layer's output is spread over the first `rows` train points, all units and places together.

    counts: int64 (bars,), of finite values between edges: float32 (bars + 1,), rising, from the lowest to the
    highest. mean and deviation are of all finite values; zeros is the share, 0 to 1, that is exactly 0; saturated
    that where the slope of the layer's tanh, sigmoid or softmax is below FLAT, None of other layers. signal is how much
    an output differs from point to point: the root of the mean of each unit's variance over the points.
    """

    edges: Floats
    counts: NDArray[np.int64]
    mean: float
    deviation: float
    zeros: float
    saturated: float | None = None
    signal: float = 0.0
    rows: int = 0
