"""Which rows of a table are shown: the first, the last, and every one with a fault, between its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playground.tables.cells import Grid
from playground.tables.reading import Fault

FIRST, LAST, BESIDE = 8, 3, 1
# More faults of one kind in one column than this are said once.
MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """One strip of the sheet: a `row` of the grid, a `gap` of so many rows, or a `fault` (with how many are alike)."""

    kind: str
    place: int = -1
    count: int = 0
    fault: Fault | None = None


def shown_rows(grid: Grid, faults: Sequence[Fault]) -> tuple[Shown, ...]:
    """From the top of the sheet to its end."""
    groups: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.kind, fault.column), []).append(fault)
    told: list[tuple[Fault, int]] = []
    for alike in groups.values():
        told += [(alike[0], len(alike))] if len(alike) > MOST_ALIKE else [(fault, 1) for fault in alike]
    after: dict[int, list[tuple[Fault, int]]] = {}
    for fault, count in told:
        after.setdefault(_place(grid, fault.line), []).append((fault, count))
    rows = len(grid.rows)
    seen = {*range(min(FIRST, rows)), *range(max(rows - LAST, 0), rows)}
    for place in after:
        seen |= set(range(max(place - BESIDE, 0), min(place + BESIDE + 1, rows)))
    found: list[Shown] = []
    before = -1
    for place in sorted(seen):
        if place > before + 1:
            found.append(Shown("gap", before + 1, place - before - 1))
        found.append(Shown("row", place))
        found += [Shown("fault", place, count, fault) for fault, count in after.get(place, ())]
        before = place
    # A fault before the first row.
    return (*(Shown("fault", -1, count, fault) for fault, count in after.get(-1, ())), *found)


def _place(grid: Grid, line: int) -> int:
    """The row of that line, or the last before it."""
    low, high = 0, len(grid.lines)
    while low < high:
        middle = (low + high) // 2
        if grid.lines[middle] <= line:
            low = middle + 1
        else:
            high = middle
    return low - 1
