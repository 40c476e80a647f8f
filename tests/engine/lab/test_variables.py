"""A variable over its assignments: against the same lines run by Python, with its value read after each."""

import ast

import numpy as np
import pytest

from playground.frames.lab import LabQuestion
from playground.lab.code import script
from playground.lab.matching import read_code
from playground.lab.operations.creating import WATCHED
from tests.engine.lab.asking import LAB, ask

LONG = (
    WATCHED,
    "tf.Variable([[1, 2], [3, 4]])[:, 0].assign([0, 0])[1, 1].assign(9)",
    "tf.Variable(4.).assign_sub(.8).assign_sub(.64)",
    "tf.Variable([0., 0., 0.]).scatter_nd_update([[1]], [5.]).scatter_nd_add([[1], [1]], [1., 2.])",
)


def values_after_each(code):
    """What the last name is after each line of the script."""
    names, found = {}, []
    for line in ast.parse(code).body[:-1]:
        exec(compile(ast.Module([line], []), "script", "exec"), names)
        if isinstance(line, ast.Assign):
            found.append(names[line.targets[0].id].numpy())
    return found


@pytest.mark.parametrize("code", LONG)
def test_a_variable_is_told_after_each_assignment(code):
    answer = ask(code)
    expected = values_after_each(script(answer.question.chain))
    told = {moment.step: moment.value.values for moment in answer.history}
    for step, value in enumerate(expected):
        np.testing.assert_array_equal(told[step], value)
    # Shown as the input is what the last assignment found.
    np.testing.assert_array_equal(dict(answer.inputs)["v"].values, expected[-2])


def test_a_variable_made_in_the_call_is_told_as_it_was():
    answer = ask("tf.Variable([1, 2]).assign([3, 4])")
    assert [(one.step, one.value.values.tolist()) for one in answer.history] == [(-1, [1, 2]), (0, [3, 4])]
    assert dict(ask(WATCHED).facts) == {"name": "v:0", "trainable": True}
    assert ask("tf.range(3) + 1").history == ()


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("tf.constant([1, 2]).assign([3, 4])", [3, 4]),
        ("tf.constant([1, 2]).assign_add([3, 4])", [4, 6]),
        ("tf.Variable([1, 2]).assign_add(1)", [2, 3]),
    ],
)
def test_what_is_no_variable_becomes_one_by_a_press(code, value):
    (repair,) = ask(code).trouble.repairs
    assert LAB.answer(LabQuestion(repair.chain)).results[0].values.tolist() == value


def test_other_variables_keep_their_own_history():
    chain = read_code("tf.Variable([1]).assign_add([1]) * tf.Variable([5]).assign([7])")
    (answer,) = [LAB.answer(LabQuestion(chain))]
    assert answer.results[0].values.tolist() == [14]
    assert answer.history == ()
