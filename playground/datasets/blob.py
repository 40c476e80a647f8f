"""A soft spot, of which pictures of clouds are made."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats


def blob(x1: Floats, x2: Floats, middle: float, height: float, spread: float, rise: float) -> Floats:
    """1 at (middle, height), and from there down as a normal distribution with these deviations."""
    return np.asarray(np.exp(-(((x1 - middle) / spread) ** 2 + ((x2 - height) / rise) ** 2) / 2))
