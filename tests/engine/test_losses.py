"""Losses from their row to a run: by hand, against scikit-learn and scipy; and a row that is new."""

import keras
import numpy as np
import pytest
from scipy.stats import entropy
from sklearn import metrics

from playground.datasets.code import data_code
from playground.document.checks.problems import find_problems
from playground.document.code.python_code import python_code
from playground.document.layers.dense import Dense
from playground.document.losses import LOSSES, Loss
from playground.document.settings import DataSettings, TrainingSettings
from playground.engine.build import keras_loss
from playground.engine.session import Session

SIGN, VALUE = np.array([[1.0], [-1.0]]), np.array([[0.5], [1.0]])
BIT, SHARE = np.array([[1.0], [0.0]]), np.array([[0.8], [0.4]])
ONE_HOT, SHARES = np.array([[1.0, 0, 0], [0, 0, 1.0]]), np.array([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]])
CROSS_ENTROPY = -(np.log(0.5) + np.log(0.8)) / 2

BY_HAND = {
    "mean_squared_error": (SIGN, VALUE, (0.25 + 4) / 2),
    # Keras halves it by its weight in the network.
    "half_squared_error": (SIGN, VALUE, (0.25 + 4) / 2),
    "mean_absolute_error": (SIGN, VALUE, (0.5 + 2) / 2),
    "huber": (SIGN, VALUE, (0.125 + 1.5) / 2),
    "hinge": (SIGN, VALUE, (0.5 + 2) / 2),
    "binary_crossentropy": (BIT, SHARE, -(np.log(0.8) + np.log(0.6)) / 2),
    "binary_crossentropy_logits": (BIT, np.log(SHARE / (1 - SHARE)), -(np.log(0.8) + np.log(0.6)) / 2),
    "categorical_crossentropy": (ONE_HOT, SHARES, CROSS_ENTROPY),
    "categorical_crossentropy_logits": (ONE_HOT, np.log(SHARES) + 7, CROSS_ENTROPY),
    "sparse_categorical_crossentropy": (np.array([[0.0], [2.0]]), SHARES, CROSS_ENTROPY),
    "sparse_categorical_crossentropy_logits": (np.array([[0.0], [2.0]]), np.log(SHARES) + 7, CROSS_ENTROPY),
    "kl_divergence": (ONE_HOT, SHARES, CROSS_ENTROPY),
}


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_what_its_formula_says(name):
    target, predicted, expected = BY_HAND[name]
    found = keras_loss(LOSSES[name])(target.astype(np.float32), predicted)
    assert float(found) == pytest.approx(expected, rel=1e-4)


RANDOM = np.random.default_rng(3)
SIGNS, VALUES = RANDOM.choice([-1.0, 1.0], (50, 1)), RANDOM.normal(size=(50, 1))
BITS, CLASSES = (SIGNS + 1) / 2, RANDOM.integers(0, 4, (50, 1))
HOT, LOGITS = np.eye(4)[CLASSES[:, 0]], RANDOM.normal(size=(50, 4))
OF_CLASSES = np.exp(LOGITS) / np.exp(LOGITS).sum(1, keepdims=True)
SHARED = RANDOM.dirichlet(np.ones(4), 50)
OF_BIT = 1 / (1 + np.exp(-VALUES))
SQUARED = metrics.mean_squared_error(SIGNS, VALUES)
DISTANCE = np.abs(SIGNS - VALUES)

BY_OTHERS = {
    "mean_squared_error": (SIGNS, VALUES, SQUARED),
    "half_squared_error": (SIGNS, VALUES, SQUARED),
    "mean_absolute_error": (SIGNS, VALUES, metrics.mean_absolute_error(SIGNS, VALUES)),
    "huber": (SIGNS, VALUES, np.where(DISTANCE < 1, DISTANCE**2 / 2, DISTANCE - 0.5).mean()),
    "hinge": (SIGNS, VALUES, metrics.hinge_loss(SIGNS[:, 0], VALUES[:, 0])),
    "binary_crossentropy": (BITS, OF_BIT, metrics.log_loss(BITS[:, 0], OF_BIT[:, 0])),
    "binary_crossentropy_logits": (BITS, VALUES, metrics.log_loss(BITS[:, 0], OF_BIT[:, 0])),
    "categorical_crossentropy": (HOT, OF_CLASSES, metrics.log_loss(HOT, OF_CLASSES)),
    "categorical_crossentropy_logits": (HOT, LOGITS, metrics.log_loss(HOT, OF_CLASSES)),
    "sparse_categorical_crossentropy": (CLASSES, OF_CLASSES, metrics.log_loss(HOT, OF_CLASSES)),
    "sparse_categorical_crossentropy_logits": (CLASSES, LOGITS, metrics.log_loss(HOT, OF_CLASSES)),
    "kl_divergence": (SHARED, OF_CLASSES, entropy(SHARED, OF_CLASSES, axis=1).mean()),
}


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_that_of_scikit_learn_scipy_or_numpy(name):
    target, predicted, expected = BY_OTHERS[name]
    found = keras_loss(LOSSES[name])(target.astype(np.float32), predicted.astype(np.float32))
    assert float(found) == pytest.approx(expected, rel=1e-4)


NEW = {
    "log_cosh": Loss("log_cosh", "LogCosh", "values", "as_is", ("binary", "classes", "regression"), weight=0.25),
    "squared_hinge": Loss("squared_hinge", "SquaredHinge", "values", "signed", ("binary", "classes")),
    "focal": Loss("focal", "BinaryFocalCrossentropy", "logits", "bit", ("binary",)),
}
KERAS = {
    "log_cosh": keras.losses.LogCosh(),
    "squared_hinge": keras.losses.SquaredHinge(),
    "focal": keras.losses.BinaryFocalCrossentropy(from_logits=True),
}
TARGETS = {
    ("log_cosh", "circle"): lambda labels: labels[:, None],
    ("log_cosh", "reg-plane"): lambda labels: labels[:, None],
    ("log_cosh", "iris"): lambda labels: np.eye(3)[labels.astype(int)],
    ("squared_hinge", "circle"): lambda labels: labels[:, None],
    ("squared_hinge", "iris"): lambda labels: np.where(labels[:, None] == [0, 1, 2], 1, -1),
    ("focal", "circle"): lambda labels: labels[:, None] == 1,
}


@pytest.mark.parametrize(("name", "data"), TARGETS)
def test_a_row_added_trains_and_its_script_trains_the_same(name, data, chain, loops, monkeypatch):
    monkeypatch.setitem(LOSSES, name, NEW[name])
    units = 3 if data == "iris" else 1
    training = TrainingSettings(epochs=2, batch_size=20)
    document = chain(Dense(4), Dense(units, "linear"), loss=name, data=DataSettings(data, points=60), training=training)
    assert find_problems(document) == ()
    session = Session(document, loops)
    session.train(2 * session.plain.steps_per_epoch)

    made = {"__name__": "script"}
    exec(compile(python_code(document, data_code(document.data)), "script", "exec"), made)
    network, x = made["network"], made["validation_x"]
    for ours, theirs in zip(session.keras_network().weights, network.weights, strict=True):
        np.testing.assert_allclose(theirs.numpy(), ours.numpy(), rtol=1e-4, atol=1e-5)

    targets = TARGETS[name, data](made["labels"])[made["train_count"] :]
    expected = NEW[name].weight * float(KERAS[name](targets.astype(np.float32), network(x)))
    assert session.recorder.curves().validation_loss[-1] == pytest.approx(expected, rel=1e-4)
    judged = network.evaluate(x, made["validation_y"], verbose=0, return_dict=True)
    assert judged["loss"] == pytest.approx(expected, rel=1e-4)
