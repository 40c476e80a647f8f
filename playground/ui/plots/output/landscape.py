"""What the 3D view shows of a data set and a frame: heights, points on stalks, the true surface as a ghost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset
from playground.datasets.input_plane import plane_points
from playground.datasets.measures import own_points, spans_of
from playground.datasets.target import true_value
from playground.frames.arrays import Floats
from playground.ui.plots.planes.colouring import heights, label_rgb, output_rgb
from playground.ui.plots.surfaces.relief import picked
from playground.ui.texts.output import output_word

if TYPE_CHECKING:
    from playground.ui.plots.surfaces.surface_gl import SurfaceView

GHOST_SIDE = 49
STALK = 0.14
MOST_STANDING = 300


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """`rows` of the data stand on it; `names` are those of the two inputs and of the height."""

    dataset: Dataset
    rows: NDArray[np.intp]
    axes: tuple[int, int]
    names: tuple[str, str, str]
    is_output: bool

    def draw(self, view: SurfaceView, values: Floats | None, limit: float, discretize: bool, ghost: bool) -> None:
        """Values (side, side, channels), of which `limit` is the top, or nothing yet."""
        spans = spans_of(self.dataset.settings.origin, self.axes)
        several = values is not None and values.shape[-1] > 1
        names = (*self.names[:2], output_word("sure")) if several else self.names
        view.show_axes(spans, names, (0.0 if several else -limit, 1.0 if several else limit))
        high = None if values is None else heights(values, limit)
        view.show_surface(high, None if values is None else output_rgb(values, limit, discretize))
        view.show_ghost(self.true_heights(limit) if ghost and self.is_output else None)
        rows, places = self.standing()
        foot = np.zeros(len(rows)) if high is None else view.on_surface(high, places)
        tests = rows >= self.dataset.train_count
        view.show_points(places, label_rgb(self.dataset, rows), tests, foot, self.heads(rows, foot, limit))

    def standing(self) -> tuple[NDArray[np.intp], NDArray[np.floating]]:
        """The rows that stand on it, few enough to see it between them, and their places (n, 2), from -1 to 1."""
        low, top = np.array(spans_of(self.dataset.settings.origin, self.axes)).T
        rows = self.rows[picked(len(self.rows), MOST_STANDING)]
        places = (2 * own_points(self.dataset, rows)[:, self.axes] - (low + top)) / (top - low)
        inside = (np.abs(places) <= 1).all(axis=1)
        return rows[inside], places[inside]

    def heads(self, rows: NDArray[np.intp], foot: NDArray[np.floating], limit: float) -> NDArray[np.floating]:
        """Points stand at their label where it is a value, so that the stalk is the error, else just above."""
        if self.dataset.settings.facts.task == "regression" and self.is_output:
            return np.clip(self.dataset.labels[rows] / limit, -1, 1)
        return np.minimum(foot + STALK, 1 + STALK)

    def true_heights(self, limit: float) -> NDArray[np.floating] | None:
        """The rule behind the data, (side, side) from -1 to 1; None where none is known or it has but two values."""
        settings = self.dataset.settings
        if settings.facts.task != "regression" or len(settings.facts.inputs) != 2:
            return None
        found = true_value(settings, plane_points(self.dataset, (0, 1), GHOST_SIDE))
        if found is None:
            return None
        shown = found.reshape(GHOST_SIDE, GHOST_SIDE)
        return np.clip((shown if self.axes == (0, 1) else shown[::-1, ::-1].T) / limit, -1, 1)
