"""Thumbnails of the data sets."""

import subprocess
import sys

import numpy as np
import pytest
from sklearn.datasets import load_digits

from playground.datasets.dataset import load
from playground.datasets.preview import preview
from playground.document.settings import DATASETS, DataSettings


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("side", [16, 33])
def test_previews_are_pictures_between_minus_one_and_one(name, side):
    picture = preview(name, side)
    assert picture.shape == (side, side)
    assert abs(picture).max() <= 1
    assert np.ptp(picture) > 0.8


def test_previews_differ():
    assert len({preview(name, 24).tobytes() for name in DATASETS}) == len(DATASETS)


@pytest.mark.parametrize(
    ("name", "row", "column", "sign"),
    [
        ("circle", 16, 16, 1), ("circle", 16, 5, -1), ("circle", 0, 0, 0),
        ("xor", 6, 24, 1), ("xor", 6, 6, -1), ("xor", 24, 24, -1),
        ("gauss", 10, 21, 1), ("gauss", 21, 10, -1),
        ("moons", 10, 12, 1), ("moons", 21, 20, -1),
        ("reg-plane", 0, 31, 1), ("reg-plane", 31, 0, -1),
        ("reg-gauss", 9, 5, 1), ("reg-gauss", 22, 5, -1),
        ("iris", 5, 24, 1), ("iris", 26, 5, -1), ("iris", 5, 5, 0),
    ],
)  # fmt: skip
def test_previews_stand_upright(name, row, column, sign):
    assert np.sign(preview(name, 32)[row, column].round(2)) == sign


def test_spiral_arms_pass_where_the_data_does():
    data = load(DataSettings(name="spiral"))
    picture = preview("spiral", 96)
    columns = ((data.points[:, 0] + 6) * 8).astype(int)
    rows = ((6 - data.points[:, 1]) * 8).astype(int)
    assert np.mean(np.sign(picture[rows, columns]) == data.labels) > 0.95


def test_the_digit_is_a_real_one():
    np.testing.assert_array_equal(preview("digits", 8), load_digits().images[3] / 16)


def test_no_preview_and_no_data_need_scikit_learn():
    code = """
import sys
from playground.datasets.dataset import load
from playground.datasets.preview import preview
from playground.document.settings import DATASETS, DataSettings
for name in DATASETS:
    preview(name, 24)
    load(DataSettings(name=name, noise=5.0))
assert "sklearn" not in sys.modules and "tensorflow" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
