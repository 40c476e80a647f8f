"""The fenced blocks that are ours: each as a part of a step, and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

from playground.document import examples
from playground.document.files.checked import FileError
from playground.document.files.file import ENDING, read
from playground.document.files.link import LinkError, is_link, read_link
from playground.document.layers.layers import PALETTE
from playground.lab.losses import LOSS_KINDS
from playground.lab.matching import default_call
from playground.lab.operation import Operation
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable
from playground.lessons.actions import ActionError, read_walk
from playground.lessons.beside import BesideError, file_beside
from playground.lessons.conditions import ConditionError, nearest, read_condition
from playground.lessons.faults import Faults, Row
from playground.lessons.known import SETTINGS
from playground.lessons.lab import LOSS_SETTINGS, LOSSES, loss_of, with_setting
from playground.lessons.lesson import (
    Choice,
    Code,
    Goal,
    Goals,
    Hint,
    Lab,
    Load,
    Note,
    Part,
    Point,
    Question,
    Walk,
    read_sample,
)
from playground.lessons.prose import checked_prose

KEEPS = ("nothing", "data", "weights")
PLACES = ("layer", "edge", "setting", "panel", "view", "button", "palette", "menu", "lab")
_PLACE = re.compile(r"[\w.][\w./ \-\[\],…]{0,79}")
_WALKED = ("sample", "loss", "weight")
_CHOICE = re.compile(r"[-*] *\[( |x|X|)\] *(.*)")
_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_ANSWER = re.compile(rf"({_NUMBER})(?:\s*(?:±|\+-|\+/-)\s*({_NUMBER}))?")
# What a bar or a sign in it does not part.
_WHOLE = re.compile(r"\$[^$]*\$|`[^`]*`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fence: its word, what stands behind it, and its lines."""

    head: Row
    word: str
    argument: str
    rows: Sequence[Row]
    folder: Path
    faults: Faults

    @property
    def line(self) -> int:
        return self.head.line

    @property
    def filled(self) -> list[Row]:
        """Its lines that are not empty."""
        return [row for row in self.rows if row.text.strip()]

    @property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows).strip("\n")

    def checked(self, rows: Sequence[Row]) -> str:
        """These lines as Markdown, whose faults are told."""
        return checked_prose(rows, self.folder, self.faults).strip()


def read_block(block: Block) -> Part | None:
    """The part that it is; None where too much is wrong. Its word is one of WORDS."""
    return _READERS[block.word](block)


def _halves(text: str) -> tuple[str, str | None]:
    """What stands before and behind the first " | " that is in no formula and no code; None where none is."""
    plain = _WHOLE.sub(lambda found: "·" * len(found[0]), text)
    at = plain.find(" | ")
    if at < 0:
        return (text[:-2].strip(), "") if plain.endswith(" |") else (text.strip(), None)
    return text[:at].strip(), text[at + 3 :].strip()


def _load(block: Block) -> Load | None:
    keep, sample = "nothing", None
    for row in block.filled:
        name, colon, value = (part.strip() for part in row.text.partition(":"))
        if colon and name == "sample":
            if (sample := read_sample(value)) is None:
                block.faults.add_at(row, value, "no_sample", got=value)
        elif not colon or name != "keep":
            block.faults.add_at(row, name, "load_line", got=row.text.strip())
        elif value not in KEEPS:
            block.faults.add_at(row, value, "unknown_keep", got=value, near=nearest(value, KEEPS))
        else:
            keep = value
    kind, colon, name = block.argument.partition(":")
    source = _SOURCES.get(kind)
    if not colon or source is None or not name.strip():
        block.faults.add_at(block.head, block.argument, "load_source", got=block.argument)
        return None
    source(block, name.strip())
    return Load(block.line, f"{kind}:{name.strip()}", keep, sample)  # type: ignore[arg-type]


def _load_example(block: Block, name: str) -> None:
    if name not in examples.names():
        near = nearest(name, examples.names())
        block.faults.add_at(block.head, name, "unknown_example", got=name, near=near)


def _load_file(block: Block, name: str) -> None:
    try:
        if not name.endswith(ENDING):
            raise BesideError("no_project", got=name)
        read(file_beside(name, block.folder))
    except BesideError as error:
        block.faults.add_at(block.head, name, error.code, **error.values)
    except (FileError, OSError) as error:
        place = error.place if isinstance(error, FileError) else ""
        block.faults.add_at(block.head, name, "bad_project", got=name, place=place)


def _load_link(block: Block, link: str) -> None:
    try:
        if not is_link(link):
            raise LinkError("no_link")
        read_link(link)
    except LinkError:
        block.faults.add_at(block.head, link, "no_link", got=link)


_SOURCES = {"example": _load_example, "file": _load_file, "link": _load_link}


def _point(block: Block) -> Point | None:
    kind, colon, name = (part.strip() for part in block.argument.partition(":"))
    text = block.checked(block.rows)
    if not colon or not _PLACE.fullmatch(name):
        block.faults.add_at(block.head, block.argument, "no_place", got=block.argument)
        return None
    if kind not in PLACES:
        near = nearest(kind, PLACES)
        block.faults.add_at(block.head, kind, "unknown_place", got=kind, near=near, known=", ".join(PLACES))
        return None
    known = {"setting": SETTINGS, "palette": PALETTE}.get(kind)
    if known and name not in known and nearest(name, known):
        block.faults.add_at(block.head, name, "unknown_target", kind=kind, got=name, near=nearest(name, known))
    return Point(block.line, kind, name, text)


def _goals(block: Block) -> Goals | None:
    goals = [goal for row in block.filled if (goal := _goal(block, row))]
    if not block.filled:
        block.faults.add(block.line, "no_goal")
    return Goals(block.line, tuple(goals)) if goals else None


def _goal(block: Block, row: Row) -> Goal | None:
    words, condition = _halves(re.sub(r"^\s*[-*]\s+", "", row.text.rstrip()))
    if not condition:
        block.faults.add(row.line, "goal_form", got=row.text.strip())
        return None
    text = block.checked([row.part(words)])
    try:
        return Goal(row.line, text, read_condition(condition))
    except ConditionError as error:
        block.faults.add_condition(row.line, error, row.text.rfind(condition) + 1)
        return None


@dataclass(slots=True)
class _Asked:
    """A question while it is read."""

    text: list[Row] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    answer: float | None = None
    tolerance: float = 0.0
    why: str = ""
    kinds: set[str] = field(default_factory=set)


def _question(block: Block) -> Question | None:
    asked = _Asked()
    for row in block.rows:
        line = row.text.strip()
        key = re.match(r"(answer|words) *[:：](.*)", line)
        if choice := _CHOICE.fullmatch(line):
            _add_choice(block, asked, row, choice)
        elif key and key[1] == "answer":
            _add_answer(block, asked, row, key[2].strip())
        elif key:
            asked.kinds.add("words")
            asked.why = block.checked([row.part(key[2].strip())])
        elif asked.kinds and line:
            block.faults.add(row.line, "answer_form", got=line)
        else:
            asked.text.append(row)
    if not any(row.text.strip() for row in asked.text):
        block.faults.add(block.line, "no_question")
    if len(asked.kinds) > 1:
        block.faults.add(block.line, "mixed_answers")
    elif not asked.kinds or (asked.choices and not any(choice.right for choice in asked.choices)):
        block.faults.add(block.line, "no_right_answer" if asked.kinds else "no_answer")
    text = block.checked(asked.text)
    answer, choices = asked.answer, () if asked.answer is not None else tuple(asked.choices)
    return Question(block.line, text, choices, answer, asked.tolerance, asked.why, block.argument)


def _add_choice(block: Block, asked: _Asked, row: Row, choice: re.Match[str]) -> None:
    words, why = _halves(choice[2])
    asked.kinds.add("choice")
    if not words:
        block.faults.add(row.line, "answer_form", got=row.text.strip())
    text = block.checked([row.part(words)])
    asked.choices.append(Choice(row.line, text, choice[1] in ("x", "X"), block.checked([row.part(why or "")])))


def _add_answer(block: Block, asked: _Asked, row: Row, text: str) -> None:
    number, why = _halves(text)
    asked.kinds.add("number")
    asked.why = block.checked([row.part(why or "")])
    found = _ANSWER.fullmatch(number.replace("−", "-"))
    value, tolerance = (float(found[1]), float(found[2] or 0)) if found else (0.0, -1.0)
    if tolerance < 0 or not isfinite(value) or not isfinite(tolerance):
        block.faults.add_at(row, number, "answer_number", got=number)
        return
    asked.answer, asked.tolerance = value, tolerance


def _hint(block: Block) -> Hint:
    return Hint(block.line, block.argument, block.checked(block.rows))


def _note(block: Block) -> Note:
    return Note(block.line, block.checked(block.rows))


def _python(block: Block) -> Code | None:
    if not block.text.strip():
        block.faults.add(block.line, "no_code")
        return None
    return Code(block.line, block.text)


def _settings(block: Block, known: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Its lines of `name: value`, each name once."""
    found: dict[str, str] = {}
    for row in block.filled:
        name, colon, value = (part.strip() for part in row.text.partition(":"))
        if not colon or not value:
            block.faults.add(row.line, "no_colon", got=row.text.strip())
        elif known and name not in known:
            near = nearest(name, known)
            block.faults.add_at(row, name, "unknown_key", got=name, near=near, known=", ".join(known))
        elif name in found:
            block.faults.add_at(row, name, "given_twice", name=name, line_before=block.line)
        else:
            found[name] = value
    return tuple(found.items())


def _lab(block: Block) -> Lab:
    settings = _settings(block)
    rows = {row.text.partition(":")[0].strip(): row for row in block.filled}
    given = dict(settings)
    name = given.get("operation", "")
    if name == LOSSES:
        _check_loss(block, given, rows)
    elif name in OPERATIONS:
        known = ("operation", *OPERATIONS[name].names)
        for other in given.keys() - set(known):
            near = nearest(other, known)
            block.faults.add_at(rows[other], other, "unknown_key", got=other, near=near, known=", ".join(known))
        _check_lab_values(block, OPERATIONS[name], {other: rows[other] for other in given.keys() & set(known[1:])})
    elif name:
        block.faults.add_at(rows["operation"], name, "unknown_operation", got=name, near=nearest(name, (*OPERATIONS,)))
    else:
        block.faults.add(block.line, "no_operation")
    return Lab(block.line, settings)


def _check_loss(block: Block, given: Mapping[str, str], rows: Mapping[str, Row]) -> None:
    """Each line is one that the losses know, and together they can be asked."""
    known = ", ".join(LOSS_SETTINGS)
    for other in given.keys() - set(LOSS_SETTINGS):
        near = nearest(other, LOSS_SETTINGS)
        block.faults.add_at(rows[other], other, "unknown_key", got=other, near=near, known=known)
    loss = given.get("loss", "")
    if loss and loss not in LOSS_KINDS:
        near = nearest(loss, tuple(LOSS_KINDS))
        block.faults.add_at(rows["loss"], loss, "unknown_operation", got=loss, near=near)
        return
    try:
        loss_of(given)
    except Unreadable:
        name = next((name for name in ("o", "y", "reading") if name in given), "operation")
        block.faults.add_at(rows[name], given[name], "lab_value", got=given[name], name=name)


def _check_lab_values(block: Block, operation: Operation, rows: Mapping[str, Row]) -> None:
    """Each line of what the lab begins with can be read."""
    for name, row in rows.items():
        text = row.text.partition(":")[2].strip()
        try:
            with_setting(default_call(operation), name, text)
        except Unreadable:
            block.faults.add_at(row, text, "lab_value", got=text, name=name)


def _walk(block: Block) -> Walk:
    settings = _settings(block, _WALKED)
    try:
        read_walk(settings)
    except ActionError as error:
        row = next(row for row in block.filled if row.text.partition(":")[0].strip() == error.values["setting"])
        block.faults.add_at(row, error.got, error.code, **error.values)
    return Walk(block.line, settings)


_READERS: Mapping[str, Callable[[Block], Part | None]] = {
    "load": _load,
    "point": _point,
    "goal": _goals,
    "question": _question,
    "hint": _hint,
    "python": _python,
    "lab": _lab,
    "walk": _walk,
    "note": _note,
}
WORDS = tuple(_READERS)
# Fences that are shown as they are, and those in which a line may begin with ##.
PLAIN = ("", "text", "bash", "json")
CONTAINING = (*PLAIN, "python", "hint", "note")
