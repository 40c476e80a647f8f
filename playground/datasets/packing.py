"""Rows of data as text, and the digest that stands for them."""

from __future__ import annotations

import base64
import hashlib

import numpy as np
from numpy.typing import NDArray


def packed(points: NDArray[np.floating], labels: NDArray[np.floating]) -> tuple[str, str]:
    """Rows as base64 and their digest: points of shape (n, inputs), labels of shape (n,)."""
    content = np.column_stack((points, labels)).astype("<f4").tobytes()
    return base64.b64encode(content).decode("ascii"), hashlib.sha256(content).hexdigest()


def packed_bytes(points: NDArray[np.uint8], labels: NDArray[np.uint8]) -> tuple[str, str]:
    """As `packed`, with a byte for each number: points (n, inputs), 255 for 1, and the classes' indices (n,)."""
    content = np.column_stack((points, labels)).tobytes()
    return base64.b64encode(content).decode("ascii"), hashlib.sha256(content).hexdigest()
