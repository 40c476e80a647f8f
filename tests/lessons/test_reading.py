"""A lesson's file: all that can be read of it, and every fault where it is."""

from __future__ import annotations

from pathlib import Path

from playground.lessons.reading import read_lesson

HERE = Path(__file__).parent
# Line of the broken lesson -> what is wrong there.
BROKEN = [
    (1, "missing"), (3, "no_colon"), (4, "unknown_key"), (7, "before_steps"), (12, "unknown_name"), (13, "goal_form"),
    (14, "unknown_function"), (15, "not_understood"), (16, "ends_early"), (20, "no_right_answer"),
    (25, "unknown_block"), (28, "load_source"), (31, "no_place"),
]  # fmt: skip


def test_every_fault_of_a_broken_lesson_is_told_with_its_line() -> None:
    read = read_lesson(HERE / "broken.md")
    assert [(fault.line, fault.code) for fault in read.faults] == BROKEN
    assert read.lesson.title == "Broken"
    assert [type(part).__name__ for part in read.lesson.steps[0].parts] == ["Goals", "Question", "Text"]
