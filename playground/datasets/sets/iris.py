"""Three kinds of iris, told apart by four lengths: Fisher's table, as scikit-learn has it."""

from __future__ import annotations

import numpy as np

from playground.datasets.blob import blob
from playground.datasets.draws import Floats
from playground.datasets.sources import TABLES, Labelled, Table

SCRIPT = """
# 150 flowers of three kinds, four measures of each, brought to mean 0 and deviation 1.
points, labels = load_iris(return_X_y=True)
points = (points - points.mean(axis=0)) / points.std(axis=0)
"""

# Petal length and width of the three species: their means, then their deviations.
_CLOUDS = ((1.46, 0.25, 0.17, 0.10), (4.26, 1.33, 0.47, 0.20), (5.55, 2.03, 0.55, 0.27))


def read() -> Labelled:
    """150 flowers, four measures of mean 0 and deviation 1 over the whole table; classes 0 to 2."""
    points = own()
    return (points - points.mean(axis=0)) / points.std(axis=0), _table()[:, 4]


def own() -> Floats:
    """The four measures in centimetres."""
    return _table()[:, :4].copy()


def _table() -> Floats:
    return np.loadtxt(TABLES / "iris.csv", delimiter=",", skiprows=1)


def picture(x1: Floats, x2: Floats) -> Floats:
    """Petal length from left to right, petal width upwards: one cloud apart and two that touch."""
    length, width = 3.75 + x1 * 3.2 / 3, 1.25 + x2 * 1.5 / 3
    shown = np.zeros((*x1.shape, len(_CLOUDS)))
    for place, cloud in enumerate(_CLOUDS):
        is_cloud = blob(length, width, *cloud) > 0.15
        # A cloud lies above those before it.
        shown[is_cloud] = np.eye(len(_CLOUDS))[place]
    return shown


SOURCE = Table(
    read,
    "from sklearn.datasets import load_iris",
    SCRIPT,
    picture,
    ("setosa", "versicolor", "virginica"),
    own=own,
    unit="cm",
)
