"""Targets as each loss wants them, outputs as people read them, and accuracy against scikit-learn's."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from playground.document.checks.targets import wanted_outputs
from playground.document.losses import LOSSES
from playground.document.settings import DATASETS
from playground.engine.targets import accuracy, encode, present

SIGNS = np.array([-1.0, 1.0, 1.0])
CLASSES = np.array([2.0, 0.0, 1.0])
VALUES = np.array([-0.5, 0.25, 3.0])

COLUMN_OF_SIGNS = [[-1], [1], [1]]
COLUMN_OF_BITS = [[0], [1], [1]]
TWO_CLASSES = [[1, 0], [0, 1], [0, 1]]
THREE_CLASSES = [[0, 0, 1], [1, 0, 0], [0, 1, 0]]

ENCODED = {
    ("binary", "mean_squared_error"): COLUMN_OF_SIGNS,
    ("binary", "half_squared_error"): COLUMN_OF_SIGNS,
    ("binary", "mean_absolute_error"): COLUMN_OF_SIGNS,
    ("binary", "huber"): COLUMN_OF_SIGNS,
    ("binary", "hinge"): COLUMN_OF_SIGNS,
    ("binary", "binary_crossentropy"): COLUMN_OF_BITS,
    ("binary", "binary_crossentropy_logits"): COLUMN_OF_BITS,
    ("binary", "categorical_crossentropy"): TWO_CLASSES,
    ("binary", "categorical_crossentropy_logits"): TWO_CLASSES,
    ("binary", "sparse_categorical_crossentropy"): COLUMN_OF_BITS,
    ("binary", "sparse_categorical_crossentropy_logits"): COLUMN_OF_BITS,
    ("binary", "kl_divergence"): TWO_CLASSES,
    ("classes", "mean_squared_error"): THREE_CLASSES,
    ("classes", "half_squared_error"): THREE_CLASSES,
    ("classes", "mean_absolute_error"): THREE_CLASSES,
    ("classes", "huber"): THREE_CLASSES,
    ("classes", "hinge"): [[-1, -1, 1], [1, -1, -1], [-1, 1, -1]],
    ("classes", "categorical_crossentropy"): THREE_CLASSES,
    ("classes", "categorical_crossentropy_logits"): THREE_CLASSES,
    ("classes", "sparse_categorical_crossentropy"): [[2], [0], [1]],
    ("classes", "sparse_categorical_crossentropy_logits"): [[2], [0], [1]],
    ("classes", "kl_divergence"): THREE_CLASSES,
    ("regression", "mean_squared_error"): [[-0.5], [0.25], [3]],
    ("regression", "half_squared_error"): [[-0.5], [0.25], [3]],
    ("regression", "mean_absolute_error"): [[-0.5], [0.25], [3]],
    ("regression", "huber"): [[-0.5], [0.25], [3]],
}
EXAMPLES = {"binary": ("circle", SIGNS), "classes": ("iris", CLASSES), "regression": ("sinc", VALUES)}
CLASSIFYING = [pair for pair in ENCODED if pair[0] != "regression"]


def outputs_of(task, loss):
    return wanted_outputs(LOSSES[loss], DATASETS[EXAMPLES[task][0]])


def test_every_loss_that_suits_a_task_is_expected_here():
    suiting = {(task, loss) for task in EXAMPLES for loss in LOSSES if outputs_of(task, loss) is not None}
    assert suiting == set(ENCODED)


@pytest.mark.parametrize(("task", "loss"), ENCODED)
def test_labels_become_the_targets_that_the_loss_wants(task, loss):
    labels = EXAMPLES[task][1]
    targets = encode(labels[:, None], LOSSES[loss], task, outputs_of(task, loss))
    assert targets.dtype == np.float32
    np.testing.assert_array_equal(targets, ENCODED[task, loss])


def raw_outputs(task, loss, rows=200):
    """What a network for this loss may give: probabilities where the loss wants them, else any numbers."""
    random = np.random.default_rng(4)
    if loss in ("binary_crossentropy",):
        return random.uniform(0, 1, (rows, 1))
    if loss in ("categorical_crossentropy", "sparse_categorical_crossentropy", "kl_divergence"):
        return random.dirichlet(np.ones(outputs_of(task, loss)), rows)
    return random.normal(0, 2, (rows, outputs_of(task, loss)))


def chosen_classes(task, loss, outputs):
    """The class that each row of outputs says, as a person would read it."""
    if outputs.shape[1] > 1:
        return outputs.argmax(axis=1)
    return (outputs[:, 0] > (0.5 if loss == "binary_crossentropy" else 0)).astype(int)


@pytest.mark.parametrize(("task", "loss"), CLASSIFYING)
def test_accuracy_is_that_of_scikit_learn(task, loss):
    outputs = raw_outputs(task, loss)
    classes = np.random.default_rng(5).integers(0, 2 if task == "binary" else 3, len(outputs))
    labels = classes * 2.0 - 1 if task == "binary" else classes.astype(float)
    targets = encode(labels[:, None], LOSSES[loss], task, outputs.shape[1])
    found = accuracy(outputs.astype(np.float32), targets, LOSSES[loss], outputs.shape[1]).numpy()
    expected = accuracy_score(classes, chosen_classes(task, loss, outputs))
    assert 0.1 < expected < 0.9
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("loss", "output", "shown"),
    [
        ("mean_squared_error", [-3, -0.5, 0, 0.5, 2], [-1, -0.5, 0, 0.5, 1]),
        ("hinge", [-3, -0.5, 0, 0.5, 2], [-1, -0.5, 0, 0.5, 1]),
        ("binary_crossentropy", [0, 0.25, 0.5, 1], [-1, -0.5, 0, 1]),
        # P = 1 / (1 + exp(-logit)): log 3 means 3/4, so halfway between undecided and sure.
        ("binary_crossentropy_logits", [-100, -np.log(3), 0, np.log(3), 100], [-1, -0.5, 0, 0.5, 1]),
    ],
)
def test_one_value_for_two_classes_is_shown_from_minus_one_to_plus_one(loss, output, shown):
    found = present(np.array(output, np.float32)[:, None], LOSSES[loss], "binary")
    np.testing.assert_allclose(found, np.array(shown)[:, None], atol=1e-6)


@pytest.mark.parametrize(
    ("loss", "output", "shown"),
    [
        ("categorical_crossentropy", [[1, 0], [0.25, 0.75], [0.5, 0.5]], [-1, 0.5, 0]),
        ("kl_divergence", [[1, 0], [0.25, 0.75], [0.5, 0.5]], [-1, 0.5, 0]),
        ("sparse_categorical_crossentropy_logits", [[50, -50], [0, np.log(3)], [7, 7]], [-1, 0.5, 0]),
    ],
)
def test_two_values_for_two_classes_are_shown_as_one(loss, output, shown):
    found = present(np.array(output, np.float32), LOSSES[loss], "binary")
    np.testing.assert_allclose(found, np.array(shown)[:, None], atol=1e-6)


@pytest.mark.parametrize("loss", [loss for task, loss in CLASSIFYING if task == "classes"])
def test_more_classes_are_shown_as_probabilities_of_the_same_winner(loss):
    outputs = raw_outputs("classes", loss).astype(np.float32)
    shown = present(outputs, LOSSES[loss], "classes")
    np.testing.assert_allclose(shown.sum(axis=1), 1, atol=1e-5)
    assert shown.min() >= 0
    np.testing.assert_array_equal(shown.argmax(axis=1), outputs.argmax(axis=1))


def test_logits_are_shown_as_their_softmax():
    shown = present(np.log([[1, 2, 5]]).astype(np.float32), LOSSES["categorical_crossentropy_logits"], "classes")
    np.testing.assert_allclose(shown, [[0.125, 0.25, 0.625]], rtol=1e-5)


def test_huge_logits_are_shown_without_overflow():
    shown = present(
        np.array([[1e30, 0, -1e30]], np.float32), LOSSES["sparse_categorical_crossentropy_logits"], "classes"
    )
    np.testing.assert_array_equal(shown, [[1, 0, 0]])


def test_a_predicted_value_is_shown_as_it_is():
    output = np.array([[-7.5], [0], [123]], np.float32)
    np.testing.assert_array_equal(present(output, LOSSES["mean_squared_error"], "regression"), output)
