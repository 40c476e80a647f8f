"""The loss that is shown is that of the outputs that are shown, whatever Keras takes in training."""

import contextlib
import io
import re
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest
from sklearn.metrics import log_loss

from playground.datasets.code import data_code
from playground.document.checks.problems import find_problems
from playground.document.code.python_code import python_code
from playground.document.files.file import read
from playground.engine.landscape import Surveyor
from playground.engine.session import Session
from playground.frames.landscape import Survey

CASES = Path(__file__).parents[1] / "reference" / "cases"
APART = ("softmax1_bce", "softmax1_bcelogits", "actreg_sigmoid_cce", "double_dense", "softmax_dropout_logits")


def case(name, epochs):
    document = read(CASES / f"{name}.playground")
    return replace(document, training=replace(document.training, epochs=epochs))


def loss_by_hand(name, y, outputs):
    """The loss of outputs (rows, values) in float64, by what the case's loss says of them alone."""
    if name == "softmax1_bce":
        return log_loss(y[:, 0], np.clip(outputs[:, 0], 1e-7, 1 - 1e-7))
    if name == "softmax1_bcelogits":
        return log_loss(y[:, 0], 1 / (1 + np.exp(-outputs[:, 0])))
    if name == "actreg_sigmoid_cce":
        return log_loss(y, outputs / outputs.sum(axis=1, keepdims=True))
    powers = np.exp(outputs)
    return log_loss(y[:, 0], powers / powers.sum(axis=1, keepdims=True))


@pytest.mark.filterwarnings("ignore:You are using a softmax over axis", "ignore:.*received `from_logits=True`")
@pytest.mark.parametrize("name", APART)
def test_the_loss_shown_is_that_of_the_outputs_and_the_script_prints_it(name, loops):
    document = case(name, epochs=2)
    session = Session(document, loops)
    session.train(2 * session.plain.steps_per_epoch)
    y, network = session.arrays.validation_y.numpy(), session.keras_network()
    outputs = network(session.arrays.validation_x, training=False).numpy().astype(np.float64)
    shown = session.recorder.curves().newest()["validation_loss"]
    assert shown == pytest.approx(loss_by_hand(name, y, outputs), rel=1e-5)
    # It is another than the one that Keras trains on.
    assert network.evaluate(session.arrays.validation_x, y, verbose=0) != pytest.approx(shown, rel=0.01)

    printed, made = io.StringIO(), {"__name__": "script"}
    with contextlib.redirect_stdout(printed):
        exec(compile(python_code(document, data_code(document.data)), "script", "exec"), made)
    if "dropout" not in name:
        for ours, theirs in zip(network.weights, made["network"].weights, strict=True):
            np.testing.assert_allclose(theirs, ours, rtol=1e-4, atol=1e-5)
    outputs = made["network"](made["validation_x"], training=False).numpy().astype(np.float64)
    assert printed_loss(printed) == pytest.approx(loss_by_hand(name, y, outputs), rel=1e-5)


def printed_loss(printed):
    """The validation loss that the script printed last."""
    return float(re.findall(r"validation: loss ([0-9.e+-]+)", printed.getvalue())[-1].rstrip("."))


def test_a_confident_sigmoid_keeps_its_digits_in_the_script_too(loops):
    document = case("actreg_confident_bce", epochs=40)
    session = Session(document, loops)
    session.train(40 * session.plain.steps_per_epoch)
    network, x, y = session.keras_network(), session.arrays.validation_x, session.arrays.validation_y.numpy()
    logits = keras.Model(network.inputs, network.layers[-1].input)(x).numpy().astype(np.float64)
    kernel, bias = (weight.numpy().astype(np.float64) for weight in network.layers[-1].weights)
    values = logits @ kernel + bias
    expected = np.mean(np.logaddexp(0, values) - y * values)
    assert session.recorder.curves().newest()["validation_loss"] == pytest.approx(expected, rel=1e-4)
    # Outputs of float32 cannot tell it.
    assert float(network.loss(y, network(x).numpy())) < 0.9 * expected

    made = {"__name__": "script"}
    code = python_code(replace(document, training=replace(document.training, epochs=1)), data_code(document.data))
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, "script", "exec"), made)
    made["network"].set_weights(network.get_weights())
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        made["report"](40)
    assert printed_loss(printed) == pytest.approx(expected, rel=1e-4)


def test_the_landscape_stands_at_the_loss_shown(loops):
    session = Session(case("actreg_sigmoid_cce", epochs=2), loops)
    session.train(2 * session.plain.steps_per_epoch)
    surveyor = Surveyor(session, Survey(side=3))
    surveyor.advance(60)
    middle = surveyor.landscape().losses[1, 1]
    assert middle == pytest.approx(session.recorder.curves().newest()["train_loss"], rel=1e-5)


STUCK = (
    "bn_batch1", "relu_bce_logits", "sigmoid_hinge", "sigmoid_mse", "softmax1_bce", "softmax1_bcelogits",
    "softmax1_hidden", "softmax1_mse", "unitnorm1",
)  # fmt: skip


@pytest.mark.filterwarnings("ignore:You are using a softmax over axis", "ignore:.*received `from_logits=True`")
@pytest.mark.parametrize("name", STUCK)
def test_what_cannot_learn_learns_after_any_fix_that_is_offered(name, loops):
    def after(document):
        session = Session(document, loops)
        session.train(60 * session.plain.steps_per_epoch)
        newest = session.recorder.curves().newest()
        return newest["train_accuracy"], newest["validation_loss"]

    document = case(name, epochs=60)
    accuracy, loss = after(document)
    assert accuracy < 0.7
    for problem in find_problems(document):
        for fix in problem.fixes:
            fixed_accuracy, fixed_loss = after(fix.apply(document))
            assert fixed_accuracy > 0.8
            assert fixed_loss < 0.6 * loss
