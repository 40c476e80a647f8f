"""Inputs over the plane of two raw inputs, kept while the same plane is looked at."""

from __future__ import annotations

import tensorflow as tf

from playground.datasets.dataset import Dataset
from playground.datasets.features import columns
from playground.datasets.input_plane import plane_points
from playground.document.settings import DataSettings
from playground.frames.wanted import Wanted

MOST_PLANES = 8


class Planes:
    """The planes of one data set."""

    def __init__(self, dataset: Dataset, data: DataSettings) -> None:
        self._dataset, self._data = dataset, data
        self._known: dict[object, tuple[tf.Tensor, tuple[int, int]]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def inputs(self, wanted: Wanted, side: int) -> tuple[tf.Tensor, tuple[int, int]]:
        """What the network takes at each point, (points, inputs), and the shape of a picture of them."""
        key = (wanted.axes, wanted.held, side)
        if key not in self._known:
            # A slider asks for one after the other.
            if len(self._known) > MOST_PLANES:
                self._known.clear()
            points = plane_points(self._dataset, wanted.axes, side, wanted.held)
            shape = (side, side) if len(points) == side * side else (1, len(points))
            self._known[key] = tf.constant(columns(self._data, points)), shape
        return self._known[key]
