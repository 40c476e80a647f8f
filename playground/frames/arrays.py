"""Arrays, and those that hold nothing."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Node id -> its arrays in Keras's order.
Weights = Mapping[str, tuple[Floats, ...]]


# An activation's slope below which next to nothing passes back through it.
FLAT = 0.05


NOTHING: Floats = np.zeros(0, np.float32)
