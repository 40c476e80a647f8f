"""Why a layer stands still, judged by the sizes that a real network tells."""

from __future__ import annotations

import numpy as np
import pytest

from playground.advice.standstill import Cause, cause_of, stands_still
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings, TrainingSettings
from playground.frames.sizes import LayerSizes


def network(*layers, rate: float = 0.03) -> Document:
    made, last = Document(data=DataSettings(points=60), training=TrainingSettings(learning_rate=rate)), DATA
    for layer in layers:
        made, last = edits.add_node(made, layer, 0, 0, after=last)
    return edits.connect(made, last, OUTPUT)


def sizes_of(document: Document, biases: float | None = None, steps: int = 0) -> dict[str, LayerSizes]:
    """What the engine measures, after so many batches, or with these biases in the second layer."""
    from playground.engine.loops import Loops
    from playground.engine.session import DivergedError, Session
    from playground.frames.wanted import Wanted

    session = Session(document, Loops())
    if biases is not None:
        for unit in range(len(session.weights_by_node()["dense_2"][1])):
            session.set_weight("dense_2", 1, (unit,), biases)
    try:
        session.train(max(steps, 1))
    except DivergedError:
        pytest.fail("it diverged")
    session._sizes._next = 0.0
    return dict(session.look(Wanted(sizes=True)).sizes)


CASES = {
    "a ReLU below 0 for every point": (network(Dense(4), Dense(3, "relu"), Dense(1)), -4.0, 0, "dead", "dense_2"),
    "a ReLU layer behind it": (network(Dense(4), Dense(3, "linear"), ReLU(), Dense(1)), -4.0, 0, "dead", "dense_2"),
    "tanh far from 0": (network(Dense(16), Dense(3, "tanh"), Dense(1)), 12.0, 0, "saturated", "dense_2"),
    "thirty sigmoids": (network(*[Dense(4, "sigmoid")] * 30, Dense(1)), None, 0, "faded", "dense_1"),
    "steps far too large": (network(Dense(4), Dense(4), Dense(1), rate=300.0), None, 50, "thrown", None),
}


@pytest.mark.parametrize("name", CASES)
def test_the_real_cause_is_named(name: str) -> None:
    document, biases, steps, code, where = CASES[name]
    sizes = sizes_of(document, biases, steps)
    assert stands_still(sizes["dense_1"])
    found = cause_of("dense_1", sizes, document.graph)
    assert found.code == code
    assert where is None or found.node == where


def test_steps_that_are_lost_and_a_network_at_rest_are_told_apart() -> None:
    document = network(Dense(4), Dense(1))
    lost, pulled = LayerSizes(1.0, 0.01, 1e-9, first=1.0), LayerSizes(1.0, 0.01, 0.001, first=1.0)
    assert cause_of("dense_1", {"dense_1": lost, "dense_2": pulled}, document.graph) == Cause("small_steps", "dense_1")
    rest = LayerSizes(1.0, 1e-9, 1e-11, first=1.0)
    assert cause_of("dense_1", {"dense_1": rest, "dense_2": rest}, document.graph) == Cause("rest", "dense_1")


def test_what_lets_no_gradient_through_is_counted_as_numpy_counts_it() -> None:
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    document = network(Dense(4, "relu"), Dense(3, "tanh"), Dense(1, "linear"))
    sizes, session = sizes_of(document), Session(document, Loops())
    first = {
        node: np.sqrt(np.mean(np.concatenate([a.ravel() for a in arrays]) ** 2))
        for node, arrays in session.weights_by_node().items()
    }
    assert {node: found.first for node, found in sizes.items()} == pytest.approx(first, rel=1e-5)
    session.train(1)
    (w, b), (v, c), _ = session.weights_by_node().values()
    hidden = np.maximum(session.arrays.train_x.numpy() @ w + b, 0)
    assert sizes["dense_1"].flat == pytest.approx(np.mean(hidden == 0), abs=1e-6)
    assert sizes["dense_2"].flat == pytest.approx(np.mean(1 - np.tanh(hidden @ v + c) ** 2 < 0.05), abs=1e-6)
    assert sizes["dense_3"].flat == 0
