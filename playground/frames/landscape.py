"""The loss landscape: what is asked for, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from playground.frames.arrays import Floats


@dataclass(frozen=True, slots=True)
class Survey:
    """Which landscape is asked for: "random" directions drawn by `seed`, up to `reach` times the weights' own
    length, or the "run"'s two main ones; `side` points along each."""

    directions: Literal["random", "run"] = "random"
    side: int = 41
    reach: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """The train loss around the weights as they were after `step` batches, as far as it is worked out.

    x, y: places along the two directions, (side,) each, 0 being those weights.
    losses: (side, side), row r at y[r], column c at x[c]; NaN where still to come, maybe infinite.
    path: where the run's kept moments stand along the directions, (moments, 2), after `path_steps` batches each.
    epoch: how many had ended after `step` batches.
    """

    survey: Survey
    step: int
    x: Floats
    y: Floats
    losses: Floats
    path: Floats
    path_steps: NDArray[np.int64]
    epoch: int = 0

    @property
    def share_done(self) -> float:
        return float(np.mean(~np.isnan(self.losses)))


@dataclass(frozen=True, slots=True)
class SurveyRefused:
    """There is no landscape yet: the run has not moved in two directions, nothing learns, or no network is there."""
