"""A small picture of each data set, from -1 to +1; made without reading any data."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from playground.datasets.draws import Floats
from playground.datasets.origins import source_of
from playground.datasets.sources import Truth
from playground.datasets.target import truth_of
from playground.document.settings import DataSettings

_FINE = 3


@lru_cache(maxsize=64)
def preview(data: DataSettings, side: int) -> Floats:
    """What the data set looks like, shape (side, side), row 0 at the top (largest x2); 0 where nothing is.

    Two classes and targets use the whole range, ink and curves 0 to +1. Of more classes that can be told by a place
    in the picture, each as strong as it is there, 0 to 1: (side, side, classes). Made once, so it is read only.
    """
    low, high = data.facts.span
    middles = low + (high - low) * (np.arange(side * _FINE) + 0.5) / (side * _FINE)
    x1, x2 = np.meshgrid(middles, middles[::-1])
    found = source_of(data.origin)
    shown = found.picture(x1, x2) if found.picture else _by_truth(truth_of(data), x1, x2)
    means: Floats = shown.reshape(side, _FINE, side, _FINE, *shown.shape[2:]).mean(axis=(1, 3))
    made = np.clip(means, -1.0, 1.0)
    made.setflags(write=False)
    return made


def _by_truth(truth: Truth | None, x1: Floats, x2: Floats) -> Floats:
    """The labels without noise at each place."""
    if truth is None:
        raise ValueError("a data set has a picture or a truth, got neither")
    return truth(np.column_stack((x1.ravel(), x2.ravel()))).reshape(x1.shape)
