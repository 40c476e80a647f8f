"""What metrics compare, for every loss and kind of data: a truth and an answer that meets it come out alike."""

import numpy as np
import pytest

from playground.document.checks.compared import compared
from playground.document.checks.targets import wanted_outputs
from playground.document.losses import LOSSES
from playground.document.settings import DATASETS

SIGN, BIT, SURE = ([[-1.0], [1.0]],) * 2, ([[0.0], [1.0]],) * 2, 40.0
STEPS = {
    "second": lambda values: values[:, 1:],
    "halved": lambda values: (values + 1) / 2,
    "one_hot": lambda values: np.eye(3)[values[:, 0].astype(int)],
    "sigmoid": lambda values: 1 / (1 + np.exp(-values)),
    "softmax": lambda values: np.exp(values) / np.exp(values).sum(axis=1, keepdims=True),
}


def sure(loss, outputs):
    """A row of each class: targets as tests/engine/test_targets.py has them, outputs of a network that knows."""
    if outputs == 1:
        if loss == "binary_crossentropy_logits":
            return BIT[0], [[-SURE], [SURE]]
        return BIT if loss == "binary_crossentropy" else SIGN
    one_hot = np.eye(outputs)
    targets = np.arange(outputs)[:, np.newaxis] if loss.startswith("sparse") else one_hot
    if loss == "hinge":
        return 2 * one_hot - 1, 2 * one_hot - 1
    return targets, SURE * one_hot if loss.endswith("logits") else one_hot


PAIRS = [
    (loss, data)
    for loss in LOSSES
    for data in ("circle", "iris")
    if wanted_outputs(LOSSES[loss], DATASETS[data]) is not None
]


@pytest.mark.parametrize(("loss", "data"), PAIRS)
def test_classes_are_0_and_1_and_a_sure_network_says_them(loss, data):
    facts = DATASETS[data]
    outputs = wanted_outputs(LOSSES[loss], facts)
    found = compared(LOSSES[loss], facts.task, outputs)
    expected = [[0], [1]] if facts.task == "binary" else np.eye(3)
    for values, steps in zip(sure(loss, outputs), (found.target, found.output), strict=True):
        values = np.asarray(values, float)
        for step in steps:
            values = STEPS[step](values)
        np.testing.assert_allclose(values, expected, atol=1e-12)


@pytest.mark.parametrize("loss", ["mean_squared_error", "huber"])
def test_values_are_compared_as_they_are(loss):
    found = compared(LOSSES[loss], "regression", 1)
    assert found.target == found.output == ()
