"""The data's rows as a person reads them: columns in their own numbers, categories whole again, correlations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset, class_names
from playground.datasets.draws import Floats
from playground.datasets.measures import Measure, measures, target_measure
from playground.document.own_data import OwnData

# So many numbers tell how many digits they have.
ENOUGH = 10_000
# Between a category's name and its word, where the input is 1 for that word and else 0.
IS = " = "


@dataclass(frozen=True, eq=False)
class RowColumn:
    """`values`, float64 (rows,), in `unit`, or the index into `words`; NaN where there is none."""

    name: str
    values: Floats
    words: tuple[str, ...] = ()
    unit: str = ""

    @cached_property
    def decimals(self) -> int:
        """As few digits after the point as tell these numbers, which a float32 may have passed through.

        Of very many some from all over tell it: a table is shown while one waits.
        """
        some = self.values[:: max(len(self.values) // ENOUGH, 1)]
        there = some[np.isfinite(some)]
        if not len(there):
            return 0
        hair = 2e-6 * float(np.abs(there).max())
        exact = (digits for digits in range(5) if (np.abs(there - there.round(digits)) <= hair).all())
        spread = float(there.max() - there.min())
        # Where there is no end of digits, as many as tell a thousandth of the range.
        return next(exact, max(0, 3 - int(np.floor(np.log10(spread)))) if spread > 0 else 0)


def input_columns(dataset: Dataset, rows: NDArray[np.intp]) -> tuple[RowColumn, ...]:
    """A column for each input of the data; the inputs that a category has become are one column again."""
    known = measures(dataset.settings.origin)
    points = dataset.points[rows]
    found: list[RowColumn] = []
    places = zip(range(len(known)), dataset.settings.facts.inputs, strict=True)
    for name, group in groupby(places, key=lambda place: place[1].split(IS)[0] if IS in place[1] else place):
        several = list(group)
        indices = [place for place, _ in several]
        if isinstance(name, str) and len(several) > 1 and _one_hot(points[:, indices]):
            words = tuple(each.split(IS, 1)[1] for _, each in several)
            values = points[:, indices].argmax(axis=1).astype(float)
            values[points[:, indices].sum(axis=1) == 0] = np.nan
            found.append(RowColumn(name, values, words))
            continue
        for place, title in several:
            each = known[place]
            found.append(RowColumn(title, each.middle + each.size * points[:, place], (), each.unit))
    return tuple(found)


def _one_hot(values: Floats) -> bool:
    return bool(np.isin(values, (0, 1)).all() and (values.sum(axis=1) <= 1).all())


def target_columns(dataset: Dataset, rows: NDArray[np.intp]) -> tuple[RowColumn, ...]:
    """The right answers of each target: an index into the classes, or values in their own unit."""
    targets, words, origin = dataset.targets[rows], class_names(dataset.settings), dataset.settings.origin
    names = [each.name for each in origin.targets] if isinstance(origin, OwnData) else [""]
    if words:
        labels = targets[:, 0]
        return (RowColumn(names[0], np.asarray(labels > 0, float) if len(words) == 2 else labels, words),)
    known = [target_measure(origin, goal) or Measure((0.0, 0.0)) for goal in range(len(names))]
    return tuple(
        RowColumn(name, each.middle + each.size * targets[:, goal], (), each.unit)
        for goal, (name, each) in enumerate(zip(names, known, strict=True))
    )


def correlations(columns: Sequence[RowColumn]) -> Floats:
    """Pearson's r of each pair, (columns, columns), over the rows that have both; NaN where one is constant.

    A column of two words counts as 0 and 1; one of more words has none.
    """
    count = len(columns)
    found = np.full((count, count), np.nan)
    whole = np.array([np.isfinite(each.values).all() and len(each.words) <= 2 for each in columns])
    if whole.any() and len(columns[0].values) > 1:
        values = np.stack([each.values for each, good in zip(columns, whole, strict=True) if good])
        centred = values - values.mean(axis=1, keepdims=True)
        spreads = np.sqrt((centred**2).sum(axis=1))
        scaled = np.divide(centred, spreads[:, None], out=np.full_like(centred, np.nan), where=spreads[:, None] > 0)
        found[np.ix_(whole, whole)] = scaled @ scaled.T
    for one in np.flatnonzero(~whole).tolist():
        for other in range(count):
            found[one, other] = found[other, one] = _pair(columns[one], columns[other])
    return found.clip(-1, 1)


def _pair(one: RowColumn, other: RowColumn) -> float:
    if max(len(one.words), len(other.words)) > 2:
        return float("nan")
    both = np.isfinite(one.values) & np.isfinite(other.values)
    x, y = one.values[both], other.values[both]
    if len(x) < 2 or x.std() == 0 or y.std() == 0:
        return float("nan")
    return float(np.corrcoef(x, y)[0, 1])
