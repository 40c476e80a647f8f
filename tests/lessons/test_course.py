"""The course knows its order, what is learned, where to go on, and how a lesson is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from playground.lessons.course import (
    NUMBERS,
    Entry,
    entry_of,
    for_row,
    found,
    learned_rows,
    minutes_left,
    number_of,
    open_needs,
    rows_of,
    step_of,
    to_go_on,
)
from playground.lessons.progress import Answer, Progress, version_of
from playground.lessons.reading import read_text
from playground.lessons.shelf import Shelved

TEXT = """---
title: {title}
rows: {rows}
minutes: 10
needs: {needs}
---
## One
```goal
- go | epoch >= 1
```
## Two
```question
How much?
answer: 2 | Two.
```
"""


def lesson(name: str = "13-chain", title: str = "The chain rule", rows: str = "B3, C1 (2)", needs: str = "A7"):
    return read_text(TEXT.format(title=title, rows=rows, needs=needs), name, Path()).lesson


def entry(name: str = "13-chain", **others) -> Entry:
    told = {key: others.pop(key) for key in ("title", "rows", "needs") if key in others}
    return replace(Entry(lesson(name, **told), Path(f"{name}.md"), number_of(name)), **others)


def test_every_row_of_the_curriculum_and_every_lesson_has_its_part() -> None:
    assert [len(rows_of(part)) for part in NUMBERS] == [17, 10, 6]
    assert [number for part in NUMBERS.values() for number in part] == list(range(1, 27))


@pytest.mark.parametrize(
    ("name", "number"), [("13-chain-rule", 13), ("mine", 0), ("2024", 0), ("07-x", 7), ("9999-x", 0)]
)
def test_the_number_stands_before_the_name(name: str, number: int) -> None:
    assert number_of(name) == number


def test_a_row_leads_to_the_step_that_is_told_for_it() -> None:
    assert lesson().rows == ("B3", "C1")
    assert (step_of(lesson(), "B3"), step_of(lesson(), "C1")) == (0, 1)
    assert step_of(lesson(rows="B3 (30)"), "B3") == 1


def test_progress_is_a_share_of_goals_and_right_answers_and_whole_it_is_done() -> None:
    known = lesson()
    begun = Progress(1, frozenset({(0, 0)}), {(1, 0): Answer("3", False)}, version_of(known), "2026-03-01T09:30")
    there = entry_of(Shelved(Path("13-chain.md"), known, ("en",)), begun)
    assert (there.number, there.step, there.share, there.done, there.begun) == (13, 1, 0.5, False, True)
    right = replace(begun, answers={(1, 0): Answer("2", True)})
    assert entry_of(Shelved(Path("13-chain.md"), known, ("en",)), right).done
    fresh = entry_of(Shelved(Path("13-chain.md"), known, ("en",)), Progress())
    assert not fresh.begun
    assert entry_of(Shelved(Path("13-chain.md"), known, ("en",), own=True), None).number == 0


def test_one_goes_on_where_one_was_last_then_with_the_first_that_is_not_done() -> None:
    first, second, third = entry("1-a", done=True), entry("2-b"), entry("3-c")
    assert to_go_on([first, second, third]) is second
    left, later = replace(second, seen=10.0, share=0.5), replace(third, seen=20.0)
    assert to_go_on([first, left, later]) is later
    assert to_go_on([first]) is None
    assert minutes_left([first, left, third]) == 15


def test_needs_are_told_where_a_lesson_for_them_is_not_done() -> None:
    chain, before = entry(), entry("4-matrices", rows="A7")
    assert open_needs(chain, [before, chain]) == ("A7",)
    assert open_needs(chain, [replace(before, done=True), chain]) == ()
    assert open_needs(chain, [chain]) == ()
    assert learned_rows([replace(before, done=True), chain]) == {"A7"}


def test_a_lesson_is_found_by_its_name_its_row_a_step_and_what_its_row_is_about() -> None:
    chain, other = entry(), entry("4-matrices", title="Matrices", rows="A7")
    sentences = {"B3": "Slopes multiply.", "A7": "The matrix product.", "A10": "Broadcasting."}
    for words in ("chain", "CHAIN rule", "b3", "B3", "slopes", "13", "two chain"):
        assert chain in found([chain, other], words, sentences), words
    assert found([chain, other], "b3", sentences) == (chain,)
    assert found([chain, other], "a10", sentences) == ()
    assert found([chain, other], "", sentences) == (chain, other)
    assert for_row([other, chain], "C1") is chain


@pytest.mark.parametrize("rows", ["B3 (x)", "B3 (2", "B99 (1)", "(1)"])
def test_what_is_no_row_with_a_step_is_a_fault(rows: str) -> None:
    assert [fault.code for fault in read_text(TEXT.format(title="T", rows=rows, needs="A7"), "t", Path()).faults] == [
        "unknown_row"
    ]
