"""A data set is its module: what the rest derives from it, also for a set that is new."""

import sys
from types import ModuleType

import numpy as np
import pytest

from playground.datasets.code import data_code
from playground.datasets.dataset import class_names, load
from playground.datasets.draws import Floats, Random
from playground.datasets.preview import preview
from playground.datasets.sources import Labelled, Made, Table, Typed, source
from playground.datasets.target import true_value
from playground.document.settings import DATASETS, DataSettings, Facts


@pytest.mark.parametrize("name", DATASETS)
def test_the_module_is_what_the_facts_say(name):
    found, facts = source(name), DATASETS[name]
    assert isinstance(found, Typed if facts.typed else Made if facts.made else Table)
    assert len(found.classes) == (facts.outputs if facts.task == "classes" else 0)
    assert found.picture or found.truth


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("points", [20, 400, 1000])
def test_there_are_as_many_rows_as_the_settings_say(name, points):
    settings = DataSettings(name, points=points)
    assert len(load(settings).points) == settings.rows


def test_a_name_without_a_module_says_which_is_missing():
    with pytest.raises(ModuleNotFoundError, match=r"playground\.datasets\.sets\.no_such_set"):
        source("no-such-set")


def truth(points: Floats) -> Floats:
    """+1 right of the line, else -1."""
    return np.where(points[:, 0] > 0, 1.0, -1.0)


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Points anywhere; noise moves where the label is read."""
    drawn = generator.random((count, 4))
    points = 12 * drawn[:, :2] - 6
    return points, truth(points + (12 * drawn[:, 2:] - 6) * noise)


@pytest.fixture
def halves(monkeypatch):
    """A set whose module is new."""
    module = ModuleType("playground.datasets.sets.two_halves")
    module.SOURCE = Made(make, truth)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(DATASETS, "two-halves", Facts("binary"))
    yield DataSettings("two-halves", points=100, noise=10.0)
    source.cache_clear()


def test_a_set_that_is_new_needs_its_module_and_its_facts_only(halves):
    data = load(halves)
    assert data.points.shape == (100, 2)
    assert set(data.labels) == {-1, 1}
    assert class_names(halves) == ("-1", "+1")
    np.testing.assert_array_equal(true_value(halves, np.array([[-1.0, 2.0], [3.0, 0.0]])), [-1, 1])
    np.testing.assert_array_equal(preview(halves, 4), [[-1, -1, 1, 1]] * 4)


def test_the_code_of_a_set_that_is_new_makes_its_points(halves):
    made = {"__name__": "script"}
    exec(compile(data_code(halves), "script", "exec"), made)
    np.testing.assert_array_equal(made["points"], load(halves).points)
    np.testing.assert_array_equal(made["labels"], load(halves).labels)
