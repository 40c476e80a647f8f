"""Data as code: run on its own, it makes the arrays that the Playground trains on."""

from dataclasses import replace

import numpy as np
import pytest

from playground.datasets.code import data_code
from playground.datasets.dataset import load
from playground.datasets.features import columns
from playground.document.settings import DATASETS, FEATURES, DataSettings


def run(settings):
    made = {"__name__": "script"}
    exec(compile(data_code(settings), "data", "exec"), made)
    return made["inputs"], made["labels"]


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize(("points", "noise", "seed"), [(500, 0.0, 1), (21, 50.0, 7), (333, 12.3, 2**31 - 1)])
def test_code_makes_the_same_arrays(name, points, noise, seed):
    settings = DataSettings(name, points, noise, 33.0, seed)
    data = load(settings)
    inputs, labels = run(settings)
    np.testing.assert_array_equal(inputs.astype(np.float32), columns(settings, data.points))
    np.testing.assert_array_equal(labels, data.labels)


def test_code_makes_the_chosen_features_in_their_order():
    settings = DataSettings("spiral", noise=10.0)
    points = load(settings).points
    for features in (FEATURES, FEATURES[::-1], ("sin_x2",)):
        inputs, _ = run(replace(settings, features=features))
        np.testing.assert_array_equal(inputs.astype(np.float32), columns(replace(settings, features=features), points))
