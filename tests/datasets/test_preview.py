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
    picture = preview(DataSettings(name), side)
    assert picture.shape[:2] == (side, side)
    # Of more classes each has its own; only digits show what a picture is.
    assert picture.shape[2:] == ((DATASETS[name].outputs,) if DATASETS[name].outputs in (3, 4) else ())
    assert abs(picture).max() <= 1
    assert np.ptp(picture) > 0.8


def test_previews_differ():
    assert len({preview(DataSettings(name), 24).tobytes() for name in DATASETS}) == len(DATASETS)


@pytest.mark.parametrize(
    ("name", "row", "column", "sign"),
    [
        ("circle", 16, 16, 1), ("circle", 16, 5, -1), ("circle", 0, 0, 0),
        ("xor", 6, 24, 1), ("xor", 6, 6, -1), ("xor", 24, 24, -1),
        ("gauss", 10, 21, 1), ("gauss", 21, 10, -1),
        ("moons", 10, 12, 1), ("moons", 21, 20, -1),
        ("reg-plane", 0, 31, 1), ("reg-plane", 31, 0, -1),
        ("reg-gauss", 9, 5, 1), ("reg-gauss", 22, 5, -1),
    ],
)  # fmt: skip
def test_previews_stand_upright(name, row, column, sign):
    assert np.sign(preview(DataSettings(name), 32)[row, column].round(2)) == sign


@pytest.mark.parametrize(
    ("name", "row", "column", "seen"),
    [
        ("iris", 26, 4, 0), ("iris", 16, 17, 1), ("iris", 5, 24, 2), ("iris", 5, 5, None),
        ("three-blobs", 12, 23, 0), ("three-blobs", 23, 16, 1), ("three-blobs", 12, 8, 2), ("three-blobs", 0, 0, None),
        ("rings", 16, 16, 0), ("rings", 16, 23, 1), ("rings", 4, 16, 2),
        ("waves", 2, 5, 0), ("waves", 28, 5, 2),
    ],
)  # fmt: skip
def test_previews_of_more_classes_show_each_where_it_is(name, row, column, seen):
    strengths = preview(DataSettings(name), 32)[row, column]
    assert (None if strengths.max() < 0.05 else strengths.argmax()) == seen


def test_a_typed_boundary_is_drawn_as_it_is_typed():
    shown = preview(DataSettings("boundary", boundary="x"), 32)
    assert (shown[0, 0], shown[-1, -1], shown[-1, 0] > -1) == (1.0, -1.0, True)


@pytest.mark.parametrize("name", ["three-blobs", "four-blobs", "three-spiral", "rings"])
def test_classes_are_seen_where_their_points_are(name):
    data = load(DataSettings(name))
    picture = preview(data.settings, 96)
    columns, rows = ((data.points[:, 0] + 6) * 8).astype(int), ((6 - data.points[:, 1]) * 8).astype(int)
    seen = picture[rows, columns]
    assert np.mean(seen.argmax(axis=-1)[seen.max(axis=-1) > 0.1] == data.labels[seen.max(axis=-1) > 0.1]) > 0.95
    assert np.mean(seen.max(axis=-1) > 0.1) > 0.9


def test_spiral_arms_pass_where_the_data_does():
    data = load(DataSettings(name="spiral"))
    picture = preview(data.settings, 96)
    columns = ((data.points[:, 0] + 6) * 8).astype(int)
    rows = ((6 - data.points[:, 1]) * 8).astype(int)
    assert np.mean(np.sign(picture[rows, columns]) == data.labels) > 0.95


def test_the_digit_is_a_real_one():
    np.testing.assert_array_equal(preview(DataSettings("digits"), 8), load_digits().images[3] / 16)


def test_no_preview_and_no_data_need_scikit_learn():
    code = """
import sys
from playground.datasets.dataset import load
from playground.datasets.preview import preview
from playground.document.settings import DATASETS, DataSettings
for name in DATASETS:
    preview(DataSettings(name), 24)
    load(DataSettings(name=name, noise=5.0))
assert "sklearn" not in sys.modules and "tensorflow" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
