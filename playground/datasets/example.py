"""The one input that every view shows what it makes of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.datasets.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Example:
    """Raw inputs: those of the data's row `row`, with a label for each target, or a person's own, without."""

    values: tuple[float, ...]
    row: int | None = None
    labels: tuple[float, ...] = ()


def belongs(example: Example, dataset: Dataset) -> bool:
    """Whether it is of these data: a row of theirs, or a person's own that is as wide.

    It is not for a moment where the data are replaced, as one part hears of that after the other.
    """
    if example.row is None:
        return bool(len(example.values) == dataset.points.shape[1])
    if example.row >= len(dataset.points):
        return False
    values = np.array(example.values, dataset.points.dtype)
    return bool(np.array_equal(dataset.points[example.row], values, equal_nan=True))


def example_of(dataset: Dataset, row: int | None = None) -> Example:
    """The data's row as an example; without one, the first validation row."""
    place = dataset.train_count if row is None else row
    return Example(tuple(dataset.points[place].tolist()), place, tuple(dataset.targets[place].tolist()))
