"""What goals can ask for: of a document, of a frame, and what changed since a step began."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from playground.document import examples
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import OUTPUT, Edge
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.frames.run import Curves, Status, column_names
from playground.lessons.actions import ActionError, read_action
from playground.lessons.conditions import holds, read_condition
from playground.lessons.facts import Beginning, known_facts
from playground.lessons.known import FACTS, FUNCTIONS
from playground.lessons.setting import with_setting
from playground.ui.assets import asset

# 2 inputs, 4 and 2 tanh, 1: as in `circle`.
CIRCLE = examples.example("circle", asset("examples"))


def frame_of(document: Document, **others: object) -> Frame:
    """A frame after 30 epochs, with the losses and weights that a run of `circle` may have."""
    values = np.array([[0.5, 0.6, 0.4, 0.5], [0.125, 0.25, 0.97, 0.95]], np.float32)
    curves = Curves(np.array([0, 30]), column_names(("accuracy",)), values)
    kernel = np.array([[1, 2, 3, 4], [5, 6, 7, 2.1]], np.float32)
    weights = {"dense_1": (kernel, np.zeros(4, np.float32))}
    tried = {"dense_1": np.array([0.5, -0.25, 0, 0], np.float32)}
    known = {"epoch": 30, "curves": curves, "weights": weights, "tried": tried, "run": 1, **others}
    return Frame(document.graph, data=document.data, **known)  # type: ignore[arg-type]


def facts_of(document: Document, frame: Frame | None = None, state: str = "paused", **window: object):
    return known_facts(document, frame, Status(state), Beginning(CIRCLE, 1), window)  # type: ignore[arg-type]


def is_true(text: str, facts: dict[str, object]) -> bool:
    return holds(read_condition(text), facts)


@pytest.mark.parametrize(
    "condition",
    [
        "parameters == 25 and neurons == 6 and layers == 3 and hidden_layers == 2 and widest == 4",
        "activation == \"tanh\" and output_activation == \"tanh\" and loss == \"mean_squared_error\"",
        "dataset == \"circle\" and points == 500 and noise == 0 and train_share == 50 % and seed == 1",
        "learning_rate == 0.03 and batch_size == 10 and optimizer == \"SGD\" and rivals == 0",
        "count(\"Dense\") == 3 and count(\"Dropout\") == 0 and groups == 0",
        "feature(\"x1\") and not feature(\"x1_squared\")",
        "not dropout and not regularised and not changed(\"learning_rate\")",
        "epoch == 30 and train_loss == 0.125 and validation_loss == 0.25 and loss_gap == 0.125",
        "train_accuracy == 97 % and validation_accuracy >= 95 % and validation_accuracy <= 95 %",
        "playing and state == \"training\" and not diverged and not was_reset",
        "weight(\"dense_1\", \"kernel\", 1, 3) == 2.1 and weight(\"dense_1\", \"bias\", 0) == 0",
        "value(\"dense_1\") == 0.5 and value(\"dense_1\", 1) == -0.25",
        "open(\"curves\")",
    ],
)  # fmt: skip
def test_what_is_known_of_the_first_example(condition: str) -> None:
    assert is_true(condition, facts_of(CIRCLE, frame_of(CIRCLE), "training", open=lambda name: name == "curves"))


@pytest.mark.parametrize(
    "condition",
    [
        "weight(\"dense_1\", \"kernel\", 2, 0) > -99",
        "weight(\"dense_1\", \"kernel\", 0) > -99",
        "weight(\"dense_1\", \"gamma\", 0, 0) > -99",
        "weight(\"nowhere\", \"kernel\", 0, 0) > -99",
        "weight(\"output\", \"kernel\", 0, 0) > -99",
        "value(\"dense_1\", 4) > -99",
        "value(\"dense_2\") > -99",
    ],
)  # fmt: skip
def test_what_is_not_there_is_unknown(condition: str) -> None:
    facts = facts_of(CIRCLE, frame_of(CIRCLE))
    assert not is_true(condition, facts)
    assert not is_true(f"not {condition}", facts)


def test_a_network_that_is_not_finished_has_no_size_and_an_older_frame_says_nothing() -> None:
    open_ended = edits.disconnect(CIRCLE, Edge("dense_3", OUTPUT))
    facts = facts_of(open_ended, frame_of(CIRCLE))
    assert not is_true("parameters < 100 or neurons < 100 or epoch >= 0 or not dropout", facts)
    assert is_true("count(\"Dense\") == 3", facts)  # fmt: skip
    other_data = edits.choose_data(CIRCLE, "xor")
    assert not is_true("train_loss < 1", facts_of(other_data, frame_of(CIRCLE)))


def test_every_fact_of_document_and_frame_is_in_the_table() -> None:
    facts = facts_of(CIRCLE, frame_of(CIRCLE))
    assert set(facts) <= {*FACTS, *FUNCTIONS}
    of_window = {"language", "lab_rank", "lab_size", "lab_operation", "lab_dtype", "lab_shape", "lab_error",
                 "lab_marked", "lab_value", "lab_loss", "lab_loss_value",
                 "walking", "walked_back", "saved", "exported", "exported_keras",
                 "exported_weights", "exported_savedmodel", "compared", "seconds_on_step", "open", "selected",
                 "answered"}  # fmt: skip
    assert {*FACTS, *FUNCTIONS} - set(facts) == of_window


@pytest.mark.parametrize(
    ("link", "changed", "condition"),
    [
        ("do:set learning_rate=0.1", "learning_rate", "learning_rate == 0.1"),
        ("do:set%20learning_rate=0.1", "learning_rate", "learning_rate == 0.1"),
        ("do:set activation=relu", "activation", "activation == \"relu\" and output_activation == \"tanh\""),
        ("do:set units=3", "units", "neurons == 6 and widest == 3 and output_activation == \"tanh\""),
        ("do:set noise=25 %", "noise", "noise == 25 %"),
        ("do:set noise=25", "noise", "noise == 25 %"),
        ("do:set dataset=sine", "dataset", "dataset == \"sine\" and points == 200"),
        ("do:set optimizer=Adam", "optimizer", "optimizer == \"Adam\""),
        ("do:set features=x1, x1_squared", "features", "feature(\"x1_squared\") and not feature(\"x2\")"),
        ("do:set l2=0.001", "l2", "regularised"),
        ("do:set seed=7", "seed", "seed == 7"),
        ("do:set batch_size=32", "batch_size", "batch_size == 32"),
    ],
)  # fmt: skip
def test_a_link_sets_what_it_says(link: str, changed: str, condition: str) -> None:
    facts = facts_of(with_setting(CIRCLE, read_action(link)))
    assert is_true(condition, facts)
    assert is_true(f"changed(\"{changed}\") and not changed(\"edges\")", facts)  # fmt: skip


@pytest.mark.parametrize(
    ("link", "code", "near"),
    [
        ("do:plya", "unknown_action", "play"),
        ("do:play fast", "unknown_action", "play"),
        ("do:set learning_rate", "no_equals", ""),
        ("do:set lerning_rate=1", "unknown_setting", "learning_rate"),
        ("do:set learning_rate=fast", "bad_setting", ""),
        ("do:set learning_rate=nan", "bad_setting", ""),
        ("do:set batch_size=2.5", "bad_setting", ""),
        ("do:set activation=rleu", "bad_setting", ""),
        ("do:set optimizer=adam", "bad_setting", ""),
        ("do:set stopping=1", "cannot_be_set", ""),
    ],
)
def test_a_link_that_does_nothing_is_refused(link: str, code: str, near: str) -> None:
    with pytest.raises(ActionError) as refused:
        read_action(link)
    assert (refused.value.code, refused.value.values["near"]) == (code, near)


def test_a_step_can_ask_for_a_reset_and_for_another_layer() -> None:
    assert is_true("was_reset", facts_of(CIRCLE, frame_of(CIRCLE, run=2)))
    wider = edits.set_layer(CIRCLE, "dense_1", replace(CIRCLE.graph.by_id["dense_1"].layer, units=8))  # type: ignore[type-var]
    assert is_true("changed(\"units\") and not changed(\"layers\")", facts_of(wider))  # fmt: skip
    added = edits.add_node(CIRCLE, Dense(3), 0, 0)[0]
    assert is_true("changed(\"layers\") and count(\"Dense\") == 4 and neurons == 6", facts_of(added))  # fmt: skip
