"""Made sequences: which of three forms does this wave have?"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from playground.datasets.draws import Floats, Random, normals
from playground.datasets.sources import Labelled, Made

Point = tuple[float, float]

# Corners of two turns: how far along, how high.
_SQUARE = ((0.0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1.0), (1, 1, -1, -1, 1, 1, -1, -1))
_SAWTOOTH = ((0.0, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0), (-1, 1, -1, 1, 1, 1, 1, 1))


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Sine, square and sawtooth in turn, one to three times around in 32 steps.

    Each starts at any phase; noise is added.
    """
    labels = (np.arange(count) % 3).astype(float)
    drawn = generator.random((count, 2))
    turns = drawn[:, :1] + (1 + 2 * drawn[:, 1:]) * (np.arange(32) / 32)
    turns = turns % 1
    forms = (
        np.sin(2 * np.pi * turns),
        np.where(turns < 0.5, 1.0, -1.0),
        2 * turns - 1,
    )
    points = np.choose(labels.astype(int)[:, np.newaxis], forms)
    return points + noise * normals(generator, count, 32), labels


def picture(x1: Floats, x2: Floats) -> Floats:
    """The three forms, one under another: sine, square, sawtooth."""
    shown = np.zeros((*x1.shape, 3))
    turn = 4 * np.pi / 2.7
    slope = 0.3 * turn * np.cos(turn * (x1 + 1.35))
    sine = abs(x2 - 1.0 - 0.3 * np.sin(turn * (x1 + 1.35))) / np.hypot(1, slope)
    shown[(sine < 0.12) & (abs(x1) < 1.4), 0] = 1.0
    for height, place, (along, form) in ((0.0, 1, _SQUARE), (-1.0, 2, _SAWTOOTH)):
        corners = [(2.7 * x - 1.35, height + 0.3 * y) for x, y in zip(along, form, strict=True)]
        # Only the rows of this form can be near it.
        rows = abs(x2[:, 0] - height) < 0.5
        near = np.zeros(x1[rows].shape, np.bool_)
        for start, end in pairwise(corners):
            near |= _near_segment(x1[rows], x2[rows], start, end, 0.12)
        shown[rows, ..., place] = near
    return shown


def _near_segment(x1: Floats, x2: Floats, start: Point, end: Point, reach: float) -> NDArray[np.bool_]:
    """Which points lie within `reach` of the straight line from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = ((x1 - start[0]) * dx + (x2 - start[1]) * dy) / max(dx * dx + dy * dy, 1e-12)
    share = np.clip(share, 0, 1)
    return np.asarray(np.hypot(x1 - start[0] - share * dx, x2 - start[1] - share * dy) < reach)


SOURCE = Made(make, picture=picture, classes=("sine", "square", "sawtooth"))
