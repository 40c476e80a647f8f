"""Curves of several runs together: their mean and how far they spread, epoch by epoch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from playground.runs.rows import Progress, Row

Curve = tuple[Sequence[float], Sequence[float]]
"""Epochs, and the loss at each."""
MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Band:
    """At some epochs the mean of the runs there, and one standard deviation below and above it."""

    epochs: tuple[float, ...]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def curve_of(key: str, side: str, rows: Mapping[str, Row], under_way: Mapping[str, Progress]) -> Curve:
    """The train or validation loss of a run, finite values only; the longer one where it is trained again."""
    found: Curve = ((), ())
    row, progress = rows.get(key), under_way.get(key)
    for curves in (row.curves if row is not None else {}, progress.curves if progress is not None else {}):
        epochs, values = curves.get("epochs", ()), curves.get(side, ())
        if epochs and (not found[0] or epochs[-1] >= found[0][-1]):
            pairs = [(x, y) for x, y in zip(epochs, values, strict=False) if isfinite(y)]
            found = [x for x, _ in pairs], [y for _, y in pairs]
    return found


def band_of(curves: Sequence[Curve]) -> Band | None:
    """At each epoch over the runs that came so far; None of no curves."""
    known = [(np.asarray(x, float), np.asarray(y, float)) for x, y in curves if len(x) > 1]
    if not known:
        return None
    last = max(x[-1] for x, _ in known)
    at = np.linspace(0, last, min(MOST_POINTS, int(last) + 1))
    values = np.array([np.interp(at, x, y, right=np.nan) for x, y in known])
    mean = np.nanmean(values, axis=0)
    count = np.isfinite(values).sum(axis=0)
    # The sample's; of one run there is none.
    variance = np.nansum((values - mean) ** 2, axis=0) / np.maximum(count - 1, 1)
    off = np.where(count > 1, np.sqrt(variance), 0.0)
    return Band(tuple(at), tuple(mean), tuple(mean - off), tuple(mean + off))


def highest(rows: Mapping[str, Row], under_way: Mapping[str, Progress]) -> float:
    """The largest loss that a run began with: the top of a scale for all."""
    found = [*(row.curves for row in rows.values()), *(progress.curves for progress in under_way.values())]
    first = (curves.get("validation", ()) for curves in found)
    return max((float(curve[0]) for curve in first if curve and isfinite(curve[0])), default=1.0)
