"""Links run as on the page that they come from, number for number."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from playground.datasets.dataset import make, random_numbers
from playground.document.files.link import read_link
from playground.engine.session import Session
from tests.engine.page_engine import Page

RUNS = json.loads((Path(__file__).parents[1] / "reference" / "tf_playground_runs.json").read_text())


def link_of(settings):
    """The link that the page would have shown for a recorded run."""
    name = settings["dataset"]
    data = f"problem=regression&regDataset={name}" if name.startswith("reg-") else f"dataset={name}"
    return (
        f"#activation={settings['activation']}&batchSize={settings['batch_size']}&{data}"
        f"&networkShape={','.join(map(str, settings['networkShape']))}&seed={settings['seed']}"
        f"&learningRate={settings['learning_rate']}&percTrainData={settings['percent_train']}&noise={settings['noise']}"
    )


def losses(session):
    """Train and validation loss after each epoch from 0 on, (epochs, 2)."""
    curves = session.recorder.curves(10**6)
    return np.stack([curves.train_loss, curves.validation_loss], axis=1)


def trained(session, epochs, twin):
    if twin and (work := session.twin_to_compile()):
        work()
    session.train(epochs * session.plain.steps_per_epoch)
    return session


@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run['settings']['dataset']}-{run['settings']['seed']}")
def test_a_recorded_run_has_the_same_weights_and_losses(run, loops):
    document, remarks = read_link(link_of(run["settings"]))
    assert remarks == ()
    session = Session(document, loops)
    for layer, (kernel, bias) in zip(
        run.get("initial_weights") or (), session.weights_by_node().values(), strict=False
    ):
        np.testing.assert_allclose(kernel.T, layer["kernel_by_neuron"], atol=1e-6)
        np.testing.assert_allclose(bias, layer["bias"], atol=1e-6)
    found = losses(trained(session, 100, twin=True))
    for row in run["losses"]:
        if row["epoch"] <= 100:
            np.testing.assert_allclose(found[row["epoch"]], [row["train_loss"], row["test_loss"]], atol=1e-5)


PAGE_LINKS = json.loads((Path(__file__).parents[1] / "reference" / "tf_playground_links.json").read_text())


@pytest.mark.parametrize("place", range(len(PAGE_LINKS)))
def test_a_lessons_link_has_the_pages_losses(place, loops):
    document = read_link(PAGE_LINKS[place]["link"])[0]
    found = losses(trained(Session(document, loops), 50, twin=True))
    rows, atol = PAGE_LINKS[place]["losses"], 1e-5
    if document.training.learning_rate == 3:
        # At this rate an error grows a thousandfold an epoch: float64 in Python agrees with the page's to 1e-12 after
        # one epoch, and not to 1e-3 after ten.
        rows, atol = rows[:1], 5e-4
        data, generator = document.data, random_numbers(document.data)
        dataset = make(data, generator)
        page = Page([generator.random((1, 2)) - 0.5], [[0.1]], ["tanh"], 3.0, "none", 0.0)
        page.epoch(dataset.train_points.tolist(), dataset.train_labels.tolist(), document.training.batch_size)
        exact = page.loss(dataset.train_points.tolist(), dataset.train_labels.tolist())
        np.testing.assert_allclose(exact, rows[0]["train_loss"], atol=1e-9)
    for row in rows:
        np.testing.assert_allclose(found[row["epoch"]], [row["train_loss"], row["test_loss"]], atol=atol)


OTHERS = (
    "#dataset=circle&networkShape=4&seed=4&regularization=L1&regularizationRate=-0.02&learningRate=0.1&noise=80",
    "#dataset=xor&networkShape=3&seed=4&regularization=L2&regularizationRate=-0.1&percTrainData=95",
    "#dataset=circle&networkShape=3&seed=4&regularization=L2&regularizationRate=0.1&learningRate=-0.03",
    "#dataset=xor&networkShape=3,2&seed=7&regularization=L2&regularizationRate=0.01&batchSize=25&percTrainData=40",
    "#dataset=circle&networkShape=4&seed=a b&regularization=L1&regularizationRate=0.03&batchSize=10&percTrainData=30",
    "#dataset=circle&networkShape=3&seed=0.5&regularization=L1&regularizationRate=0.1&batchSize=7&learningRate=0.1",
    "#dataset=spiral&networkShape=5,3&seed=0.9&activation=relu&noise=20&batchSize=30&percTrainData=50&sinX=true",
    "#dataset=gauss&networkShape=3&seed=2&activation=sigmoid&noise=50&batchSize=1&percTrainData=10&xTimesY=true",
    "#dataset=circle&networkShape=2&seed=3&activation=linear&xSquared=true&ySquared=true&x=false&batchSize=16",
    "#problem=regression&regDataset=reg-gauss&networkShape=4,4&seed=5&noise=15&batchSize=11&percTrainData=20",
    "#problem=regression&regDataset=reg-plane&networkShape=&seed=5&batchSize=30&percTrainData=33&noise=35",
    "#dataset=xor&networkShape=3&seed=1&initZero=true&percTrainData=60&xTimesY=true&learningRate=0.3",
    "#dataset=xor&networkShape=3&seed=1&initZero=true&regularization=L1&regularizationRate=0.01&percTrainData=30",
)


# Through XLA those with a penalty that holds weights or batches of two sizes; recorded runs all go through it.
WAYS = [(link, twin) for link in OTHERS for twin in (False, True)[: 2 if link in (*OTHERS[:2], *OTHERS[3:6]) else 1]]


@pytest.mark.parametrize(("link", "twin"), WAYS)
def test_any_link_runs_as_the_page_does(link, twin, loops):
    document, _ = read_link(link)
    session = Session(document, loops)
    dataset = session.dataset
    weights = list(session.weights_by_node().values())
    layers = [node.layer for node, _ in session.spec.nodes[1:-1]]
    penalty = "L1" if layers[0].hold_zero else "L2" if layers[0].l2 else "none"
    page = Page(
        [kernel.T for kernel, _ in weights],
        [bias for _, bias in weights],
        [layer.activation for layer in layers],
        document.training.learning_rate,
        penalty,
        layers[0].l1 or 2 * layers[0].l2,
    )
    sets = [
        (session.arrays[0].numpy().tolist(), dataset.train_labels.tolist()),
        (session.arrays[2].numpy().tolist(), dataset.test_labels.tolist()),
    ]
    expected = [[page.loss(*one) for one in sets]]
    for _ in range(12):
        page.epoch(*sets[0], document.training.batch_size)
        expected.append([page.loss(*one) for one in sets])
    np.testing.assert_allclose(losses(trained(session, 12, twin)), expected, atol=1e-5)
    for (kernel, _), page_kernel, dead in zip(session.weights_by_node().values(), page.kernels, page.dead, strict=True):
        np.testing.assert_allclose(kernel.T, page_kernel, atol=1e-5)
        assert not kernel.T[np.array(dead)].any()
