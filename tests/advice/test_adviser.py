"""What is said, for how long, and of which run: by the clock of the test."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from playground.advice.adviser import Adviser, Watch
from playground.advice.finding import Finding
from playground.advice.standstill import PATIENCE
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import ReLU, Step
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.frames.frame import Frame
from playground.frames.run import Event
from playground.frames.sizes import LayerSizes
from tests.made_curves import made_curves

PARTS, JUMPS = Finding("parts", ()), Finding("jumps", ())


# What is said


def test_a_new_finding_is_said_at_once_and_stays_for_three_seconds() -> None:
    adviser = Adviser()
    assert adviser.show([PARTS], 100, 0.0) is PARTS
    assert adviser.show([], 1_000, 2.9) is PARTS
    assert adviser.show([], 1_000, 3.0) is None


def test_it_goes_when_its_reason_has_been_gone_for_twenty_epochs_and_a_second() -> None:
    adviser = Adviser()
    for now in range(10):
        adviser.show([PARTS], 100, float(now))
    assert adviser.show([], 119, 60.0) is PARTS
    assert adviser.show([], 120, 9.9) is PARTS
    assert adviser.show([], 120, 10.0) is None


def test_at_most_one_new_line_in_five_seconds_and_the_more_important_wins() -> None:
    adviser = Adviser()
    adviser.show([PARTS], 100, 0.0)
    assert adviser.show([JUMPS, PARTS], 101, 4.9) is PARTS
    assert adviser.show([JUMPS, PARTS], 102, 5.0) is JUMPS
    # What is less important waits until the other is over.
    assert adviser.show([JUMPS, PARTS], 103, 60.0) is JUMPS


def test_newer_numbers_of_the_same_kind_are_no_new_line_and_do_not_dance() -> None:
    adviser, newer = Adviser(), replace(JUMPS, values=(("high", 0.3),))
    adviser.show([JUMPS], 100, 0.0)
    assert adviser.show([newer], 101, 2.9) is JUMPS
    assert adviser.show([newer], 102, 3.0) is newer


def test_the_epoch_to_go_back_to_is_always_the_newest() -> None:
    adviser, newer = Adviser(), replace(PARTS, values=(("epoch", 300),))
    adviser.show([PARTS], 100, 0.0)
    assert adviser.show([newer], 101, 0.1) is newer


def test_a_kind_that_was_sent_away_is_not_said_until_another_project() -> None:
    adviser = Adviser()
    adviser.show([PARTS], 100, 0.0)
    adviser.mute(10.0)
    assert adviser.show([PARTS], 101, 60.0) is None
    assert adviser.show([JUMPS, PARTS], 101, 70.0) is JUMPS
    adviser.forget()
    assert adviser.show([PARTS], 102, 80.0) is PARTS


def test_what_was_dealt_with_is_not_said_again_by_what_still_comes_of_before() -> None:
    adviser = Adviser()
    adviser.show([PARTS], 100, 0.0)
    adviser.be_silent(50.0)
    assert adviser.show([PARTS], 101, 54.9) is None
    assert adviser.show([PARTS], 102, 55.0) is PARTS


# What stands out


def network(*layers: Layer, loss: str = "mean_squared_error") -> Document:
    made, last = Document(), DATA
    for layer in layers:
        made, last = edits.add_node(made, layer, 0, 0, after=last)
    return edits.set_layer(edits.connect(made, last, OUTPUT), OUTPUT, Output(loss))


def frame(document: Document, loss: float = 1.0, **sizes: LayerSizes) -> Frame:
    epochs = np.arange(80)
    curves = made_curves(epochs, *[np.full(80, loss)] * 2, metrics=())
    return Frame(document.graph, epoch=79, curves=curves, data=document.data, sizes=sizes)


def after_a_while(document: Document, shown: Frame) -> list[Finding]:
    watch = Watch()
    for _ in range(PATIENCE - 1):
        assert watch.look(document, replace(shown, sizes=dict(shown.sizes))) == ()
    return list(watch.look(document, shown))


WELL, FADED = LayerSizes(0.5, 0.1, 0.01, first=0.5), LayerSizes(0.5, 1e-9, 1e-10, first=0.5)
THREE = network(Dense(4, "sigmoid"), Dense(4, "sigmoid"), Dense(1))


def test_the_first_layers_without_a_gradient_are_counted_with_what_helps() -> None:
    (found,) = after_a_while(THREE, frame(THREE, dense_1=FADED, dense_2=FADED, dense_3=WELL))
    assert (found.kind, found.nodes) == ("faded", ("dense_1", "dense_2"))
    assert dict(found.values) == {"count": 2, "all": 3, "below": 1e-7, "first": True}
    assert (len(found.evidence.bars), found.evidence.faint) == (3, 2)
    mended = found.remedy.fix.apply(THREE).graph.by_id
    assert [mended[name].layer.applies for name in ("dense_1", "dense_2", "dense_3")] == ["leaky_relu"] * 2 + ["tanh"]
    assert mended["dense_2"].layer.kernel_initializer == "he_uniform"
    assert found.remedy.anew


def test_a_network_that_was_changed_has_not_stood_still_yet() -> None:
    sizes = {"dense_1": FADED, "dense_2": FADED, "dense_3": WELL}
    watch, changed = Watch(), edits.set_layer(THREE, "dense_3", Dense(1, "linear"))
    for _ in range(PATIENCE):
        watch.look(THREE, frame(THREE, **sizes))
    assert watch.look(changed, frame(changed, **sizes)) == ()


def test_half_of_the_neurons_dead_are_told_by_their_layer() -> None:
    document = network(Dense(8, "relu"), Dense(8, "linear"), ReLU(), Dense(1))
    half = replace(WELL, flat=0.6, dead=0.5)
    (found,) = after_a_while(document, frame(document, dense_1=WELL, dense_2=half, dense_3=WELL))
    assert (found.kind, dict(found.values)) == ("dead", {"node": "dense_2", "dead": 4, "units": 8})
    assert found.remedy.fix.apply(document).graph.by_id["re_lu_1"].layer.applies == "leaky_relu"
    assert after_a_while(document, frame(document, dense_1=replace(WELL, dead=0.375), dense_2=WELL)) == []


def test_a_saturated_output_is_told_only_while_it_is_wrong() -> None:
    document = network(Dense(4), Dense(1, "sigmoid"), loss="binary_crossentropy")
    flat = replace(WELL, flat=0.97)
    (found,) = after_a_while(document, frame(document, 2.0, dense_1=WELL, dense_2=flat))
    assert (found.kind, found.nodes) == ("saturated", ("dense_2",))
    mended = found.remedy.fix.apply(document).graph.by_id
    assert (mended["dense_2"].layer.applies, mended[OUTPUT].layer.loss) == ("linear", "binary_crossentropy_logits")
    assert after_a_while(document, frame(document, 0.01, dense_1=WELL, dense_2=flat)) == []


def test_what_is_told_of_the_network_as_drawn_is_not_told_again() -> None:
    document = network(Dense(4, "linear"), Step(), Dense(1))
    assert after_a_while(document, frame(document, dense_1=FADED, dense_2=WELL)) == []


def test_a_rate_that_has_thrown_a_layer_is_blamed() -> None:
    thrown = LayerSizes(80.0, 0.0, 0.0, flat=1.0, first=0.5)
    document = replace(THREE, training=replace(THREE.training, learning_rate=30.0))
    found = after_a_while(document, frame(document, 2.0, dense_1=thrown, dense_2=thrown, dense_3=WELL))[0]
    assert (found.kind, found.remedy.anew) == ("thrown", True)
    assert found.remedy.fix.apply(document).training.learning_rate == 0.03


@pytest.mark.parametrize("rate", [0.03, 0.01])
def test_no_rate_is_offered_that_is_not_lower(rate) -> None:
    document = replace(THREE, training=replace(THREE.training, learning_rate=rate))
    epochs = np.arange(100)
    up_and_down = np.where(epochs % 2, 0.7, 1.6)
    curves = made_curves(epochs, up_and_down, up_and_down, metrics=())
    (found,) = Watch().look(document, Frame(document.graph, epoch=99, curves=curves))
    assert found.remedy.fix.apply(document).training.learning_rate == pytest.approx(rate / 10)


def test_losses_before_an_edit_are_those_of_another_network() -> None:
    epochs = np.arange(400)
    rising = 0.09 + np.abs(epochs - 200) * 1e-3
    curves = made_curves(epochs, 0.9 * np.exp(-epochs / 60), rising, metrics=())
    shown = Frame(THREE.graph, epoch=399, curves=curves)
    (found,) = Watch().look(THREE, shown)
    assert (dict(found.values)["epoch"], found.remedy.fix) == (200, None)
    assert Watch().look(THREE, replace(shown, events=(Event(390, "edited"),))) == ()
    # Of those since a later edit the best is not the run's: there is no going back to it.
    (found,) = Watch().look(THREE, replace(shown, events=(Event(250, "edited"),)))
    assert (dict(found.values)["epoch"], found.remedy) == (250, None)
