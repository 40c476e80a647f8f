"""A surface's relief as arithmetic: light, and which of its lines are drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Rows and columns of a surface that is drawn.
MOST = 56
HALF, RISE = 1.0, 0.62  # the landscape's half width, and the height of +1
LIGHT_FROM = np.array([-0.45, -0.55, 0.7])


def lit(heights: NDArray[np.floating], rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Colours (n, n, 3) as a fixed light falls on the heights (n, n), first axis x: (n · n, 4), 0 to 1."""
    step = 2 * HALF / (len(heights) - 1)
    along_x, along_y = np.gradient(heights, step)
    normals = np.stack([-along_x, -along_y, np.ones_like(heights)], axis=-1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    light = 0.64 + 0.42 * np.clip(normals @ (LIGHT_FROM / np.linalg.norm(LIGHT_FROM)), 0, 1)
    colours = np.ones((*heights.shape, 4), np.float32)
    colours[..., :3] = np.clip(rgb / 255 * light[..., np.newaxis], 0, 1)
    return colours.reshape(-1, 4)


def picked(side: int, most: int = MOST) -> NDArray[np.intp]:
    """At most `most` rows out of `side`, evenly, both ends among them."""
    return np.linspace(0, side - 1, min(side, most)).round().astype(np.intp)


def mesh_lines(z: NDArray[np.floating], lift: float, about: int = 14) -> NDArray[np.float32]:
    """Lines along every few rows of the grid z (n, n), first axis x, as pairs of ends (m, 3), `lift` above it."""
    side = len(z)
    at, kept = np.linspace(-HALF, HALF, side), picked(side, about + 1)
    x, y = np.meshgrid(at, at, indexing="ij")
    points = np.stack([x, y, z + lift], axis=-1)
    along_x, along_y = points[:, kept], points[kept].transpose(1, 0, 2)
    both = np.concatenate([along_x, along_y], axis=1)
    return np.stack([both[:-1], both[1:]], axis=2).reshape(-1, 3).astype(np.float32)
