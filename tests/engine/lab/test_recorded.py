"""Each recorded call of the curriculum: TensorFlow's values, code that stands alone, and what its errors mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from playground.frames.lab import LabQuestion
from playground.lab.code import script
from tests.engine.lab.asking import LAB, ask, recorded_chain

REFERENCE = Path(__file__).parents[2] / "reference"
RECORDED = json.loads((REFERENCE / "lab_operations.json").read_text(encoding="utf-8"))
RIGHT = [(one["code"], one["value"]) for one in RECORDED if one["kind"] == "ok"]
MEANINGS = json.loads((REFERENCE / "lab_meanings.json").read_text(encoding="utf-8"))
# Where first weights are drawn anew.
DRAWN = "Embedding"


def as_recorded(code: str, answer: Any) -> object:
    """An answer written as the recorded ones are."""
    if code.startswith("len("):
        return str(len(answer.results))
    if "broadcast_static_shape" in code:
        return f"TensorShape({answer.results[0].values.tolist()})"
    if code.endswith(".shape"):
        return f"TensorShape({list(answer.results[0].shape)})"
    if code.endswith((".name", ".trainable")):
        return repr(dict(answer.facts)[code.rpartition(".")[2]])
    texts = [f"{one.values.tolist()}  shape={one.shape} dtype={one.dtype}" for one in answer.results]
    return texts if len(texts) > 1 else texts[0]


def test_all_are_here() -> None:
    assert len(RIGHT) == 182
    assert len(MEANINGS) == 104
    assert set(MEANINGS) == {one["code"] for one in RECORDED if one["kind"] == "wrong"}


@pytest.mark.parametrize(("code", "value"), RIGHT)
def test_a_right_call_gives_the_recorded_values(code: str, value: object) -> None:
    answer = LAB.answer(LabQuestion(recorded_chain(code)))
    assert answer.trouble is None
    assert as_recorded(code, answer) == (value if isinstance(value, list) else str(value))


@pytest.mark.parametrize("code", [code for code, _ in RIGHT])
def test_the_code_shown_gives_the_same_alone(code: str) -> None:
    chain = recorded_chain(code)
    answer = LAB.answer(LabQuestion(chain))
    printed: list[Any] = []
    exec(script(chain), {"print": printed.append})
    found = printed[0] if isinstance(printed[0], list) else [printed[0]]
    assert len(found) == len(answer.results)
    for alone, shown in zip(found, answer.results, strict=True):
        assert tf.TensorShape(tf.convert_to_tensor(alone).shape) == shown.shape
        if shown.values is not None and DRAWN not in code:
            np.testing.assert_array_equal(np.asarray(tf.convert_to_tensor(alone)), shown.values)


@pytest.mark.parametrize(("code", "meaning"), MEANINGS.items())
def test_a_wrong_call_says_what_is_wrong_and_what_would_run(code: str, meaning: str) -> None:
    answer = ask(code)
    if answer.trouble is None:
        assert meaning in [mark.code for mark in answer.marks]
        return
    assert answer.trouble.code == meaning
    for repair in answer.trouble.repairs:
        mended = LAB.answer(LabQuestion(repair.chain))
        assert mended.trouble is None
        assert mended.steps[-1].shapes[0] == repair.shape


def test_the_axes_that_clash_are_named() -> None:
    assert ask("tf.zeros([2, 3]) + tf.zeros([2])").trouble.clashes == (("x", 1), ("y", 0))
    assert ask("tf.zeros([2, 3]) @ tf.zeros([2, 3])").trouble.clashes == (("a", 1), ("b", 0))
    concat = ask("tf.concat([tf.zeros([4, 35, 8]), tf.zeros([6, 30, 8])], axis=0)").trouble
    assert concat.clashes == (("a", 1), ("b", 1))
    assert [tuple(call.operation for call in one.chain.calls) for one in concat.repairs] == [
        ("index", "concat"),
        ("pad", "concat"),
    ]


def test_an_error_in_the_middle_of_a_chain_is_of_its_step() -> None:
    answer = ask("tf.reduce_sum(tf.reshape(tf.range(6) + 1, [4, 2]), axis=0)")
    assert (answer.trouble.step, answer.trouble.code) == (1, "reshape_size")
    assert [step.shapes for step in answer.steps] == [((6,),), ()]
    assert "{{" not in answer.trouble.said


def test_marks_say_which_cells() -> None:
    (mark,) = ask("tf.cast([1, 300, 2, 256], tf.uint8)").marks
    assert (mark.code, mark.cells, dict(mark.values)["after"]) == ("wrapped", (1, 3), 44)
    assert ask("tf.cast([1, 2], tf.uint8)").marks == ()
