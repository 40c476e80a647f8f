"""Losses by hand and by Keras, and both as they were recorded; the shown code gives the same."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import replace

import keras
import numpy as np
import pytest

from playground.document.losses import LOSSES
from playground.engine.lab.losses import loss_answer
from playground.frames.losses import by_hand
from playground.frames.walk import Stop, Walk, WalkQuestion
from playground.lab.losses import LOSS_EXAMPLES, LOSS_KINDS, LossQuestion, code_of, program_of
from playground.ui.lab.losses.network import question_of

# As TensorFlow 2.21 and Keras 3.15 computed them before there was a lab.
RECORDED = {
    ("mean_squared_error", "course"): 0.0675,
    ("mean_absolute_error", "two"): 1.25,
    ("huber", "two"): 0.8125,
    ("categorical_crossentropy", "spread"): 1.2130075693,
    ("categorical_crossentropy", "equal"): 1.0397207737,
    ("categorical_crossentropy", "uniform"): 1.3862943649,
    ("categorical_crossentropy", "samples"): 0.8590073586,
    ("categorical_crossentropy", "certain"): 16.118095398,
    ("categorical_crossentropy", "logits"): 0.4170299470,
    ("sparse_categorical_crossentropy", "samples"): 0.8590073586,
    ("kl_divergence", "spread"): 0.1732867956,
    ("kl_divergence", "turned"): 0.1732867956,
    ("binary_crossentropy", "logits_of_four"): 0.8654580116,
    ("binary_crossentropy", "forgotten"): 4.1539325714,
    ("binary_crossentropy", "far_logit"): 1000.0,
    ("binary_crossentropy", "by_sigmoid"): 15.9423847198,
    ("hinge", "signs"): 0.4,
    ("hinge", "bits"): 0.4,
    ("squared_hinge", "signs"): 0.2466666698,
    ("categorical_hinge", "scores"): 1.2,
}
EXAMPLES = {(loss, one.name): one.question for loss, rows in LOSS_EXAMPLES.items() for one in rows}


@pytest.mark.parametrize(("key", "value"), RECORDED.items(), ids=map("-".join, RECORDED))
def test_the_values_of_the_curriculum(key, value):
    assert loss_answer(EXAMPLES[key]).value == pytest.approx(value, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("question", EXAMPLES.values(), ids=map("-".join, EXAMPLES))
def test_the_hand_keras_and_the_shown_code_agree(question):
    hand, answer = by_hand(question), loss_answer(question)
    # What has limits, or was forgotten, is Keras's own number; all else is plain mathematics.
    assert hand.kept == pytest.approx(answer.value, rel=1e-6, abs=1e-6)
    assert code_of(question) in program_of(question)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(program_of(question), {})
    assert float(printed.getvalue()) == answer.value


def random_question(loss, reading, random):
    kind, shape = LOSS_KINDS[loss], (int(random.integers(1, 4)), int(random.integers(2, 5)))
    one_hot = np.eye(shape[1])[random.integers(0, shape[1], shape[0])]
    targets = {
        "points": random.normal(size=shape) * 2,
        "sides": random.choice([-1.0, 1.0], shape),
        "scores": one_hot,
        "bits": random.choice([0.0, 1.0], shape),
        "classes": one_hot if kind.numbered else random.dirichlet(np.ones(shape[1]), shape[0]),
    }[kind.compares]
    predictions = random.normal(size=shape) * 2
    if reading == "probabilities":
        predictions = random.uniform(0.01, 0.99, shape)
    return LossQuestion(loss, tuple(map(tuple, targets.tolist())), tuple(map(tuple, predictions.tolist())), reading)


CASES = [(kind.name, how) for kind in LOSS_KINDS.values() for how in kind.readings if how != "forgotten"]


@pytest.mark.parametrize(("loss", "reading"), CASES)
def test_by_hand_is_keras_with_its_gradient(loss, reading):
    random = np.random.default_rng(5)
    for _ in range(8):
        question = random_question(loss, reading, random)
        hand, answer = by_hand(question), loss_answer(question)
        assert hand.value == pytest.approx(answer.value, rel=2e-6, abs=1e-6)
        assert hand.samples.ravel() == pytest.approx(answer.samples.ravel(), rel=4e-6, abs=2e-6)
        assert hand.gradient == pytest.approx(answer.gradient, rel=2e-5, abs=2e-6)


def test_the_terms_of_the_curriculum():
    mse = loss_answer(EXAMPLES["mean_squared_error", "course"])
    assert mse.samples == pytest.approx([0.015, 0.12], abs=1e-6)
    assert mse.gradient == pytest.approx(np.array([[0.025, -0.05, 0.025, 0], [0.05, 0.05, 0.05, -0.15]]), abs=1e-6)
    spread = by_hand(EXAMPLES["categorical_crossentropy", "spread"])
    assert (spread.entropy, spread.divergence) == pytest.approx((1.0397208, 0.1732868), abs=1e-6)
    assert np.array([spread.entropy, spread.value]) / np.log(2) == pytest.approx([1.5, 1.75])
    bits = by_hand(EXAMPLES["binary_crossentropy", "logits_of_four"])
    assert bits.terms[0] == pytest.approx([8.36e-9, 0.4703133, 2.9915159, 2.76e-6], rel=1e-3)
    assert bits.shares[0] == pytest.approx([8.36e-9, 0.6248065, 0.9497888, 2.76e-6], rel=1e-3)
    assert by_hand(EXAMPLES["hinge", "signs"]).terms[0] == pytest.approx([0.5, 0.7, 0.0])
    logits = loss_answer(EXAMPLES["categorical_crossentropy", "logits"])
    assert logits.gradient[0] == pytest.approx([-0.3409988, 0.2424330, 0.0985659], abs=1e-6)
    assert logits.softmax[0][0] == pytest.approx([0.6590011, 0.2424330, 0.0985659], abs=1e-6)
    assert (logits.softmax[0] == logits.softmax[1]).all()


def test_what_has_no_limit_is_infinite_by_hand_and_stops_in_keras():
    certain, sigmoid = EXAMPLES["categorical_crossentropy", "certain"], EXAMPLES["binary_crossentropy", "by_sigmoid"]
    for question, kept in ((certain, 16.118095), (sigmoid, 15.942385)):
        hand = by_hand(question)
        assert hand.value == np.inf
        assert hand.kept == pytest.approx(kept, abs=1e-6)
    forgotten = by_hand(EXAMPLES["binary_crossentropy", "forgotten"])
    assert (forgotten.value, forgotten.kept) == pytest.approx((0.8654580, 4.1539326), abs=1e-6)


@pytest.mark.parametrize(
    "changed",
    [
        {"loss": "mean"}, {"reading": "values"}, {"targets": ((1.0,),)}, {"targets": (), "predictions": ()},
        {"targets": ((),), "predictions": ((),)}, {"predictions": ((float("nan"), 0.0, 0.0),)},
        {"predictions": ((1e9, 0.0, 0.0),)},
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(changed):
    with pytest.raises(ValueError, match=r"."):
        replace(EXAMPLES["categorical_crossentropy", "spread"], **changed)


TARGETS = {"integer": [2], "one_hot": [0, 0, 1], "bit": [1], "signed": [-1, -1, 1], "as_is": [0.5, -1, 2]}


def walk_of(target, outputs):
    stop = Stop("output", (), np.array(outputs, np.float32), np.zeros(len(outputs)), 0.0)
    return Walk(WalkQuestion((0.0,), (0.0,)), (stop,), np.array(target, np.float32), 0.0, 0.0, {}, 0.0)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=list(LOSSES))
def test_the_networks_own_example_is_taken_over_by_its_loss(loss):
    outputs = [0.2, 0.1, 0.7] if loss.targets != "bit" else [0.7]
    question = question_of(walk_of(TARGETS[loss.targets], outputs), loss)
    told = {"from_logits": True} if loss.takes == "logits" else {}
    keras_own = getattr(keras.losses, loss.keras)(**told)(np.array([TARGETS[loss.targets]]), np.array([outputs]))
    assert by_hand(question).kept == pytest.approx(float(keras_own), abs=1e-6)


def test_more_outputs_than_there_is_room_for_are_none():
    assert question_of(walk_of([1], [0.05] * 20), LOSSES["sparse_categorical_crossentropy"]) is None
