"""Two answers to the same rows, beside each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.readback.readers import Given

# Where a file rounds: so many answers have to be the same, or values no farther from each other than this part.
LEAST_AGREEING, FARTHEST = 0.9, 0.2


def compared(given: Given, found: NDArray[np.float32], allowed: float) -> dict[str, object]:
    """Rows, the largest difference, the shares of same and of right answers; a fault where that is too little.

    allowed: the largest difference of outputs around 1, and so much more for larger ones; 0 where answers count alone.
    """
    if found.size != given.y.size:
        return {"fault": "different", "details": f"{found.shape}, {given.y.shape}"}
    one, other = (array.reshape(len(given.y), -1).astype(np.float64) for array in (found, given.y))
    away = np.abs(one - other)
    away = np.where((one == other) | (np.isnan(one) & np.isnan(other)), 0.0, np.nan_to_num(away, nan=np.inf))
    largest = 1 + float(np.abs(other[np.isfinite(other)]).max(initial=0.0))
    difference, agreeing, accuracy = float(away.max(initial=0.0)), None, None
    if given.classes is not None:
        said, ours = _said(one, given.between), _said(other, given.between)
        agreeing, accuracy = float((said == ours).mean()), float((said == given.classes).mean())
    if allowed:
        wrong = difference > allowed * largest
    else:
        wrong = difference > FARTHEST * largest if agreeing is None else agreeing < LEAST_AGREEING
    wrong = wrong or not np.isfinite(difference)
    answer: dict[str, object] = {"rows": len(given.y), "difference": difference}
    answer |= {"agreeing": agreeing, "accuracy": accuracy}
    return {**answer, "fault": "different"} if wrong else answer


def _said(outputs: NDArray[np.float64], between: float) -> NDArray[np.int64]:
    """The class that each row is put in."""
    said = outputs.argmax(1) if outputs.shape[1] > 1 else outputs[:, 0] > between
    return np.asarray(said, np.int64)
