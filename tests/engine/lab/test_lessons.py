"""What lessons open in the lab, and what they ask of it: reached by what a learner does, and not before."""

from __future__ import annotations

import pytest

from playground.engine.lab.running import Lab as Running
from playground.frames.lab import LabQuestion
from playground.lab.matching import default_call
from playground.lab.operation import Operation
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Chain, Earlier
from playground.lessons.conditions import Condition, holds, read_condition
from playground.lessons.lab import chain_of, lab_facts, with_setting
from playground.lessons.lesson import Goals, Lab, Step
from playground.lessons.reading import read_lesson
from playground.ui.assets import asset
from tests.engine.lab.lesson_moves import MOVES

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


STEPS = [(name, number) for name, steps in MOVES.items() for number in steps]


def chain_of_move(move: str) -> Chain:
    calls = []
    for one in move.split(" > "):
        pairs = [part.partition(": ") for part in ("operation: " + one).split("; ")]
        call = chain_of(Lab(1, tuple((name, text) for name, _, text in pairs))).last
        if calls:
            call = call.with_input(OPERATIONS[call.operation].inputs[0], Earlier(len(calls) - 1))
        calls.append(call)
    return Chain(tuple(calls))


def steps_of(name: str) -> tuple[Step, ...]:
    return read_lesson(asset(f"lessons/en/{name}.md")).lesson.steps


def lab_goals(step: Step) -> list[Condition]:
    goals = [goal.condition for part in step.parts if isinstance(part, Goals) for goal in part.goals]
    return [goal for goal in goals if "lab_" in goal.text]


@pytest.mark.parametrize(("name", "number"), STEPS, ids=lambda part: str(part))
def test_goals_in_the_lab_are_reached_by_acting_and_not_before(name: str, number: int) -> None:
    steps = steps_of(name)
    step, before = steps[number - 1], MOVES[name].get(number - 1, ())
    opened = [facts_of(chain_of(part)) for part in step.parts if isinstance(part, Lab)]
    # The lab may also stand as the step before left it, or as it begins.
    opened += [facts_of(chain_of_move(move)) for move in ("broadcast_add", *before)]
    acted = [facts_of(chain_of_move(move)) for move in MOVES[name][number]]
    for goal in lab_goals(step):
        assert not any(holds(goal, facts) for facts in opened), goal.text
        assert any(holds(goal, facts) for facts in acted), goal.text


@pytest.mark.parametrize("name", MOVES)
def test_every_step_with_goals_in_the_lab_has_its_moves(name: str) -> None:
    assert [number for number, step in enumerate(steps_of(name), 1) if lab_goals(step)] == list(MOVES[name])


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda operation: operation.name)
def test_what_the_lab_begins_with_runs(operation: Operation) -> None:
    broken = operation.name == "assign_constant"
    assert facts_of(Chain((default_call(operation),)))["lab_error"] == broken
