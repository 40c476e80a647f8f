"""What a person wants of a table: which column is learned from which, and what becomes of cells that do not fit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from playground.tables.columns import CATEGORY, DATE, NUMBER, TEXT, YES, Column
from playground.tables.letters import CERTAIN, ENCODINGS
from playground.tables.reading import Fault, Reading
from playground.tables.sides import Sides, likely_split

TARGET, INPUT, SPLIT, LEFT = "target", "input", "split", "left"
ROLES = (TARGET, INPUT, SPLIT, LEFT)
SCALINGS = ("standard", "minmax", "none")
FILLINGS = ("drop", "fill")
# What becomes of rows for which the column that splits says nothing.
UNSPLIT = ("drop", "train")
# How rows are split where a column says it.
BY_COLUMN = "column"

_TARGETS = ("target", "label", "class", "species", "variety", "outcome", "diagnosis", "survived", "quality", "y")
_NAMES_OF_ROWS = ("id", "index", "nr", "no", "number", "row", "year", "unnamed: 0", "column_1")
# A number of so few whole values, each several times, names a class where it is the target.
MOST_NUMBERED, MOST_INPUT_WORDS = 10, 12


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """`kind` is empty for the guess, or number or category; `scaling` is empty for that of the table."""

    name: str
    role: str = LEFT
    kind: str = ""
    scaling: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """What becomes of all faults of that kind in that column; the column is empty for whole rows.

    act: drop (the row goes), missing (the cell has no value) or number (the one in it is taken).
    """

    kind: str
    column: str
    act: str


@dataclass(frozen=True, slots=True)
class Choices:
    """`split` is how rows are split as long as no column has the role of saying it; `validation` are the words of that
    column that validate, None for those that are guessed, and `unsplit` what becomes of rows without any."""

    columns: tuple[ColumnChoice, ...]
    scaling: str = "standard"
    filling: str = "drop"
    repairs: tuple[Repair, ...] = ()
    split: str = "random"
    validation: tuple[str, ...] | None = None
    unsplit: str = "drop"

    def of(self, name: str) -> ColumnChoice:
        return next(each for each in self.columns if each.name == name)

    def with_role(self, name: str, role: str) -> Choices:
        """The column in that role; there is one target from then on, and one that splits."""
        columns = [
            replace(each, role=role)
            if each.name == name
            else replace(each, role=LEFT if role == each.role and role in (TARGET, SPLIT) else each.role)
            for each in self.columns
        ]
        changed = replace(self, columns=tuple(columns))
        return changed if changed.split_by == self.split_by else replace(changed, validation=None)

    def with_target(self, name: str) -> Choices:
        """The column as one more target."""
        columns = tuple(replace(each, role=TARGET) if each.name == name else each for each in self.columns)
        changed = replace(self, columns=columns)
        return changed if changed.split_by == self.split_by else replace(changed, validation=None)

    def with_kind(self, name: str, kind: str) -> Choices:
        columns = tuple(replace(each, kind=kind) if each.name == name else each for each in self.columns)
        return replace(self, columns=columns, validation=None if name == self.split_by else self.validation)

    def with_split(self, how: str) -> Choices:
        """Split in that way, and no longer by a column."""
        roles = self.with_role(self.split_by, LEFT) if self.split_by else self
        return replace(roles, split=how)

    def settled(self, sides: Sides | None) -> Choices:
        """With what was guessed of the column that splits, so that it stays."""
        if sides is None:
            return self
        return replace(self.with_kind(self.split_by, sides.kind), validation=sides.validates)

    def with_repair(self, fault: Fault, act: str) -> Choices:
        """The faults of this one's kind and column become that from now on."""
        others = [each for each in self.repairs if (each.kind, each.column) != (fault.kind, fault.column)]
        return replace(self, repairs=(*others, Repair(fault.kind, fault.column, act)))

    def act_for(self, fault: Fault) -> str:
        """What becomes of it; empty as long as nobody has said so."""
        return next((each.act for each in self.repairs if (each.kind, each.column) == (fault.kind, fault.column)), "")

    @property
    def targets(self) -> tuple[str, ...]:
        """The columns that are learned: none, one, or several of numbers."""
        return tuple(each.name for each in self.columns if each.role == TARGET)

    @property
    def split_by(self) -> str:
        """The column that says which rows train; empty where none does."""
        return next((each.name for each in self.columns if each.role == SPLIT), "")

    @property
    def how(self) -> str:
        """How rows are split, as a document has it."""
        return BY_COLUMN if self.split_by else self.split

    @property
    def inputs(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.columns if each.role == INPUT)


def acts_for(fault: Fault) -> tuple[str, ...]:
    """What a person can say of a fault, the likeliest first."""
    if not fault.column:
        return ("drop",)
    return ("number", "missing", "drop") if fault.kind == "has_unit" else ("missing", "drop")


def first_choices(columns: Sequence[Column], targets: Sequence[str] = (), split: str = "") -> Choices:
    """What most people would want: the column that is named like a target or is last, or those, from all numbers.

    That one splits the rows, or one that plainly says which of them train.
    """
    split = split or likely_split([each for each in columns if each.name not in targets])
    whole, columns = columns, [each for each in columns if each.name != split]
    targets = targets or _likely_target(columns)
    others = [each for each in columns if each.name not in targets]
    numbers = [each for each in others if each.kind in (NUMBER, YES) and _tells(each)]
    inputs = {each.name for each in numbers}
    if not inputs:
        inputs = {each.name for each in others if each.kind == CATEGORY and 1 < len(each.words) <= MOST_INPUT_WORDS}
    roles = dict.fromkeys(inputs, INPUT) | dict.fromkeys(targets, TARGET) | ({split: SPLIT} if split else {})
    goal = next((each for each in columns if [each.name] == list(targets)), None)
    kinds = {goal.name: CATEGORY} if goal is not None and is_numbered(goal) else {}
    chosen = tuple(ColumnChoice(each.name, roles.get(each.name, LEFT), kinds.get(each.name, "")) for each in whole)
    classes = goal is not None and (goal.kind in (CATEGORY, YES) or is_numbered(goal))
    return Choices(chosen, split="each_class" if classes else "random")


def _likely_target(columns: Sequence[Column]) -> tuple[str, ...]:
    usable = [each for each in columns if each.kind not in (DATE, TEXT) and not each.constant]
    usable = [each for each in usable if each.missing < len(each.held)] or usable
    for name in _TARGETS:
        for each in usable:
            if each.name.lower() == name:
                return (each.name,)
    return (usable[-1].name,) if len(usable) > 1 else ()


def _tells(column: Column) -> bool:
    """Whether it is no constant and no mere number of the row."""
    if column.constant or not any(len(there) for there in column.there()):
        return False
    if _counts_up(column):
        return False
    return column.name.lower() not in _NAMES_OF_ROWS or not column.whole


def _counts_up(column: Column) -> bool:
    """Whether it goes on by 1 from each row to the next, from 0 or 1 on."""
    last, count = None, 0
    for there in column.there():
        before = there[:1] - 1 if last is None else last
        if (np.diff(there, prepend=before) != 1).any() or (last is None and len(there) and there[0] not in (0, 1)):
            return False
        last, count = (there[-1:] if len(there) else last), count + len(there)
    return count > 9


def is_numbered(column: Column) -> bool:
    """Whether its numbers name classes: few whole ones, each several times."""
    if column.kind != NUMBER:
        return False
    different, count = np.zeros(0), 0
    for there in column.there():
        different, count = np.union1d(different, there), count + len(there)
        if len(different) > MOST_NUMBERED or (different % 1 != 0).any():
            return False
    return len(different) > 1 and len(different) * 3 <= count


def recipe_text(path: str, fingerprint: str, reading: Reading, choices: Choices) -> str:
    """How data were made of a table, for a document to keep."""
    made = {
        "kind": "table",
        "path": path,
        "sha256": fingerprint,
        "reading": asdict(reading),
        "choices": asdict(choices),
    }
    return json.dumps(made, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Recipe:
    path: str
    fingerprint: str
    reading: Reading
    choices: Choices


def read_recipe(text: str) -> Recipe | None:
    """The recipe of a table in that text; None where it is none, as a file may say anything there."""
    try:
        made: dict[str, Any] = json.loads(text)
        if made.pop("kind") != "table":
            return None
        reading = Reading(**{**made["reading"], "missing": tuple(map(str, made["reading"]["missing"]))})
        if reading.encoding not in (*ENCODINGS, *CERTAIN):
            return None
        chosen = made["choices"]
        columns = tuple(ColumnChoice(**each) for each in chosen["columns"])
        repairs = tuple(Repair(**each) for each in chosen["repairs"])
        validation, unsplit = chosen.get("validation"), str(chosen.get("unsplit", "drop"))
        words = None if validation is None else tuple(map(str, validation))
        choices = Choices(columns, chosen["scaling"], chosen["filling"], repairs, chosen["split"], words, unsplit)
        return Recipe(str(made["path"]), str(made["sha256"]), reading, choices)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
