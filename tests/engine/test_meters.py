"""Meters by hand and on the running network: Keras's own numbers, and those worked out with numpy."""

from __future__ import annotations

import numpy as np
import pytest

from playground.document.layers.dense import Dense
from playground.engine.meters import answer, live
from playground.engine.session import Session
from playground.frames.meters import METERS, MeterQuestion, ResetState, Update, code_of
from playground.frames.wanted import Wanted

RESET = ResetState()


def asked(meter, *steps):
    updates = (step if step is RESET else Update(step) for step in steps)
    return answer(MeterQuestion(meter, tuple(updates)))


def results(found):
    return [reading.result for reading in found.readings]


def test_a_mean_counts_all_that_it_was_given_and_begins_anew():
    found = asked("Mean", (2.0,), ((4.0, 6.0),), RESET)
    assert results(found) == [0.0, 2.0, 4.0, 0.0]
    assert [(name, float(value)) for name, value in found.readings[2].variables] == [
        ("mean/total", 12.0),
        ("mean/count", 3.0),
    ]


def test_accuracy_is_that_of_all_and_not_the_mean_of_batches():
    found = asked("Accuracy", ((1.0, 2.0, 3.0, 4.0), (0.0, 2.0, 3.0, 4.0)), ((1.0, 1.0), (1.0, 0.0)))
    assert results(found)[1:] == pytest.approx([0.75, 0.6666667])


@pytest.mark.parametrize(
    ("meter", "labels", "predictions", "right"),
    [
        ("BinaryAccuracy", (1.0, 0.0, 1.0), (0.9, 0.4, 0.3), 2 / 3),
        ("SparseCategoricalAccuracy", (0.0, 1.0), ((0.7, 0.3), (0.6, 0.4)), 0.5),
        ("Precision", (1.0, 0.0, 1.0, 1.0), (0.9, 0.8, 0.7, 0.2), 2 / 3),
        ("Recall", (1.0, 0.0, 1.0, 1.0), (0.9, 0.8, 0.7, 0.2), 2 / 3),
        ("CosineSimilarity", ((0.0, 1.0), (1.0, 1.0)), ((1.0, 0.0), (1.0, 1.0)), 0.5),
        ("MeanSquaredError", ((1.0, 2.0),), ((1.0, 4.0),), 2.0),
        ("MeanAbsoluteError", ((1.0, 2.0),), ((1.0, 4.0),), 1.0),
    ],
)
def test_each_meter_is_keras_s(meter, labels, predictions, right):
    assert results(asked(meter, (labels, predictions)))[-1] == pytest.approx(right, abs=1e-6)


def test_what_does_not_go_together_is_told_and_earlier_steps_stand():
    found = asked("Accuracy", ((1.0,), (1.0,)), ((1.0, 2.0), (1.0, 2.0, 3.0)))
    assert results(found) == [0.0, 1.0]
    assert found.sizes == (2, 3)
    wide = asked("MeanSquaredError", (((1.0, 2.0),), ((1.0, 2.0, 3.0),)))
    assert "ncompatible shapes" in wide.trouble
    assert "{{" not in wide.trouble


@pytest.mark.parametrize("meter", METERS)
def test_the_code_shown_says_what_is_shown(meter, capsys):
    numbers = {1: ((4.0, 6.0),), 2: ((1.0, 0.0), (1.0, 0.0))}[len(METERS[meter].start)]
    if meter == "SparseCategoricalAccuracy":
        numbers = ((1.0, 0.0), ((0.5, 0.25), (0.5, 0.25)))
    question = MeterQuestion(meter, (Update(numbers), RESET, Update(numbers)))
    exec(code_of(question), {})
    printed = [float(line.split("(")[1].split(",")[0]) for line in capsys.readouterr().out.splitlines()]
    assert printed == pytest.approx([results(answer(question))[place] for place in (1, 3)])


# On the running network


@pytest.fixture
def session(chain, loops):
    return Session(chain(Dense(4, "tanh"), Dense(1, "linear")), loops)


def rows_fed(session, batches):
    width = session.document.training.batch_size
    order = session.rows_of(session.step - batches, batches)
    assert len(order) <= width * batches
    return order


def test_a_live_meter_is_reset_as_each_epoch_begins_and_fed_the_batches_since(session):
    assert live(session, "MeanSquaredError").batches == 0
    of = session.plain.steps_per_epoch
    for steps, epoch, batches in ((3, 1, 3), (of - 3, 1, of), (2, 2, 2)):
        session.train(steps)
        found = live(session, "MeanSquaredError")
        assert (found.epoch, found.batches, found.of) == (epoch, batches, of)
        rows = rows_fed(session, batches)
        output = session.keras_network()(session.arrays.train_x).numpy()[rows]
        target = session.arrays.train_y.numpy()[rows]
        _, (_, count) = found.reading.variables
        assert float(count) == len(rows)
        # Metrics of two classes compare shares from 0 to 1, the loss values from -1 to 1.
        assert found.reading.result == pytest.approx(float((((output - target) / 2) ** 2).mean()), rel=1e-5)


def test_at_the_end_of_an_epoch_live_accuracy_is_that_of_the_curves(session):
    session.train(2 * session.plain.steps_per_epoch)
    curve = session.look(Wanted()).curves.newest()["train_accuracy"]
    assert live(session, "Accuracy").reading.result == pytest.approx(curve)
    assert live(session, "BinaryAccuracy").reading.result == pytest.approx(curve)


def test_a_live_mean_is_of_the_losses_of_the_batches_as_they_were_trained_on(session):
    session.look(Wanted(batches=True))
    session.train(4)
    found = live(session, "Mean")
    losses = session.look(Wanted(batches=True)).batches.losses
    assert found.batches == 4
    assert found.reading.result == pytest.approx(float(np.mean(losses)), rel=1e-6)
    assert live(session, "Sum").reading.result == pytest.approx(float(np.sum(losses)), rel=1e-6)


def test_a_meter_that_does_not_suit_the_task_says_nothing(session):
    session.train(1)
    assert live(session, "SparseCategoricalAccuracy") is None
