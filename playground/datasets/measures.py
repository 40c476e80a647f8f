"""Raw inputs as people read them: in the data's own numbers and units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset
from playground.datasets.draws import Floats
from playground.datasets.sources import Table, source
from playground.document.own_data import OwnData
from playground.document.settings import DATASETS

Span = tuple[float, float]

# A drawn range has at most so many steps, and a little room around the data.
MOST_STEPS, MARGIN = 12, 0.02


@dataclass(frozen=True, slots=True)
class Measure:
    """A raw input stands for `middle + size · raw` in `unit`; of these own numbers those in `span` are drawn."""

    span: Span
    middle: float = 0.0
    size: float = 1.0
    unit: str = ""

    @property
    def scaled(self) -> bool:
        """Whether what the network sees is another number."""
        return (self.middle, self.size) != (0.0, 1.0)

    def own(self, raw: float) -> float:
        """The own number of what the network sees."""
        return self.middle + self.size * raw

    def raw(self, own: float) -> float:
        """What the network sees of an own number."""
        return (own - self.middle) / self.size

    @property
    def decimals(self) -> int:
        """As many digits after the point as tell a hundredth of what is drawn; two for the usual few units."""
        wide = self.span[1] - self.span[0]
        return 2 if 1 <= wide < 100 or not wide > 0 else max(3 - floor(log10(wide)), 0)

    @property
    def raw_span(self) -> Span:
        low, high = self.span
        return self.raw(low), self.raw(high)


@lru_cache(maxsize=64)
def measures(origin: str | OwnData) -> tuple[Measure, ...]:
    """A measure for each raw input of the data of that origin."""
    if isinstance(origin, OwnData):
        return tuple(Measure((each.low, each.high), each.middle, each.size, each.unit) for each in origin.columns)
    found, facts = source(origin), DATASETS[origin]
    if not isinstance(found, Table) or found.own is None:
        return (Measure(facts.span),) * len(facts.inputs)
    columns = found.own().T
    return tuple(Measure(drawn_span(each), float(each.mean()), float(each.std()), found.unit) for each in columns)


def target_measure(origin: str | OwnData, goal: int = 0) -> Measure | None:
    """What a predicted value of that target stands for; None where it stands for itself, or a class is told."""
    if not isinstance(origin, OwnData) or origin.task != "regression":
        return None
    target = origin.targets[goal]
    return Measure((0.0, 0.0), target.middle, target.size, target.unit)


def spans_of(origin: str | OwnData, axes: tuple[int, int]) -> tuple[Span, Span]:
    """What is drawn of two of its inputs, in their own numbers."""
    known = measures(origin)
    return known[axes[0]].span, known[axes[1]].span


def own_points(dataset: Dataset, rows: NDArray[np.intp]) -> Floats:
    """These points in their own numbers, shape (rows, raw inputs)."""
    known = measures(dataset.settings.origin)
    middles, sizes = np.array([each.middle for each in known]), np.array([each.size for each in known])
    return middles + sizes * dataset.points[rows]


def drawn_span(values: Floats) -> Span:
    """A round range that holds the values."""
    low, high = float(values.min()), float(values.max())
    room = MARGIN * (high - low)
    # A hair less, so that 2.4 in steps of 0.2 are no more than 12.
    least = 0.999 * (high - low) / MOST_STEPS
    power = 10.0 ** floor(log10(least))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least)
    return round(floor((low - room) / step) * step, 9), round(ceil((high + room) / step) * step, 9)
