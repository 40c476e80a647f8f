"""The peer's points and first weights, from its seed alone, as its own engine recorded them."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.first_weights import playground_weights
from playground.document.settings import DataSettings

RUNS = json.loads((Path(__file__).parents[1] / "reference" / "tf_playground_runs.json").read_text())
ACTIVATIONS = {"tanh": np.tanh, "relu": lambda x: np.maximum(x, 0)}


def run_name(run):
    settings = run["settings"]
    return f"{settings['dataset']} {settings['seed']} {'-'.join(map(str, settings['networkShape']))}"


every_run = pytest.mark.parametrize("run", RUNS, ids=run_name)


def data_settings(run):
    settings = run["settings"]
    return DataSettings(
        settings["dataset"],
        points=run["train_points"] + run["test_points"],
        noise=settings["noise"],
        train_share=settings["percent_train"],
        generator="seedrandom",
        seed_text=settings["seed"],
    )


def first_weights(run):
    units = [2, *run["settings"]["networkShape"], 1]
    return playground_weights(data_settings(run), list(pairwise(units)))


def test_all_runs_are_there():
    assert len(RUNS) == 14


@every_run
def test_points_and_labels_are_the_peers(run):
    data = load(data_settings(run))
    assert (data.train_count, data.test_count) == (run["train_points"], run["test_points"])
    train = np.column_stack((data.train_points, data.train_labels))
    test = np.column_stack((data.test_points, data.test_labels))
    np.testing.assert_allclose(train[:4], run["first_train_points"], rtol=0, atol=1e-6)
    np.testing.assert_allclose(test[:4], run["first_test_points"], rtol=0, atol=1e-6)


@pytest.mark.parametrize("run", [run for run in RUNS if "initial_weights" in run], ids=run_name)
def test_first_weights_are_the_peers(run):
    kernels = first_weights(run)
    assert len(kernels) == len(run["initial_weights"])
    for kernel, layer in zip(kernels, run["initial_weights"], strict=True):
        np.testing.assert_allclose(kernel.T, layer["kernel_by_neuron"], rtol=0, atol=1e-6)
        assert set(layer["bias"]) == {0.1}


@every_run
def test_first_weights_give_the_peers_first_losses(run):
    """By numpy alone; also of the run whose weights were not recorded."""
    data = load(data_settings(run))
    *hidden, last = first_weights(run)
    activation = ACTIVATIONS[run["settings"]["activation"]]
    losses = []
    for x, labels in ((data.train_points, data.train_labels), (data.test_points, data.test_labels)):
        for kernel in hidden:
            x = activation(x @ kernel + 0.1)
        x = (x @ last + 0.1)[:, 0]
        predicted = x if data.settings.facts.task == "regression" else np.tanh(x)
        losses.append(np.mean((predicted - labels) ** 2) / 2)
    recorded = run["losses"][0]
    assert recorded["epoch"] == 0
    assert losses == pytest.approx([recorded["train_loss"], recorded["test_loss"]], rel=1e-6)


def test_first_weights_are_float32_and_one_for_each_shape():
    kernels = playground_weights(DataSettings(points=20), [(3, 4), (4, 1)])
    assert [(kernel.shape, kernel.dtype) for kernel in kernels] == [((3, 4), np.float32), ((4, 1), np.float32)]
    assert all(abs(kernel).max() <= 0.5 for kernel in kernels)


def test_first_weights_follow_the_data_and_its_seed():
    settings = [DataSettings(points=20, seed=seed) for seed in (1, 1, 2)]
    first, again, other = (playground_weights(each, [(2, 3)])[0] for each in settings)
    np.testing.assert_array_equal(first, again)
    assert not np.allclose(first, other)
