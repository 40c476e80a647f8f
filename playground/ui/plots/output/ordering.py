"""In which order samples stand, and which wrong one comes next. No Qt."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from playground.ui.plots.examples.predicted import Predicted

Order = Literal["data", "wrong", "unsure"]
ORDERS: tuple[Order, ...] = ("data", "wrong", "unsure")
Rows = NDArray[np.intp]


def in_order(found: Predicted, order: Order) -> Rows:
    """The rows as the data have them, the wrong ones before the others, or the least sure ones first; of equals the
    earlier row."""
    if order == "wrong":
        return found.rows[np.argsort(found.guessed == found.true, kind="stable")]
    if order == "unsure":
        return found.rows[np.argsort(found.shares.max(axis=1), kind="stable")]
    return found.rows


def next_wrong(rows: Rows, wrong: NDArray[np.bool_], after: int | None) -> int | None:
    """The next wrong one of these rows behind the row `after`, begun again at the end; None where all are right."""
    places = np.flatnonzero(wrong)
    if not len(places):
        return None
    at = np.flatnonzero(rows == after)
    behind = places[places > at[0]] if len(at) else places
    return int(rows[behind[0] if len(behind) else places[0]])
