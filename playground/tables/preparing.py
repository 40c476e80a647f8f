"""From a table and what is wanted of it to the numbers that a network learns from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from playground.datasets.packing import digest_of, keep_coming, packed
from playground.document.own_data import MOST_CLASSES, MOST_COLUMNS, MOST_INSIDE, OwnColumn, OwnData
from playground.document.task import TaskKind
from playground.tables.blocks import Step, no_step
from playground.tables.cells import Grid
from playground.tables.choices import INPUT, TARGET, Choices
from playground.tables.columns import CATEGORY, DATE, NUMBER, STRETCH, TEXT, Column, column_of
from playground.tables.encoding import Cells, Goal, Parts, Seen, encoded, kept_parts
from playground.tables.numbers import LARGEST, unit_of
from playground.tables.opening import Table
from playground.tables.reading import Fault
from playground.tables.sides import Sides, counted, sides_of, worded
from playground.tables.stored import Rows, as_category, cells_of

# Of more dropped rows not all lines are told.
MOST_LINES = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """own: the data, None while faults are `waiting` for a word of the person's, or `trouble` says what is missing.

    `dropped` counts the rows that are left out for what is missing or does not fit, `dropped_lines` are theirs, of very
    many the first and the last; `filled` and `corrected` count cells. `baselines` are how right guessing the commonest
    class would be, or how far off predicting the mean of each target. `rows`, float32 (rows, width), are what the
    network sees and the labels, where they are too many for a document and not on the disk already; `sides` are those
    of the column that splits them, where one does.
    """

    own: OwnData | None
    waiting: tuple[Fault, ...] = ()
    trouble: str = ""
    dropped_lines: tuple[int, ...] = ()
    dropped: int = 0
    filled: int = 0
    corrected: int = 0
    baselines: tuple[float, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    rows: NDArray[np.float32] | None = None
    sides: Sides | None = None


def prepare(table: Table, choices: Choices, title: str, apart: bool = False, step: Step = no_step) -> Prepared:
    """The data of the chosen columns, or why there are none yet.

    Few rows come to stand in the document, unless they are to be `apart`. Raises OSError where a table on the disk has
    no room there for its rows, and what `step` does.
    """
    by_name = {each.name: each for each in table.columns}
    if not choices.targets:
        return Prepared(None, trouble="no_target")
    used = [by_name[each.name] for each in choices.columns if each.role in (INPUT, TARGET)]
    if not choices.inputs:
        return Prepared(None, trouble="no_input")
    waiting = _waiting(table.grid, used, choices)
    if waiting:
        return Prepared(None, waiting)
    for each in used:
        if _kind(each, choices) in (DATE, TEXT):
            return Prepared(None, trouble=f"{_kind(each, choices)}_column")
    if len(choices.targets) > 1 and any(_kind(by_name[name], choices) != NUMBER for name in choices.targets):
        return Prepared(None, trouble="targets_no_numbers")
    return _Making(table, choices, by_name, apart, step).made(title)


def _waiting(grid: Grid, used: list[Column], choices: Choices) -> tuple[Fault, ...]:
    faults = (*grid.faults, *(fault for each in used for fault in each.faults))
    return tuple(fault for fault in faults if not choices.act_for(fault))


def _kind(column: Column, choices: Choices) -> str:
    return choices.of(column.name).kind or column.kind


class _Making:
    """Two passes over the rows: what their values are, then what a network sees of them."""

    def __init__(self, table: Table, choices: Choices, by_name: dict[str, Column], apart: bool, step: Step) -> None:
        self._table, self._choices, self._apart, self._step = table, choices, apart, step
        self._drops = np.zeros(len(table.grid.rows), bool)
        self._trouble = ""
        inputs = [self._cells(by_name[name]) for name in choices.inputs]
        goals = [self._cells(by_name[name]) for name in choices.targets]
        self._seen = [Seen(each, choices.of(each.column.name).scaling or choices.scaling) for each in inputs]
        self._goals = [Goal(Seen(goal, "standard")) for goal in goals]
        self._used = [*inputs, *goals]
        self._dropping = [*[choices.filling == "drop"] * len(inputs), *[True] * len(goals)]
        self._sides: Sides | None = None
        if choices.split_by:
            self._split(by_name[choices.split_by])

    def made(self, title: str) -> Prepared:
        if self._trouble:
            return Prepared(None, trouble=self._trouble, sides=self._sides)
        self._learn()
        grid, drops = self._table.grid, self._drops
        # Rows with too few or too many cells are in the file, though they never come into the grid.
        odd = [each.line for each in grid.faults if each.needed and self._choices.act_for(each) == "drop"]
        gone = int(drops.sum())
        lines = (*odd, *(int(grid.lines[place]) for place in _ends(drops)))
        told, rows = [column for each in self._seen for column in each.told], len(drops) - gone
        trouble = self._against(told, rows)
        if trouble:
            return Prepared(None, (), trouble, lines, len(odd) + gone, sides=self._sides)
        own, kept = self._own(tuple(told), rows, title)
        baselines, counts = self._guessing(rows)
        filled = sum(each.missing for each in self._seen)
        corrected = sum(len(each.corrected) for each in self._used)
        return Prepared(own, (), "", lines, len(odd) + gone, filled, corrected, baselines, counts, kept, self._sides)

    def _split(self, column: Column) -> None:
        """The column that says on which side a row is comes last of those that are used."""
        told = self._as_chosen(column)
        words, trains = worded(told), self._choices.unsplit == "train"
        if words is None:
            self._trouble = "split_no_words"
            return
        self._sides = sides_of(words, told.kind, self._choices.validation)
        if len(words.words) < 2 and not (words.words and trains and self._sides.missing):
            self._trouble = "split_one_word"
        self._used.append(Cells(words))
        self._dropping.append(not trains)

    def _cells(self, column: Column) -> Cells:
        """The column as the kind that it was chosen to be; rows that go for what is in it are marked."""
        column = self._as_chosen(column)
        corrected = {}
        for fault in column.faults:
            act = self._choices.act_for(fault)
            row = bisect_left(self._table.grid.lines, fault.line)
            if act == "drop":
                self._drops[row] = True
            found = unit_of(fault.value, self._table.reading.decimal) if act == "number" else None
            if found and abs(found[0]) <= LARGEST:
                corrected[row] = found[0]
        return Cells(column, corrected)

    def _as_chosen(self, column: Column) -> Column:
        kind, grid = self._choices.of(column.name).kind, self._table.grid
        if not kind or kind == column.kind:
            return column
        if isinstance(grid.rows, Rows) and kind == CATEGORY:
            found = as_category(column, MOST_COLUMNS)
            self._trouble = self._trouble if found else "too_many_words"
            return found or column
        if self._table.on_disk:
            self._trouble = "words_streamed"
            return column
        return column_of(column.name, cells_of(grid, column), grid.lines, self._table.reading, kind)

    def _parts(self, validates: bool | None = None) -> Iterator[Parts]:
        """What is kept, or of that what is on one side."""
        for parts in kept_parts(self._used, self._drops, self._dropping):
            if validates is None or self._sides is None:
                yield parts
            else:
                yield parts.only(np.isin(parts[-1], self._sides.places) == validates)

    def _learn(self) -> None:
        counts = np.zeros(len(self._sides.words) if self._sides else 0, np.int64)
        for parts in self._parts():
            for seen, values in zip((*self._seen, *(goal.seen for goal in self._goals)), parts, strict=False):
                seen.learn(values)
            counts += counted(parts[-1][np.isfinite(parts[-1])], len(counts)) if self._sides else 0
            self._step(0.0)
        if self._sides:
            self._sides = replace(self._sides, counts=tuple(counts.tolist()))

    def _against(self, told: list[OwnColumn], rows: int) -> str:
        """The key of what stands against learning from them."""
        goal = self._goals[0]
        classes = goal.seen.present
        if rows < 2:
            return "no_rows_left"
        if not told:
            return "inputs_constant"
        if len(told) > MOST_COLUMNS:
            return "too_many_inputs"
        if not goal.is_number and not 2 <= len(classes) <= MOST_CLASSES:
            return "one_class" if len(classes) < 2 else "too_many_classes"
        if self._sides and self._sides.validating in (0, rows):
            return "split_all_validate" if self._sides.validating else "split_all_train"
        apart = 4 * (len(told) + len(self._goals)) * rows > MOST_INSIDE
        if apart and not self._table.path:
            return "too_large"
        self._apart = apart or self._apart
        return ""

    def _own(self, told: tuple[OwnColumn, ...], rows: int, title: str) -> tuple[OwnData, NDArray[np.float32] | None]:
        """The data, and their rows where these are kept apart and are not on the disk.

        Many rows stay apart, where there is a file that they can be read from again.
        """
        goals, content, kept, inputs = self._goals, "", None, len(told)
        if self._table.on_disk:
            digest = keep_coming(self._rows(rows))
        else:
            kept, at = np.empty((rows, inputs + len(goals)), np.float32), 0
            for some in self._rows(rows):
                kept[at : at + len(some)], at = some, at + len(some)
            if self._apart:
                digest = digest_of(kept)
            else:
                (content, digest), kept = packed(kept[:, :inputs], kept[:, inputs:]), None
        classes = goals[0].classes
        task: TaskKind = "regression" if goals[0].is_number else "binary" if len(classes) == 2 else "classes"
        return OwnData(
            told, classes, title, task, tuple(goal.told for goal in goals), rows, digest, self._choices.how,
            values=content, train_rows=rows - self._sides.validating if self._sides else 0,
        ), kept  # fmt: skip

    def _rows(self, rows: int) -> Iterator[NDArray[np.float32]]:
        """What the network sees, and the labels, stretch by stretch; each is good until the next.

        Where a column splits them, those that train come first.
        """
        told, done, self._off = [each.told for each in self._seen], 0, np.zeros(len(self._goals))
        width = sum(map(len, told)) + len(self._goals)
        room = np.empty((STRETCH, width), np.float32)
        for parts in (some for side in ((False, True) if self._sides else (None,)) for some in self._parts(side)):
            found, at = room[: len(parts[0])], 0
            for seen, own, values in zip(self._seen, told, parts, strict=False):
                if own:
                    found[:, at : at + len(own)], at = encoded(seen, own, values), at + len(own)
            for place, goal in enumerate(self._goals):
                values = parts[len(self._seen) + place]
                found[:, at + place] = goal.labels(values)
                self._off[place] += goal.off(values)
            yield found
            done += len(found)
            self._step(done / rows)

    def _guessing(self, rows: int) -> tuple[tuple[float, ...], tuple[tuple[str, int], ...]]:
        """How good the plainest guess is: the share of the commonest class, or how far off means are; the classes."""
        if self._goals[0].is_number:
            return tuple((self._off / rows).tolist()), ()
        seen = self._goals[0].seen
        counts = tuple((seen.cells.column.words[place], int(seen.counts[place])) for place in seen.present)
        return (max(count for _, count in counts) / rows,), counts


def _ends(drops: NDArray[np.bool_]) -> list[int]:
    """The places that are marked; of very many the first and the last."""
    found: list[int] = np.flatnonzero(drops).tolist()
    return found if len(found) <= MOST_LINES else found[: MOST_LINES // 2] + found[-MOST_LINES // 2 :]
