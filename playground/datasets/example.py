"""The one input that every view shows what it makes of."""

from __future__ import annotations

from dataclasses import dataclass

from playground.datasets.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Example:
    """Raw inputs: those of the data's row `row`, with its label, or, without one, a person's own."""

    values: tuple[float, ...]
    row: int | None = None
    label: float | None = None


def example_of(dataset: Dataset, row: int | None = None) -> Example:
    """The data's row as an example; without one, the first validation row."""
    place = dataset.train_count if row is None else row
    return Example(tuple(dataset.points[place].tolist()), place, float(dataset.labels[place]))
