"""Tables that come with scikit-learn, as (points, labels); it is imported only when one is read."""

from __future__ import annotations

from functools import cache

import numpy as np

from playground.datasets.draws import Floats


@cache
def iris() -> tuple[Floats, Floats]:
    """150 flowers, four measures of mean 0 and deviation 1 over the whole table; classes 0 to 2."""
    from sklearn.datasets import load_iris  # type: ignore[import-untyped, unused-ignore]

    points, labels = load_iris(return_X_y=True)
    return _frozen((points - points.mean(axis=0)) / points.std(axis=0)), _frozen(labels)


@cache
def digits() -> tuple[Floats, Floats]:
    """1,797 handwritten digits, 8×8 pixels row by row, 0 (paper) to 1 (ink); classes 0 to 9."""
    from sklearn.datasets import load_digits  # type: ignore[import-untyped, unused-ignore]

    points, labels = load_digits(return_X_y=True)
    return _frozen(points / 16), _frozen(labels)


TABLES = {"iris": iris, "digits": digits}

CLASS_NAMES: dict[str, tuple[str, ...]] = {
    "iris": ("setosa", "versicolor", "virginica"),
    "digits": tuple("0123456789"),
}


def read(name: str, noise: float, seed: int) -> tuple[Floats, Floats]:
    """The table, with normal noise of the share `noise` (0 to 0.5) of the deviation of all its values."""
    points, labels = TABLES[name]()
    # A stream apart from the shuffle's, so that noise leaves the split into train and test as it is.
    generator = np.random.default_rng((seed, 1))
    return points + noise * points.std() * generator.standard_normal(points.shape), labels


def _frozen(values: Floats) -> Floats:
    values = np.array(values, np.float64)
    values.setflags(write=False)
    return values
