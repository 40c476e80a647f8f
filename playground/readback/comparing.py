"""Two answers to the same rows, beside each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def compared(found: NDArray[np.float32], expected: NDArray[np.float32], allowed: float) -> dict[str, object]:
    """Rows, the largest difference and the share of rows with the same answer; a fault where that is too little.

    allowed: the largest difference of outputs around 1, and so much more for larger ones; 0 where answers count alone,
    of which nine in ten have to be the same.
    """
    if found.size != expected.size:
        return {"fault": "different", "details": f"{found.shape}, {expected.shape}"}
    one, other = (array.reshape(len(expected), -1).astype(np.float64) for array in (found, expected))
    away = np.abs(one - other)
    away = np.where((one == other) | (np.isnan(one) & np.isnan(other)), 0.0, np.nan_to_num(away, nan=np.inf))
    finite = np.abs(other[np.isfinite(other)])
    difference = float(away.max(initial=0.0))
    agreeing = float((one.argmax(1) == other.argmax(1)).mean()) if other.shape[1] > 1 else None
    if allowed:
        wrong = difference > allowed * (1 + float(finite.max(initial=0.0)))
    else:
        wrong = not np.isfinite(difference) or (agreeing is not None and agreeing < 0.9)
    answer: dict[str, object] = {"rows": len(expected), "difference": difference, "agreeing": agreeing}
    return {**answer, "fault": "different"} if wrong else answer
