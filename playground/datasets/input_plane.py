"""The plane of two inputs, over which a network's output is drawn: which two they are, and its points."""

from __future__ import annotations

import numpy as np

from playground.datasets.dataset import ENOUGH, Dataset, sample
from playground.datasets.draws import Floats
from playground.datasets.measures import measures
from playground.datasets.scores import relevance

# An input that tells less of the label than this share says nothing by itself.
TELLING = 0.1


def default_axes(dataset: Dataset) -> tuple[int, int]:
    """The first two inputs, or the two that tell most of the label where these tell much more, in their order."""
    if dataset.points.shape[1] < 2:
        return 0, 0
    some = sample(dataset, ENOUGH)
    told = relevance(dataset.points[some], dataset.labels[some], dataset.settings.facts.task != "regression")
    if told.max() < TELLING or told[:2].min() > 0.5 * told.max():
        return 0, 1
    first, second = sorted(np.argsort(-told, kind="stable")[:2].tolist())
    return first, second


def plane_points(
    dataset: Dataset, axes: tuple[int, int], side: int, held: tuple[tuple[int, float], ...] = ()
) -> Floats:
    """Raw inputs over the plane of two of them, row by row, shape (side · side, raw inputs).

    The first of `axes` grows from left to right, the second from bottom to top, so that row 0 is
    its largest; each over what is drawn of it. The others stay at their mean over the train points, or at the
    value that `held` has for their index. With one raw input: (side, 1), and `axes` mean nothing.
    """
    facts, known = dataset.settings.facts, measures(dataset.settings.origin)
    if len(facts.inputs) == 1:
        return np.linspace(*known[0].raw_span, side)[:, np.newaxis]
    if not all(0 <= axis < len(facts.inputs) for axis in axes):
        raise ValueError(f"axes: expected two of 0 to {len(facts.inputs) - 1}, got {axes}")
    others = dataset.train_points.mean(axis=0, dtype=np.float64)
    for index, value in held:
        others[index] = value
    points = np.tile(others, (side * side, 1))
    across, up = (np.linspace(*known[axis].raw_span, side) for axis in axes)
    points[:, axes[0]] = np.tile(across, side)
    points[:, axes[1]] = np.repeat(up[::-1], side)
    return points
