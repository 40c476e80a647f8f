"""What stands in a cell of the table of runs, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playground.runs.axes import Value
from playground.runs.lines import Line, Spread, measured, spread_of
from playground.runs.rows import Progress, Row
from playground.ui.texts.runs.plan import measure_text, setting_value_title, some_running_text, state_text

STATE = "state"


@dataclass(frozen=True, slots=True)
class Cells:
    """What cells are read from: the furthest row of each run, and those under way, by their keys."""

    rows: Mapping[str, Row]
    under_way: Mapping[str, Progress]


LEAST = {"test_loss": 126, "curve": 60, "test_accuracy": 66, STATE: 84}
OTHERS_LEAST, FIRST_LEAST = 58, 74
FOLDED = ("median", "n", "epochs")
"""Columns that go, in this order, before the others become narrower."""


def fitted(wished: Mapping[str, int], room: int) -> dict[str, int]:
    """The columns that are seen and how wide each is, in pixels, where that room is all they have."""
    least = {name: min(wide, LEAST.get(name, OTHERS_LEAST)) for name, wide in wished.items()}
    if wished:
        first = next(iter(wished))
        least[first] = min(wished[first], FIRST_LEAST)
    seen = list(wished)
    for name in FOLDED:
        if name in seen and sum(wished[one] for one in seen) > room:
            seen.remove(name)
    over, give = sum(wished[one] for one in seen) - room, sum(wished[one] - least[one] for one in seen)
    share = min(max(over / give, 0.0), 1.0) if give else 0.0
    widths = {name: int(wished[name] - share * (wished[name] - least[name])) for name in seen}
    if STATE in widths:
        # Its words are the longest.
        widths[STATE] += max(room - sum(widths.values()), 0)
    return widths


def columns_of(names: Sequence[str]) -> tuple[str, ...]:
    """Settings first, then what came of them."""
    return (*names, "test_loss", "curve", "test_accuracy", "median", "n", "epochs", STATE)


def cell_text(line: Line, column: str, cells: Cells, is_open: bool, is_first: bool) -> str:
    """The words of a cell; a group's first has a mark that says whether it is open."""
    mark = ("▾ " if is_open else "▸ ") if line.is_group and is_first else ""
    if column in line.settings:
        shared: Value = line.settings[column]
        # The runs of a group stand under what they share.
        row = None if line.is_group else cells.rows.get(line.trials[0].key)
        return mark + setting_value_title(column, shared, row)
    return mark + (_group_text(line, column, cells) if line.is_group else _run_text(line, column, cells))


def spread_text(measure: str, found: Spread) -> str:
    """Mean and standard deviation."""
    told = measure_text(measure, found.mean)
    return told if found.deviation is None else f"{told} ± {measure_text(measure, found.deviation)}"


def _group_text(line: Line, column: str, cells: Cells) -> str:
    loss = spread_of(line.trials, "test_loss", cells.rows)
    match column:
        case "test_loss":
            return spread_text(column, loss) if loss is not None else ""
        case "median":
            return measure_text("test_loss", loss.median) if loss is not None else ""
        case "n":
            count = loss.n if loss is not None else 0
            return f"{count} / {len(line.trials)}" if count < len(line.trials) else f"{count}"
        case "test_accuracy" | "epochs":
            found = spread_of(line.trials, column, cells.rows)
            return measure_text(column, found.mean) if found is not None else ""
        case "state":
            return _states(line, cells)
    return ""


def _states(line: Line, cells: Cells) -> str:
    """Of a group only what is not as it should be, or under way."""
    running = sum(trial.key in cells.under_way for trial in line.trials)
    broken = sum(
        row.state in ("diverged", "failed", "lost")
        for trial in line.trials
        if (row := cells.rows.get(trial.key)) is not None
    )
    return some_running_text(running, broken)


def _run_text(line: Line, column: str, cells: Cells) -> str:
    (trial,) = line.trials
    row, progress = cells.rows.get(trial.key), cells.under_way.get(trial.key)
    if column == STATE:
        if progress is not None:
            return state_text("running")
        return state_text(row.state, row) if row is not None else state_text("waiting")
    if progress is not None and column in ("epochs", "test_loss"):
        newest = progress.curves.get("validation") or [float("nan")]
        return f"{progress.epoch:,}" if column == "epochs" else measure_text("test_loss", newest[-1])
    if column in ("test_loss", "test_accuracy", "epochs"):
        value = measured(row, column)
        return "" if value is None else measure_text(column, value)
    return ""
