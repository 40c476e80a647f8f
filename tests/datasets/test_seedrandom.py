"""The peer's random numbers and, through them, its very points, as its own engine recorded them."""

import json
from pathlib import Path

import numpy as np
import pytest

from playground.datasets.dataset import make
from playground.datasets.draws import shuffled
from playground.datasets.seedrandom import SeedRandom
from playground.datasets.sources import source
from playground.document.settings import DataSettings

RUNS = json.loads((Path(__file__).parents[1] / "reference" / "tf_playground_runs.json").read_text())


def run_name(run):
    settings = run["settings"]
    layers = "-".join(str(units) for units in settings["networkShape"])
    return f"{settings['dataset']} {settings['seed']} {layers}"


def test_numbers_are_those_of_the_seedrandom_documentation():
    random = SeedRandom("hello.")
    assert [random.random(), random.random()] == [0.9282578795792454, 0.3752569768646784]
    assert SeedRandom("hello.").random((1, 2)).tolist() == [[0.9282578795792454, 0.3752569768646784]]


def test_numbers_stay_between_0_and_1_for_any_text():
    for text in ("", "a", "0.5", "é€", "long " * 100):
        drawn = SeedRandom(text).random((50, 1))
        assert drawn.min() >= 0
        assert drawn.max() < 1


@pytest.mark.parametrize("run", RUNS, ids=run_name)
def test_points_and_split_are_the_peers(run):
    settings = run["settings"]
    count = run["train_points"] + run["test_points"]
    data = make(
        DataSettings(
            name=settings["dataset"], points=count, noise=settings["noise"], train_share=settings["percent_train"]
        ),
        SeedRandom(settings["seed"]),
    )
    train = np.column_stack((data.train_points, data.train_labels))
    test = np.column_stack((data.test_points, data.test_labels))
    assert (len(train), len(test)) == (run["train_points"], run["test_points"])
    np.testing.assert_allclose(train[:4], run["first_train_points"], rtol=0, atol=1e-6)
    np.testing.assert_allclose(test[:4], run["first_test_points"], rtol=0, atol=1e-6)


@pytest.mark.parametrize("run", [run for run in RUNS if "initial_weights" in run], ids=run_name)
def test_the_peers_weights_come_next(run):
    """Data and shuffle take exactly as many numbers as the peer takes, so its first weights follow."""
    settings = run["settings"]
    random = SeedRandom(settings["seed"])
    points, _ = source(settings["dataset"]).make(
        random, run["train_points"] + run["test_points"], settings["noise"] / 100
    )
    shuffled(random, len(points))
    for layer in run["initial_weights"]:
        kernel = np.array(layer["kernel_by_neuron"])
        np.testing.assert_allclose(random.random(kernel.shape) - 0.5, kernel, rtol=0, atol=1e-12)
