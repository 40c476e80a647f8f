"""What a frame answers about the plane of a data set: values, their scale, who is wrong, what stands at a place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset, class_names, sample
from playground.datasets.measures import spans_of, target_measure
from playground.datasets.target import true_value
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.plots.planes.colouring import limit_of, neuron_limit, value_at, wrong_points
from playground.ui.plots.planes.contours import NONE, Segments, boundary, contours, levels_of
from playground.ui.texts.output import Fields, answer_fields, two_decimals


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Of the output, or of one neuron (its node's id and its place) where there is one."""

    dataset: Dataset
    frame: Frame | None
    neuron: tuple[str, int] | None

    @property
    def one_input(self) -> bool:
        return len(self.dataset.settings.facts.inputs) == 1

    @property
    def decides(self) -> bool:
        """Whether there is a boundary between classes."""
        return self.neuron is None and self.dataset.settings.facts.task != "regression"

    def values(self) -> Floats | None:
        """What to draw, shape (rows, side, channels); None before there is any, or where it is of other data."""
        frame, facts = self.frame, self.dataset.settings.facts
        if frame is None:
            return None
        if self.neuron is not None:
            return neuron_values(frame, self.neuron)
        channels, surface = facts.outputs if facts.task == "classes" else 1, frame.surface
        if surface is None or surface.ndim != 3 or surface.shape[-1] != channels:
            return None
        return surface if self.one_input or surface.shape[0] == surface.shape[1] else None

    def limit(self, values: Floats | None) -> float:
        """The value that is wholly blue."""
        if self.neuron is not None:
            return 1.0 if values is None else neuron_limit(values)
        return limit_of(self.dataset)

    def levels(self, values: Floats, limit: float) -> tuple[float, ...]:
        """Where contours are drawn."""
        return levels_of(limit, values.shape[-1] > 1, self.decides)

    def lines(self, values: Floats | None, limit: float, thin: bool, border: bool) -> tuple[Segments, Segments]:
        """The contours and the boundary of the values, in steps of their grid, each where it is asked for."""
        if values is None:
            return NONE, NONE
        drawn = contours(values.max(axis=-1), self.levels(values, limit)) if thin else NONE
        return drawn, boundary(values) if border and self.decides else NONE

    def wrong(self, rows: NDArray[np.intp]) -> NDArray[np.bool_] | None:
        """Which of these rows of the sample are in the wrong class; None where the frame does not tell."""
        frame, sampled = self.frame, sample(self.dataset)
        if not self.decides or frame is None or frame.predicted is None:
            return None
        if frame.data != self.dataset.settings or len(frame.predicted) != len(sampled):
            return None
        return wrong_points(self.dataset, sampled, frame.predicted)[np.searchsorted(sampled, rows)]

    def fields(self, axes: tuple[int, int], place: tuple[float, float], name: str) -> Fields:
        """What is found at a place of the plane of two inputs, in their own numbers; `name` is the neuron's."""
        values, settings = self.values(), self.dataset.settings
        if values is None:
            return ()
        found = value_at(values, spans_of(settings.origin, axes), np.array(place[:1]), np.array(place[1:]))[0]
        if self.neuron is not None:
            return ((name, two_decimals(found[0])),)
        truth = true_value(settings, np.array([place])) if settings.facts.task == "regression" else None
        told = None if truth is None else float(truth[0])
        return answer_fields(found, class_names(settings), told, target_measure(settings.origin, self.dataset.goal))


def neuron_values(frame: Frame, neuron: tuple[str, int]) -> Floats | None:
    """The neuron's values over the plane, (rows, side, 1): in full where they were asked for, else from its map."""
    if frame.neuron is not None and frame.wanted.pinned == neuron:
        return frame.neuron
    node, unit = neuron
    maps = frame.maps.get(node)
    if maps is None or unit >= len(maps) or maps.shape[1] not in (1, maps.shape[2]):
        return None
    return maps[unit][..., np.newaxis]
