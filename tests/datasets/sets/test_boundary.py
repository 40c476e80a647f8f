"""A typed boundary: points above the curve are +1, whatever the formula is."""

import math

import numpy as np
import pytest

from playground.datasets.code import data_code
from playground.datasets.dataset import load
from playground.document.limits import SettingError
from playground.document.settings import DataSettings

# Each as Python's own mathematics has it.
FORMULAS = {
    "3 * sin(x)": lambda x: 3 * math.sin(x),
    "x ** 3 / 20 - 2 * x": lambda x: x**3 / 20 - 2 * x,
    "where(x > 0, x, -x) - pi": lambda x: abs(x) - math.pi,
    "clip(x, -1, 2)": lambda x: min(max(x, -1), 2),
    "4 * sigmoid(3 * x) - 2 * step(x) + softplus(-x) - relu(x)": lambda x: (
        4 / (1 + math.exp(-3 * x)) - 2 * (x > 0) + math.log1p(math.exp(-x)) - max(x, 0)
    ),
    "sqrt(x)": lambda x: math.sqrt(x) if x >= 0 else math.inf,
    "log(x * 0)": lambda x: -math.inf if x else math.inf,
}


@pytest.mark.parametrize("text", FORMULAS)
def test_points_are_told_by_the_side_of_the_curve(text):
    data = load(DataSettings("boundary", boundary=text))
    expected = [1.0 if y > FORMULAS[text](x) else -1.0 for x, y in data.points.tolist()]
    assert data.labels.tolist() == expected


@pytest.mark.parametrize("text", FORMULAS)
def test_a_script_makes_the_same_points(text):
    settings = DataSettings("boundary", 300, noise=20.0, boundary=text)
    made = {"__name__": "script"}
    exec(compile(data_code(settings), "data", "exec"), made)
    np.testing.assert_array_equal(made["points"], load(settings).points)
    np.testing.assert_array_equal(made["labels"], load(settings).labels)


def test_noise_moves_labels_near_the_curve_only():
    smooth, noisy = (load(DataSettings("boundary", 2000, noise, boundary="x / 2")) for noise in (0.0, 10.0))
    np.testing.assert_array_equal(smooth.points, noisy.points)
    x, y = smooth.points[smooth.labels != noisy.labels].T
    assert 0 < len(x) < 200
    # Up to 0.3 each way, so up to 0.45 up or down from the line.
    assert abs(y - x / 2).max() < 0.45


@pytest.mark.parametrize("text", ["", "y", "3", "sin(x", "__import__('os')"])
def test_what_is_no_formula_is_no_boundary(text):
    with pytest.raises(SettingError, match="boundary"):
        DataSettings("boundary", boundary=text)
