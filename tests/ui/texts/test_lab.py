"""Everything that the lab can say has a sentence, with the values that come with it, in both languages."""

import json
import re
from pathlib import Path

from playground.frames.lab import LabQuestion, Trouble
from playground.lab.matching import read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable
from playground.lab.troubles import TABLE
from playground.ui.texts.lab.answers import MARKS, REPAIRS, TROUBLES, mark_text, repair_text, trouble_text
from playground.ui.texts.lab.answers import unreadable_text as unreadable
from playground.ui.texts.lab.operations import DOES, GROUPS, TITLES

ROOT = Path(__file__).parents[3]
MEANINGS = json.loads((ROOT / "tests/reference/lab_meanings.json").read_text(encoding="utf-8"))


def test_each_operation_and_group_is_named():
    assert set(TITLES) == set(DOES) == set(OPERATIONS)
    # The page of losses stands in the list as a group of its own.
    assert set(GROUPS) == {operation.group for operation in OPERATIONS.values()} | {"losses"}


def test_each_code_has_a_sentence():
    assert {code for _, code, _ in TABLE} <= set(TROUBLES)
    limits = (ROOT / "playground/lab/limits.py").read_text(encoding="utf-8")
    assert set(re.findall(r'Refusal\("(\w+)"', limits)) <= set(TROUBLES)
    reading = "".join(
        (ROOT / f"playground/lab/{name}.py").read_text(encoding="utf-8") for name in ("reading", "matching")
    )
    assert set(re.findall(r'Unreadable\("(\w+)"', reading)) <= set(TROUBLES)
    marks = (ROOT / "playground/engine/lab/marks.py").read_text(encoding="utf-8")
    assert set(re.findall(r'Mark\("(\w+)"', marks)) <= set(MARKS)
    repairs = (ROOT / "playground/lab/repairs.py").read_text(encoding="utf-8")
    assert set(re.findall(r'before, "(\w+)"', repairs)) <= set(REPAIRS)


def answer_to(code):
    from playground.engine.lab.running import Lab

    return Lab().answer(LabQuestion(read_code(code)))


def test_each_wrong_call_is_told_in_a_sentence():
    for code in MEANINGS:
        answer = answer_to(code)
        said = [mark_text(mark) for mark in answer.marks]
        if answer.trouble is not None:
            said = [trouble_text(answer.trouble), *map(repair_text, answer.trouble.repairs)]
        assert said, code
        assert all(one and "{" not in one for one in said), said


def test_numbers_within_a_sentence():
    assert "1.1 × 10¹²" in trouble_text(Trouble("too_large", (("cells", 2**40),)))
    assert "more than" in trouble_text(Trouble("too_large", (("cells", float("inf")),)))
    assert trouble_text(Trouble("broadcast", (("top", 3), ("bottom", 2)))).startswith("Aligned at the right, 3")
    assert "−13035" in mark_text(answer_to("tf.cast(123456789, tf.int16)").marks[0])
    assert "100000" in unreadable(Unreadable("too_long", most=100_000))
