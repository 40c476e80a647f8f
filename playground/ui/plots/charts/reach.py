"""Ranges of axes that follow the bulk of many values, and do not flicker; numpy only."""

from __future__ import annotations

import numpy as np

from playground.frames.sizes import Histogram
from playground.ui.plots.charts.ticks import round_range

Range = tuple[float, float]
# Of all values, the share at either end that may lie beyond the axis.
TAIL = 0.01
# An axis is drawn anew for less only where so much of it is empty.
ROOM = 0.7


def bulk(found: Histogram) -> Range:
    """Between which values the central 98 % lie, to a bar's width."""
    share = np.concatenate([[0.0], np.cumsum(found.counts)]) / max(int(found.counts.sum()), 1)
    low = max(int(np.searchsorted(share, TAIL, side="right")) - 1, 0)
    high = min(int(np.searchsorted(share, 1 - TAIL, side="left")), len(found.edges) - 1)
    return float(found.edges[low]), float(found.edges[max(high, low)])


def beyond(found: Histogram, axis: Range) -> tuple[float, float]:
    """The shares of the values below and above the axis, by whole bars."""
    total = max(int(found.counts.sum()), 1)
    below, above = found.counts[found.edges[1:] <= axis[0]], found.counts[found.edges[:-1] >= axis[1]]
    return float(below.sum()) / total, float(above.sum()) / total


def steady(before: Range | None, low: float, high: float, about: int = 4) -> Range:
    """A round range that holds low to high; the one from before while that holds them and is not much too wide."""
    if before is not None and before[0] <= low and high <= before[1]:
        made = round_range(low, high, about)
        if made[1] - made[0] > ROOM * (before[1] - before[0]):
            return before
        return made
    return round_range(low, high, about)
