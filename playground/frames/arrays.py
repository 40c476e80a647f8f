"""Arrays, and those that hold nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


# An activation's slope below which next to nothing passes back through it.
FLAT = 0.05


NOTHING: Floats = np.zeros(0, np.float32)
