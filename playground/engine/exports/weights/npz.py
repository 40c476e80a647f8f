"""The weights as an .npz file, for numpy."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np

from playground.engine.exports.weights.named import named_weights
from playground.engine.session import Session


def content(session: Session) -> bytes:
    """Each array by its name; `numpy.load` reads it."""
    kept, arrays = BytesIO(), named_weights(session)
    named: dict[str, Any] = arrays
    np.savez(kept, **named)
    return kept.getvalue()
