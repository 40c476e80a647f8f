"""Handwritten digits of 8×8 pixels, as scikit-learn has them."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats
from playground.datasets.sources import TABLES, Labelled, Table

SCRIPT = """
# 1,797 handwritten digits of 8×8 pixels, 0 (paper) to 1 (ink).
points, labels = load_digits(return_X_y=True)
points = points / 16
"""

# A three of these, its ink from 0 to 16 as letters a to q.
_THREE = "aahpnbaa aingpeaa acbnnaaa aacplbaa aaabmmba aaaabkia aaiefoja aahnnjaa"


def read() -> Labelled:
    """1,797 pictures, their pixels row by row, 0 (paper) to 1 (ink); classes 0 to 9."""
    with np.load(TABLES / "digits.npz") as table:
        return table["ink"] / 16, table["digit"].astype(np.float64)


def picture(x1: Floats, x2: Floats) -> Floats:
    """One digit, over 0 to 1."""
    ink = np.array([[ord(letter) - ord("a") for letter in row] for row in _THREE.split()]) / 16
    shown: Floats = ink[np.floor(8 * (1 - x2)).astype(int), np.floor(8 * x1).astype(int)]
    return shown


SOURCE = Table(read, "from sklearn.datasets import load_digits", SCRIPT, picture, tuple("0123456789"))
