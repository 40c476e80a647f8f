"""Fewer points for the same drawing of a long curve; numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.floating]


def thinned(x: Values, y: Values, most: int) -> tuple[Values, Values]:
    """At most about `most` of the points, the lowest and the highest of each stretch, the last one always.

    x and y have shape (n,); points whose y is not finite are left out of a thinned curve.
    """
    if len(y) <= most:
        return x, y
    known = np.flatnonzero(np.isfinite(y))
    stretch = -(-len(known) // max(most // 2, 1))
    if stretch < 3:
        return x[known], y[known]
    whole = len(known) // stretch * stretch
    blocks = known[:whole].reshape(-1, stretch)
    rows = np.arange(len(blocks))
    lowest, highest = (blocks[rows, pick] for pick in (y[blocks].argmin(axis=1), y[blocks].argmax(axis=1)))
    rest = known[whole:]
    extremes = [rest[y[rest].argmin()], rest[y[rest].argmax()]] if len(rest) else []
    kept = np.unique(np.concatenate([lowest, highest, extremes, known[-1:]]).astype(int))
    return x[kept], y[kept]
