"""What is wrong in a lesson, gathered while it is read."""

from __future__ import annotations

from typing import NamedTuple

from playground.lessons.conditions import ConditionError
from playground.lessons.lesson import Fault


class Row(NamedTuple):
    """A line of the file, counted from 1, or what of it stands behind the first `before` letters."""

    line: int
    text: str
    before: int = 0

    def column(self, part: str) -> int:
        """Where the part stands, from 1; where it does not stand as it is, the beginning."""
        return self.before + max(self.text.find(part), 0) + 1

    def part(self, text: str) -> Row:
        """That part of the line."""
        return Row(self.line, text, self.column(text) - 1)


class Faults:
    """A list that only grows."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, line: int, code: str, column: int = 1, **values: object) -> None:
        """That something is wrong there; `code` is a key of `ui/texts/lessons.py`."""
        self._found.append(Fault(line, code, tuple(values.items()), column))

    def add_at(self, row: Row, part: str, code: str, **values: object) -> None:
        """That this part of a line is wrong."""
        self.add(row.line, code, row.column(part), **values)

    def add_condition(self, line: int, error: ConditionError, column: int = 1) -> None:
        """What is wrong with a condition, or a number, that begins at this column."""
        self.add(line, error.code, column + error.column - 1, **error.values)

    def all(self) -> tuple[Fault, ...]:
        """Each once, from the first line to the last."""
        return tuple(sorted(dict.fromkeys(self._found), key=lambda fault: (fault.line, fault.column)))
