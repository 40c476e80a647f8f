"""What stands at the top of a lesson, between two lines of ---."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypedDict

from playground.document.settings import HIDEABLE
from playground.lessons.conditions import nearest
from playground.lessons.faults import Faults, Row
from playground.lessons.known import ROWS

RULE = "---"
KEYS = ("title", "rows", "minutes", "summary", "needs", "author", "hides")
NEEDED = ("title", "rows")
MOST_MINUTES = 600
# A row with the step that shows it, counted from 1: C1 (5).
_AT_STEP = re.compile(r"(\w+)\s*[(（]\s*(\d{1,2})\s*[)）]")
_VIEW = re.compile(r"view:[a-z][a-z_]*")


class Head(TypedDict, total=False):
    """What was told of a lesson, by the names of `Lesson`'s fields."""

    title: str
    rows: tuple[str, ...]
    row_steps: tuple[tuple[str, int], ...]
    minutes: int
    summary: str
    needs: tuple[str, ...]
    author: str
    hides: tuple[str, ...]


def read_head(rows: Sequence[Row], faults: Faults) -> tuple[Head, int]:
    """What it tells, and how many rows it takes."""
    first = next((at for at, row in enumerate(rows) if row.text.strip()), 0)
    head: Head = {}
    given: dict[str, Row] = {}
    end = 0
    if rows and rows[first].text.strip() == RULE:
        end = _read_lines(rows, first, given, faults)
    else:
        faults.add(1, "no_head")
    for name, row in given.items():
        _fill(head, name, row, faults)
    if end:
        for name in NEEDED:
            if not head.get(name) and name not in given:
                faults.add(1, "missing", name=name)
    return head, end


def _read_lines(rows: Sequence[Row], first: int, given: dict[str, Row], faults: Faults) -> int:
    """Fill what is given; how many rows there are until behind the second rule."""
    for at, row in enumerate(rows[first + 1 :], first + 1):
        line = row.text.strip()
        if line == RULE:
            return at + 1
        if line.startswith(("##", "```")):
            faults.add(rows[first].line, "head_not_closed")
            return at
        name, colon, _ = line.partition(":")
        name = name.strip()
        if not line or line.startswith("#"):
            continue
        if not colon:
            faults.add(row.line, "no_colon", got=line)
        elif name not in KEYS:
            faults.add_at(row, name, "unknown_key", got=name, near=nearest(name, KEYS), known=", ".join(KEYS))
        elif name in given:
            faults.add_at(row, name, "given_twice", name=name, line_before=given[name].line)
        else:
            given[name] = row
    faults.add(rows[first].line, "head_not_closed")
    return len(rows)


def _fill(head: Head, name: str, row: Row, faults: Faults) -> None:
    value = row.text.partition(":")[2].strip()
    if not value:
        faults.add(row.line, "missing" if name in NEEDED else "no_value", name=name)
    elif name == "minutes":
        if value.isascii() and value.isdecimal() and 1 <= int(value[:9]) <= MOST_MINUTES:
            head["minutes"] = int(value)
        else:
            faults.add_at(row, value, "bad_minutes", got=value, most=MOST_MINUTES)
    elif name in ("rows", "needs", "hides"):
        words = [word.strip() for word in re.split("[,，、]", value) if word.strip()]
        if name == "rows":
            steps = {found[1]: int(found[2]) for word in words if (found := _AT_STEP.fullmatch(word))}
            words = [found[1] if (found := _AT_STEP.fullmatch(word)) else word for word in words]
            head["row_steps"] = tuple((row, step) for row, step in steps.items() if row in ROWS)
        known = HIDEABLE if name == "hides" else ROWS
        for word in words:
            if word not in known and not (name == "hides" and _VIEW.fullmatch(word)):
                faults.add_at(
                    row,
                    word,
                    "unknown_control" if name == "hides" else "unknown_row",
                    got=word,
                    near=nearest(word, known),
                )
        head[name] = tuple(word for word in words if word in known or _VIEW.fullmatch(word))  # type: ignore[literal-required]
    else:
        head[name] = value  # type: ignore[literal-required]
