"""Where all samples stand by what one layer makes of them: what is asked for, and its answer."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from playground.document.settings import DataSettings
from playground.frames.arrays import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """The samples along the two directions in which a node's values vary most, its principal components.

    rows: which samples of the data, (samples,). points: (samples, 2), the mean of all at 0; one value alone varies
    along the first direction only. share: of all variance, what these two hold, 0 to 1. step: batches learned by then.
    """

    node: str
    step: int
    rows: NDArray[np.intp]
    points: Floats
    share: float
    data: DataSettings = field(default_factory=DataSettings)
