"""Every bundled example does what its name says: each is trained, and its claim is checked in numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from playground.advice.adviser import Watch
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.rivals import rival_document
from playground.document.examples import example, names
from playground.document.layers.activations import Sigmoid
from playground.engine.loops import Loops
from playground.engine.probes import sizes
from playground.engine.session import Session
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted

FOLDER = Path(__file__).parents[3] / "assets" / "examples"
ASKED = Wanted(surface_side=0, map_side=0, sizes=True)
LOOKS, MANY = 6, 4_000
# Name -> epochs, and what is true of points that it has not seen by then: an accuracy or, of a number, a loss.
LEARNS = {
    "circle": (100, 0.99), "xor": (200, 0.97), "gauss": (15, 0.99), "spiral": (300, 0.97), "moons": (100, 0.98),
    "checkerboard": (200, 0.85), "boundary": (150, 0.93), "three-blobs": (40, 0.98), "four-blobs": (40, 0.96),
    "rings": (80, 0.98), "arms": (150, 0.95), "iris": (100, 0.93), "waves": (12, 0.97), "digits": (20, 0.95),
    "pictures": (12, 0.95), "branches": (150, 0.98),
}  # fmt: skip
FITS = {"plane": (10, 1e-4), "bumps": (120, 0.02), "sinc": (120, 0.005), "sine": (400, 0.006)}


@pytest.fixture(autouse=True)
def always(monkeypatch) -> None:
    """Each look measures; else they would be apart by the clock."""
    monkeypatch.setattr(sizes, "INTERVAL", 0.0)
    monkeypatch.setattr(sizes, "REST", 0)


def trained(document: Document, epochs: int, told: Callable[[Session], object] = lambda session: None) -> Session:
    """After so many epochs, `told` now and then; on the plain graph where compiling would take longer than these."""
    session = Session(document, Loops())
    steps = session.plain.steps_per_epoch
    if epochs * steps > MANY:
        session.compile_twin()
    for look in range(1, LOOKS + 1):
        session.train((epochs * look // LOOKS - session.epoch) * steps)
        told(session)
    return session


def judged(session: Session) -> Frame:
    return session.look(Wanted(surface_side=0, map_side=0))


def accuracy(document: Document, epochs: int) -> float:
    return judged(trained(document, epochs)).row["validation_accuracy"]


def test_every_example_makes_a_claim() -> None:
    assert {*LEARNS, *FITS, "dropout", "step"} == set(names())


@pytest.mark.parametrize("name", [*LEARNS, *FITS])
def test_an_example_learns_and_the_adviser_has_nothing_to_say(name: str) -> None:
    document, watch, said = example(name, FOLDER), Watch(), []
    epochs, wanted = {**LEARNS, **FITS}[name]
    session = trained(document, epochs, lambda session: said.extend(watch.look(document, session.look(ASKED))))
    row = judged(session).row
    assert said == []
    if name in LEARNS:
        assert row["validation_accuracy"] >= wanted
    else:
        assert row["validation_loss"] <= wanted


def test_xor_shows_that_one_line_is_not_enough() -> None:
    document = example("xor", FOLDER)
    hidden = document.graph.by_id["dense_1"].layer
    assert accuracy(edits.set_layer(document, "dense_1", replace(hidden, units=1)), 200) < 0.8


def test_the_spiral_shows_what_depth_is_for() -> None:
    """One layer of as many weights learns next to nothing in the same time."""
    document = example("spiral", FOLDER)
    flat = edits.remove_nodes(document, ("dense_2", "dense_3", "dense_4"), heal=True)
    assert accuracy(edits.set_layer(flat, "dense_1", replace(flat.graph.by_id["dense_1"].layer, units=62)), 300) < 0.8


def test_dropout_helps_against_overfitting() -> None:
    """The network, and its rival without dropout: the one learns points by heart, the other not."""
    document = example("dropout", FOLDER)
    (rival,) = document.rivals
    without = rival_document(document, rival)
    assert {node.layer.kind for node in document.graph.nodes} - {node.layer.kind for node in without.graph.nodes} == {
        "Dropout"
    }
    until = document.training.stopping.until_epochs
    watch, said = Watch(), []
    helped = trained(replace(document, rivals=()), until, lambda s: said.extend(watch.look(document, s.look(ASKED))))
    alone = trained(without, until)
    with_dropout, overfitted = helped.recorder.curves(), alone.recorder.curves()
    assert with_dropout.validation_loss[-1] < 0.3
    assert with_dropout.validation_loss[-1] < 1.25 * with_dropout.validation_loss.min()
    assert overfitted.validation_loss[-1] > 3 * with_dropout.validation_loss[-1]
    assert overfitted.train_loss[-1] < 0.01 < with_dropout.train_loss[-1]
    assert judged(helped).row["validation_accuracy"] > judged(alone).row["validation_accuracy"] + 0.02
    assert said == []
    assert [one.kind for one in Watch().look(without, judged(alone))] == ["parts"]


def test_the_step_shows_why_it_cannot_learn() -> None:
    document = example("step", FOLDER)
    watch, said = Watch(), []
    stuck = trained(document, 100, lambda session: said.extend(watch.look(document, session.look(ASKED))))
    weights, first = stuck.weights_by_node()["dense_1"][0], Session(document, Loops()).weights_by_node()["dense_1"][0]
    # Nothing comes back through the step, which the problem at it says already.
    assert (weights == first).all()
    assert judged(stuck).row["validation_accuracy"] < 0.7
    assert said == []
    assert accuracy(edits.set_layer(document, "step_1", Sigmoid()), 300) > 0.95
