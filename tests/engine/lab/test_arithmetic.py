"""The arithmetic written out of a result cell gives the cell."""

from __future__ import annotations

import math

import pytest

from playground.lab.arithmetic import arithmetic
from playground.lab.operations.table import OPERATIONS
from tests.engine.lab.asking import ask

A, B = "[[1, 0, 2, -1], [0, 1, 1, 3]]", "[[1, 2, 3], [0, 1, 0], [1, 0, 1], [2, 1, 0]]"


@pytest.mark.parametrize(
    "code",
    [
        f"tf.matmul({A}, {B})",
        f"tf.matmul({A}, {A}, transpose_b=True)",
        "tf.linalg.matvec([[1., 2.], [3., 4.]], [5., 6.])",
        "tf.tensordot([1., 2., 3.], [4., 5., 6.], 1)",
        "tf.reshape(tf.range(16), [2, 2, 4]) @ tf.reshape(tf.range(24), [2, 4, 3])",
        "tf.reduce_sum([[1, 5, 2], [7, 0, 3]], axis=0)",
        "tf.scatter_nd([[4], [4]], tf.constant([1., 2.]), [8])",
    ],
)
def test_products_are_added_up(code: str) -> None:
    answer = ask(code)
    inputs = {name: one.values.ravel().tolist() for name, one in answer.inputs}
    operation = OPERATIONS[answer.question.chain.last.operation]
    for cell, value in enumerate(answer.results[0].values.ravel().tolist()):
        written = arithmetic(operation, answer.sources[0].of(cell))
        assert sum(math.prod(inputs[name][place] for name, place in term) for term in written.terms) == value


def test_an_infix_operation_has_its_symbol() -> None:
    answer = ask("tf.constant([[1], [2]]) + tf.constant([10, 20, 30])")
    written = arithmetic(OPERATIONS["add"], answer.sources[0].of(5))
    assert (written.symbol, written.terms) == ("+", ((("x", 1), ("y", 2)),))
    assert OPERATIONS["pow"].symbol == "^"
