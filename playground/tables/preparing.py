"""From a table and what is wanted of it to the numbers that a network learns from."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.datasets.measures import drawn_span
from playground.datasets.packing import digest_of, packed
from playground.document.own_data import MOST_CLASSES, MOST_COLUMNS, MOST_INSIDE, OwnColumn, OwnData
from playground.document.task import TaskKind
from playground.tables.cells import Grid
from playground.tables.choices import INPUT, TARGET, Choices, ColumnChoice
from playground.tables.columns import CATEGORY, DATE, NUMBER, TEXT, YES, Column, column_of
from playground.tables.numbers import LARGEST, unit_of
from playground.tables.opening import Table
from playground.tables.reading import Fault, Reading, printable
from playground.tables.stored import cells_of

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """own: the data, None while faults are `waiting` for a word of the person's, or `trouble` says what is missing.

    `dropped` are the lines of rows that are left out for what is missing or does not fit, `filled` and `corrected`
    count cells. `baseline` is how right guessing the commonest class would be, or how far off predicting the mean.
    `rows` are the indices of the grid's rows that are used; `columns`, float32 (inputs + 1, rows), are what the network
    sees of them, and the labels, where they are too many for a document.
    """

    own: OwnData | None
    waiting: tuple[Fault, ...] = ()
    trouble: str = ""
    dropped: tuple[int, ...] = ()
    filled: int = 0
    corrected: int = 0
    baseline: float = 0.0
    counts: tuple[tuple[str, int], ...] = ()
    rows: NDArray[np.intp] | None = None
    columns: NDArray[np.float32] | None = None


def prepare(table: Table, choices: Choices, title: str) -> Prepared:
    """The data of the chosen columns, or why there are none yet."""
    grid, by_name = table.grid, {each.name: each for each in table.columns}
    if not choices.target:
        return Prepared(None, trouble="no_target")
    used = [by_name[each.name] for each in choices.columns if each.role in (INPUT, TARGET)]
    if len(used) < 2:
        return Prepared(None, trouble="no_input")
    waiting = _waiting(grid, used, choices)
    if waiting:
        return Prepared(None, waiting)
    for each in used:
        if _kind(each, choices) in (DATE, TEXT):
            return Prepared(None, trouble=f"{_kind(each, choices)}_column")
    return _made(grid, by_name, table.reading, choices, title, bool(table.path))


def _waiting(grid: Grid, used: list[Column], choices: Choices) -> tuple[Fault, ...]:
    faults = (*grid.faults, *(fault for each in used for fault in each.faults))
    return tuple(fault for fault in faults if not choices.act_for(fault))


def _kind(column: Column, choices: Choices) -> str:
    return choices.of(column.name).kind or column.kind


def _made(
    grid: Grid, by_name: dict[str, Column], reading: Reading, choices: Choices, title: str, has_file: bool
) -> Prepared:
    drops = np.zeros(len(grid.rows), bool)
    goal = _as_chosen(grid, by_name[choices.target], reading, choices.of(choices.target))
    inputs = [_as_chosen(grid, by_name[name], reading, choices.of(name)) for name in choices.inputs]
    corrected = sum(_drop(column, grid, reading, choices, drops) for column in (goal, *inputs))
    # Rows with too few or too many cells are in the file, though they never come into the grid.
    odd = (fault.line for fault in grid.faults if fault.needed and choices.act_for(fault) == "drop")
    gone = (int(grid.lines[place]) for place in np.flatnonzero(drops).tolist())
    rows, dropped = np.flatnonzero(~drops), (*odd, *gone)
    if len(rows) < 2:
        return Prepared(None, trouble="no_rows_left", dropped=dropped)

    def kept(column: Column) -> Floats:
        found = _repaired(column, grid, reading, choices)[0]
        return found if len(rows) == len(found) else found[rows]

    # One column after the other, as all of them at once would take several times the memory.
    seen = np.empty((sum(len(column.words) or 1 for column in inputs) + 1, len(rows)), np.float32)
    told, filled = list[OwnColumn](), 0
    for column in inputs:
        values = kept(column)
        filled += int((~np.isfinite(values)).sum())
        encoded, columns = _encoded(column, choices.of(column.name).scaling or choices.scaling, values)
        seen[len(told) : len(told) + len(columns)] = encoded.T
        told += columns
    labels = kept(goal)
    seen = seen[: len(told) + 1]
    own = _own_data(goal, labels, tuple(told), seen, title, choices.split, has_file)
    if isinstance(own, str):
        return Prepared(None, trouble=own, dropped=dropped)
    baseline, counts = _guessing(goal, labels)
    return Prepared(own, (), "", dropped, filled, corrected, baseline, counts, rows, seen if own.apart else None)


def _own_data(
    goal: Column,
    values: Floats,
    told: tuple[OwnColumn, ...],
    seen: NDArray[np.float32],
    title: str,
    split: str,
    has_file: bool,
) -> OwnData | str:
    """The data, or the key of what stands against them; the last of `seen` gets the labels.

    Many rows stay apart, where there is a file that they can be read from again.
    """
    labels, classes, middle, size = _labels(goal, values)
    if not told:
        return "inputs_constant"
    if len(told) > MOST_COLUMNS:
        return "too_many_inputs"
    if goal.kind != NUMBER and not 2 <= len(classes) <= MOST_CLASSES:
        return "one_class" if len(classes) < 2 else "too_many_classes"
    apart = 4 * (len(told) + 1) * len(values) > MOST_INSIDE
    if apart and not has_file:
        return "too_large"
    seen[-1] = labels
    content, digest = ("", digest_of(seen)) if apart else packed(seen[:-1].T, labels)
    task: TaskKind = "regression" if not classes else "binary" if len(classes) == 2 else "classes"
    return OwnData(
        told, classes, title, task, goal.name, len(labels), digest, split, middle, size, goal.unit, values=content
    )


def _guessing(goal: Column, values: Floats) -> tuple[float, tuple[tuple[str, int], ...]]:
    """How good the plainest guess is: the share of the commonest class, or how far off the mean is; and the classes."""
    if goal.kind == NUMBER:
        return float(np.abs(values - values.mean()).mean()), ()
    counts = Counter(dict(enumerate(np.bincount(values.astype(int)).tolist())))
    counts = +counts
    return max(counts.values()) / len(values), tuple(
        (goal.words[place], count) for place, count in sorted(counts.items())
    )


def _as_chosen(grid: Grid, column: Column, reading: Reading, choice: ColumnChoice) -> Column:
    """The column as the kind that it was chosen to be."""
    if not choice.kind or choice.kind == column.kind:
        return column
    return column_of(column.name, cells_of(grid, column), grid.lines, reading, choice.kind)


def _drop(column: Column, grid: Grid, reading: Reading, choices: Choices, drops: NDArray[np.bool_]) -> int:
    """Mark the rows that go for what is in that column; how many of its cells were corrected."""
    values, corrected = _repaired(column, grid, reading, choices)
    for fault in column.faults:
        if choices.act_for(fault) == "drop":
            drops[bisect_left(grid.lines, fault.line)] = True
    if choices.filling == "drop" or column.name == choices.target:
        drops |= ~np.isfinite(values)
    return corrected


def _repaired(column: Column, grid: Grid, reading: Reading, choices: Choices) -> tuple[Floats, int]:
    """The column's values after what was said of its faults, and how many were corrected."""
    values, corrected = column.values, 0
    for fault in column.faults:
        if choices.act_for(fault) != "number":
            continue
        if (found := unit_of(fault.value, reading.decimal)) and abs(found[0]) <= LARGEST:
            values = values if corrected else values.copy()
            values[bisect_left(grid.lines, fault.line)] = found[0]
            corrected += 1
    return values, corrected


def _encoded(column: Column, scaling: str, values: Floats) -> tuple[Floats, list[OwnColumn]]:
    """What the network sees of an input, shape (n, 0 to words), and what each stands for; a constant is left out."""
    finite = np.isfinite(values)
    there = values if finite.all() else values[finite]
    if column.kind == CATEGORY:
        words = [place for place in range(len(column.words)) if (there == place).any()]
        if len(words) < 2:
            return np.zeros((len(values), 0)), []
        seen = np.stack([values == place for place in words], axis=1).astype(float)
        return seen, [OwnColumn(printable(f"{column.name} = {column.words[place]}")) for place in words]
    if not len(there) or there.min() == there.max():
        return np.zeros((len(values), 0)), []
    filled = np.where(finite, values, there.mean() if column.kind == NUMBER else 0.0)
    if column.kind == YES:
        return filled[:, None], [OwnColumn(column.name)]
    middle, size = {
        "standard": (float(there.mean()), float(there.std())),
        "minmax": (float(there.min()), float(there.max() - there.min())),
        "none": (0.0, 1.0),
    }[scaling]
    low, high = drawn_span(there)
    filled -= middle
    filled /= size
    return filled[:, None], [OwnColumn(column.name, middle, size, low, high, column.unit)]


def _labels(goal: Column, values: Floats) -> tuple[Floats, tuple[str, ...], float, float]:
    """Labels as the network has them, the classes' names, and what 0 and 1 of a value stand for."""
    if goal.kind == NUMBER:
        middle, size = float(values.mean()), float(values.std()) or 1.0
        return (values - middle) / size, (), middle, size
    there = np.unique(values).astype(int)
    classes = tuple(goal.words[place] for place in there)
    indices = np.searchsorted(there, values).astype(float)
    return (2 * indices - 1 if len(classes) == 2 else indices), classes, 0.0, 1.0
