"""What lessons open in the lab, and what they ask of it: reached by what a learner does, and not before."""

from __future__ import annotations

import pytest

from playground.engine.lab.running import Lab as Running
from playground.frames.lab import LabQuestion
from playground.lab.matching import default_call
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Chain
from playground.lessons.conditions import holds, read_condition
from playground.lessons.lab import chain_of, lab_facts, with_setting
from playground.lessons.lesson import Lab

RUNNING = Running()


def facts_of(chain: Chain) -> dict[str, object]:
    return lab_facts(RUNNING.answer(LabQuestion(chain)))


@pytest.mark.parametrize(
    ("settings", "condition"),
    [
        ("operation: constant; value: [[1, 2, 3], [4, 5, 6]]", 'lab_shape == "2,3" and lab_rank + 4 == lab_size'),
        ("operation: constant; value: 7", "lab_value(0) == 7 and lab_rank == 0 and lab_size == 1"),
        ("operation: constant; value: [1, 2.5]", 'lab_dtype == "float32" and lab_value(1) == 2.5'),
        ("operation: cast; x: 123456789; dtype: int16", "lab_value(0) == -13035 and lab_marked and not lab_error"),
        ("operation: cast; x: 16777217; dtype: tf.float32", "lab_value(0) == 16777216"),
        ("operation: constant; value: [0.1, 0.25]", "lab_value(0) == 0.1 and lab_value(1) == 0.25"),
        ("operation: index; x: tf.zeros([4, 32, 32, 3]); index: :, 0:28:2, 0:28:2, :", 'lab_shape == "4,14,14,3"'),
        ("operation: matmul; a: tf.zeros([2, 3]); b: tf.zeros([2, 3])", 'lab_error and lab_operation == "matmul"'),
        ("operation: equal; x: [1, 2]; y: [1, 3]", "lab_value(0) == 1 and lab_value(1) == 0"),
    ],
)
def test_a_block_opens_a_call_whose_answer_goals_can_ask_for(settings: str, condition: str) -> None:
    pairs = tuple((name, text) for name, _, text in (part.partition(": ") for part in settings.split("; ")))
    assert holds(read_condition(condition), facts_of(chain_of(Lab(1, pairs))))


def test_what_is_not_said_is_as_the_lab_begins_with() -> None:
    chain = chain_of(Lab(1, (("operation", "matmul"), ("transpose_b", "True"))))
    begun = default_call(OPERATIONS["matmul"])
    assert chain.last == with_setting(begun, "transpose_b", "True")
    assert chain.last.inputs == begun.inputs


@pytest.mark.parametrize("condition", ["lab_value(2) == 0", "lab_value(0, 0) == 1", "not lab_value(5) == 0"])
def test_a_cell_that_is_not_there_is_unknown(condition: str) -> None:
    chain = chain_of(Lab(1, (("operation", "constant"), ("value", "[1, 2]"))))
    assert not holds(read_condition(condition), facts_of(chain))
