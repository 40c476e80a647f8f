"""The course: its lessons in the order of the curriculum, how far each is done, and how one is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playground.lessons.known import ROWS
from playground.lessons.lesson import Fault, Lesson
from playground.lessons.progress import Progress, counted, fitting
from playground.lessons.shelf import Shelved

# Parts of the curriculum, and the numbers of the lessons of each.
NUMBERS = {"A": range(1, 11), "B": range(11, 21), "C": range(21, 27)}


def rows_of(group: str) -> tuple[str, ...]:
    """A1 to A17, say, in order."""
    return tuple(row for row in ROWS if row[0] == group)


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson on the course page, and how far a person is with it.

    `number` is its place in the course, 0 for one of a person's own. `step` counts from 0; `share` of its goals and
    questions is done; `seen` is when it was last open, in seconds since 1970, 0 for never.
    """

    lesson: Lesson
    path: Path
    number: int = 0
    step: int = 0
    share: float = 0.0
    done: bool = False
    seen: float = 0.0
    faults: tuple[Fault, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from all others: a lesson of a person's own may be called like one of the course."""
        return str(self.path)

    @property
    def begun(self) -> bool:
        return self.seen > 0 and not self.done

    @property
    def step_title(self) -> str:
        return self.lesson.steps[min(self.step, len(self.lesson.steps) - 1)].title


def entry_of(shelved: Shelved, progress: Progress | None) -> Entry:
    """A lesson of the shelf with how far a person is with it."""
    lesson, faults = shelved.lesson, shelved.faults
    number = 0 if shelved.own else number_of(lesson.name)
    if progress is None:
        return Entry(lesson, shelved.path, number, faults=faults)
    known, last = fitting(progress, lesson), len(lesson.steps) - 1
    reached, whole = counted(known, lesson)
    # One without goals is done once its last step was seen.
    share = reached / whole if whole else known.step / last if last else 1.0
    return Entry(lesson, shelved.path, number, known.step, share, share >= 1, _seconds(known.when), faults)


def _seconds(when: str) -> float:
    """Since 1970; 0 for a lesson that was begun anew, and is as if it had never been open."""
    try:
        return datetime.fromisoformat(when).timestamp() if when else 0.0
    except (ValueError, OverflowError, OSError):
        return 1.0


def number_of(name: str) -> int:
    """The place in the course of a file that is called 13-chain-rule; 0 for a name without one."""
    found = re.match(r"(\d{1,3})\D", name)
    return int(found[1]) if found else 0


def learned_rows(entries: Iterable[Entry]) -> frozenset[str]:
    """Rows of which some lesson is done."""
    return frozenset(row for entry in entries if entry.done for row in entry.lesson.rows)


def open_needs(entry: Entry, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Rows that the lesson builds on and that are not learned yet, as far as there are lessons for them."""
    learned, taught = learned_rows(entries), {row for other in entries for row in other.lesson.rows}
    return tuple(row for row in entry.lesson.needs if row in taught - learned)


def minutes_left(entries: Iterable[Entry]) -> int:
    """Of lessons that are not done; what is done of a begun one is taken off."""
    return round(sum((entry.lesson.minutes or 0) * (1 - entry.share) for entry in entries if not entry.done))


def to_go_on(entries: Sequence[Entry]) -> Entry | None:
    """The begun lesson that was open last, else the first that is not done; None once all are."""
    begun = sorted((entry for entry in entries if entry.begun), key=lambda entry: entry.seen)
    return begun[-1] if begun else next((entry for entry in entries if not entry.done), None)


def for_row(entries: Iterable[Entry], row: str) -> Entry | None:
    """The first lesson that shows a row."""
    return next((entry for entry in entries if row in entry.lesson.rows), None)


def step_of(lesson: Lesson, row: str) -> int:
    """The step that shows a row, counted from 0: the first where the lesson does not tell."""
    told = dict(lesson.row_steps).get(row, 1)
    return min(max(told, 1), len(lesson.steps)) - 1


def found(entries: Sequence[Entry], words: str, sentences: Mapping[str, str]) -> tuple[Entry, ...]:
    """Those that hold all words, in what is said of the lesson and its rows; those of the row itself, as b3.

    `sentences` say what each row is about.
    """
    wanted = words.casefold().split()
    rows = {row.casefold(): row for row in sentences}
    if len(wanted) == 1 and wanted[0] in rows:
        return tuple(entry for entry in entries if rows[wanted[0]] in entry.lesson.rows)
    return tuple(entry for entry in entries if all(word in _said(entry, sentences) for word in wanted))


def _said(entry: Entry, sentences: Mapping[str, str]) -> str:
    lesson = entry.lesson
    rows = [f"{row} {sentences.get(row, '')}" for row in lesson.rows]
    steps = [step.title for step in lesson.steps]
    return " ".join((str(entry.number or ""), lesson.title, lesson.summary, lesson.author, *rows, *steps)).casefold()
