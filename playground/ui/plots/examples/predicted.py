"""The rows that a frame predicts beside their right answers: by part, by mistake, the worst first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset, class_names, sample
from playground.datasets.measures import Measure, target_measure
from playground.frames.arrays import Floats
from playground.frames.frame import Frame

Part = Literal["validation", "train", "both"]
PARTS: tuple[Part, ...] = ("validation", "train", "both")


@dataclass(frozen=True, eq=False)
class Predicted:
    """Rows of a data set by index, (rows,), whether each is for validation, and their outputs (rows, channels)."""

    dataset: Dataset
    rows: NDArray[np.intp]
    tests: NDArray[np.bool_]
    output: Floats

    @property
    def decides(self) -> bool:
        """Whether there are classes."""
        return self.dataset.settings.facts.task != "regression"

    @property
    def names(self) -> tuple[str, ...]:
        return class_names(self.dataset.settings)

    @cached_property
    def labels(self) -> NDArray[np.float64]:
        """The right answers as the data has them, (rows,)."""
        return self.dataset.labels[self.rows]

    @cached_property
    def true(self) -> NDArray[np.intp]:
        """The right class of each row by index, (rows,)."""
        return np.asarray(self.labels > 0 if self.output.shape[1] == 1 else self.labels, np.intp)

    @cached_property
    def guessed(self) -> NDArray[np.intp]:
        """The class that each row is put in, (rows,)."""
        if self.output.shape[1] == 1:
            return np.asarray(self.output[:, 0] > 0, np.intp)
        return np.asarray(self.output.argmax(axis=1), np.intp)

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """The probability of each class, (rows, classes); of two classes by where the output stands from -1 to +1."""
        return shares_of(self.output)

    @cached_property
    def measure(self) -> Measure | None:
        """What a value stands for, where the data's own numbers are other ones."""
        return target_measure(self.dataset.settings.origin, self.dataset.goal)

    @property
    def unit(self) -> str:
        """That of values, often empty."""
        return self.measure.unit if self.measure is not None else ""

    @cached_property
    def values(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Right and predicted values in the data's own numbers, (rows,) each."""
        guessed = self.output[:, 0].astype(np.float64)
        if self.measure is None:
            return self.labels, guessed
        middle, size = self.measure.middle, self.measure.size
        return middle + size * self.labels, middle + size * guessed

    @cached_property
    def missed(self) -> NDArray[np.float64]:
        """How wrong each row is, (rows,): what its right class lacks to certainty, or the distance to its value, in the
        data's own numbers."""
        if self.decides:
            return np.asarray(1 - self.shares[np.arange(len(self.rows)), self.true])
        true, guessed = self.values
        return np.abs(guessed - true)

    def output_of(self, row: int) -> Floats | None:
        """What comes out for this row of the data, (channels,); None where it is not among these, in their order."""
        at = int(np.searchsorted(self.rows, row))
        return self.output[at] if at < len(self.rows) and self.rows[at] == row else None

    def of(self, part: Part) -> Predicted:
        """The rows of one part."""
        return self if part == "both" else self._only(self.tests == (part == "validation"))

    def mistaken(self, cell: tuple[int, int] | None) -> Predicted:
        """The rows of one class that were put in another, (true, guessed); all without one."""
        return self if cell is None else self._only((self.true == cell[0]) & (self.guessed == cell[1]))

    def worst(self, most: int) -> Predicted:
        """At most so many, the most wrong first; of equals the earlier row."""
        order = np.argsort(-self.missed, kind="stable")[:most]
        return Predicted(self.dataset, self.rows[order], self.tests[order], self.output[order])

    def _only(self, chosen: NDArray[np.bool_]) -> Predicted:
        return replace(self, rows=self.rows[chosen], tests=self.tests[chosen], output=self.output[chosen])


def shares_of(output: NDArray[np.floating]) -> NDArray[np.float64]:
    """Probabilities, (rows, classes), of outputs as people read them, (rows, channels), of two classes or more."""
    if output.shape[1] > 1:
        return np.asarray(output, np.float64)
    upper = (1 + np.clip(output[:, 0].astype(np.float64), -1, 1)) / 2
    return np.column_stack([1 - upper, upper])


def predicted_of(frame: Frame | None, dataset: Dataset | None) -> Predicted | None:
    """What the frame predicts of this data; None where it does not, or where an output is no number."""
    if frame is None or dataset is None or frame.predicted is None or frame.data != dataset.settings:
        return None
    if frame.wanted.target != dataset.goal:
        return None
    rows, facts = sample(dataset), dataset.settings.facts
    channels = facts.outputs if facts.task == "classes" else 1
    if frame.predicted.shape != (len(rows), channels) or not np.isfinite(frame.predicted).all():
        return None
    return Predicted(dataset, rows, rows >= dataset.train_count, frame.predicted)
