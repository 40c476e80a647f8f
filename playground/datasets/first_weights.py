"""The first weights that TensorFlow Playground draws, from the numbers that made its data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import make, random_numbers
from playground.document.settings import DataSettings


def playground_weights(settings: DataSettings, shapes: Sequence[tuple[int, int]]) -> list[NDArray[np.float32]]:
    """A kernel for each shape (inputs, units), U(-0.5, 0.5), neuron by neuron in the order of the layer below.

    The page draws data, shuffle and weights from one row of numbers, so these come after the data's.
    """
    generator = random_numbers(settings)
    make(settings, generator)
    return [(generator.random((units, inputs)).T - 0.5).astype(np.float32) for inputs, units in shapes]
