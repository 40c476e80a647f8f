"""Reads a lesson's file: all that can be read of it, and every fault with its place.

Nothing that stands in it is run or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playground.document.files.saving import refuse_unreadable
from playground.lessons.blocks import CONTAINING, PLAIN, WORDS, Block, read_block
from playground.lessons.conditions import nearest
from playground.lessons.expressions import calls
from playground.lessons.faults import Faults, Row
from playground.lessons.head import read_head
from playground.lessons.lesson import Fault, Goals, Lesson, Part, Question, Step, Text
from playground.lessons.prose import checked_prose

MOST_BYTES = 1 << 20
MOST_STEPS = 30
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([^`]*)$")
_STEP = re.compile(r" {0,3}##(?!#)\s*(.*?)\s*#*\s*$")
_TITLE = re.compile(r" {0,3}#(?!#)\s+(.*?)\s*#*\s*$")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Read:
    """A lesson as far as it could be read, and all that is wrong in its file, in the order of its lines."""

    lesson: Lesson
    faults: tuple[Fault, ...]


def read_lesson(path: Path) -> Read:
    """The lesson in a file. Raises OSError where it cannot be read."""
    refuse_unreadable(path)
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return _unread(path, Fault(1, "large_lesson", (("most", MOST_BYTES >> 20),)))
    try:
        return read_text(content.decode("utf-8-sig"), path.stem, path.parent)
    except UnicodeDecodeError as error:
        return _unread(path, Fault(content.count(b"\n", 0, error.start) + 1, "not_text"))


def read_text(text: str, name: str, folder: Path) -> Read:
    """The lesson in a text; `folder` is where its documents and pictures are looked for."""
    faults = Faults()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n")
    rows = [Row(line, words) for line, words in enumerate(lines, 1)]
    head, start = read_head(rows, faults)
    title = head.pop("title", "") or name
    steps = list(_steps(rows[start:], title, folder, faults))
    _check_names(steps, faults)
    # A title may be numbers and names of functions alone.
    told = " ".join((title, head.get("summary", ""), *(step.title for step in steps)))
    language = "zh_CN" if _HAN.search(told) else "en"
    lesson = Lesson(name, title, tuple(steps), language=language, folder=folder, **head)  # type: ignore[misc]
    return Read(lesson, faults.all())


def _unread(path: Path, fault: Fault) -> Read:
    step = Step(1, path.stem, ())
    return Read(Lesson(path.stem, path.stem, (step,), folder=path.parent), (fault,))


def _steps(rows: Sequence[Row], title: str, folder: Path, faults: Faults) -> Iterator[Step]:
    """Its steps, of which there is always one; what stands before the first is passed over, where there is one."""
    pieces = list(_pieces(rows, faults))
    starts = [at for at, piece in enumerate(pieces) if piece.kind == "step"]
    if not starts:
        line = rows[0].line if rows else 1
        faults.add(line, "no_steps")
        yield Step(line, title, tuple(_parts(pieces, folder, faults)))
        return
    if starts[0]:
        stray = pieces[0].head
        faults.add(stray.line, "before_steps", got=stray.text.strip())
    for place, (at, end) in enumerate(zip(starts, [*starts[1:], len(pieces)], strict=True), 1):
        head, name = pieces[at].head, pieces[at].argument
        if not name:
            faults.add(head.line, "step_without_title")
        if place == MOST_STEPS + 1:
            faults.add(head.line, "many_steps", most=MOST_STEPS)
            return
        name = checked_prose([head.part(name)], folder, faults) or title
        yield Step(head.line, name, tuple(_parts(pieces[at + 1 : end], folder, faults)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the file: a "step" with its title, a "block" of ours, or "text" between these.

    `head` is its first line, `argument` what stands behind its word, `rows` all lines that belong to it.
    """

    kind: str
    head: Row
    rows: Sequence[Row] = ()
    word: str = ""
    argument: str = ""


def _pieces(rows: Sequence[Row], faults: Faults) -> Iterator[_Piece]:
    """What the rows are made of, in order."""
    text: list[Row] = []
    closers = _closers(rows)
    at = 0
    while at < len(rows):
        row, taken, piece = rows[at], 1, None
        if step := _STEP.match(row.text):
            piece = _Piece("step", row, argument=step[1])
        elif title := _TITLE.match(row.text):
            faults.add(row.line, "title_in_text", got=title[1])
        elif fence := _FENCE.match(row.text):
            is_closed = closers[at + 1][fence[1][0]] >= len(fence[1])
            taken = _length(rows, at, fence, is_closed, faults)
            word, _, argument = fence[2].strip().partition(" ")
            if word in WORDS:
                inner = rows[at + 1 : at + taken]
                inner = inner[:-1] if inner and _closes(inner[-1], fence[1]) else inner
                piece = _Piece("block", row, inner, word, argument.strip())
            elif word not in PLAIN:
                faults.add_at(row, word, "unknown_block", got=word, near=nearest(word, WORDS), known=", ".join(WORDS))
        if piece:
            yield from _text(text)
            text = []
            yield piece
        else:
            text += rows[at : at + taken]
        at += taken
    yield from _text(text)


def _text(rows: list[Row]) -> Iterator[_Piece]:
    """The text between two blocks, without the empty lines around it."""
    filled = [at for at, row in enumerate(rows) if row.text.strip()]
    if filled:
        yield _Piece("text", rows[filled[0]], rows[filled[0] : filled[-1] + 1])


def _closes(row: Row, fence: str) -> bool:
    found = _FENCE.match(row.text)
    return found is not None and found[1].startswith(fence) and not found[2].strip()


def _closers(rows: Sequence[Row]) -> list[Mapping[str, int]]:
    """Of each row on, the longest fence of each sign that closes one: a text of fences alone is read in one go."""
    longest = {"`": 0, "~": 0}
    found: list[Mapping[str, int]] = [longest]
    for row in reversed(rows):
        fence = _FENCE.match(row.text)
        if fence and not fence[2].strip() and len(fence[1]) > longest[fence[1][0]]:
            longest = longest | {fence[1][0]: len(fence[1])}
        found.append(longest)
    return found[::-1]


def _length(rows: Sequence[Row], at: int, fence: re.Match[str], is_closed: bool, faults: Faults) -> int:
    """How many rows the fence takes; one that is not closed ends before the next block or step."""
    word = fence[2].strip().partition(" ")[0]
    holds_steps = is_closed and word in CONTAINING
    length = len(rows) - at
    for place in range(1, length):
        row = rows[at + place]
        if _closes(row, fence[1]):
            return place + 1
        other = _FENCE.match(row.text)
        opens = other and other[1].startswith(fence[1]) and other[2].strip().partition(" ")[0] in WORDS
        if opens or (_STEP.match(row.text) and not holds_steps):
            length = place
            break
    faults.add(rows[at].line, "not_closed", word=word)
    return length


def _parts(pieces: Sequence[_Piece], folder: Path, faults: Faults) -> Iterator[Part]:
    for piece in pieces:
        if piece.kind == "text":
            yield Text(piece.head.line, checked_prose(piece.rows, folder, faults))
        elif part := read_block(Block(piece.head, piece.word, piece.argument, piece.rows, folder, faults)):
            yield part


def _check_names(steps: Sequence[Step], faults: Faults) -> None:
    """Questions have names of their own, and goals ask for those that there are."""
    parts = [part for step in steps for part in step.parts]
    names: dict[str, int] = {}
    for part in parts:
        if isinstance(part, Question) and part.name:
            if part.name in names:
                faults.add(part.line, "same_name", got=part.name, line_before=names[part.name])
            names.setdefault(part.name, part.line)
    for goal in (goal for part in parts if isinstance(part, Goals) for goal in part.goals):
        for call in calls(goal.condition.tree):
            if call.function == "answered" and call.values[0] not in names:
                got = str(call.values[0])
                faults.add(goal.line, "unknown_question", got=got, near=nearest(got, tuple(names)))
