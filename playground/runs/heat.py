"""A measure over two settings: a cell for each pair of values, over all that varies besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playground.runs.axes import Value
from playground.runs.lines import Spread, spread_of
from playground.runs.rows import Row
from playground.runs.trials import Trial


@dataclass(frozen=True, slots=True)
class Heat:
    """`cells`: (value across, value up) -> the runs there and what they came to, None where none did."""

    across: tuple[Value, ...]
    up: tuple[Value, ...]
    cells: Mapping[tuple[Value, Value], tuple[tuple[Trial, ...], Spread | None]]


def heat_of(trials: Sequence[Trial], rows: Mapping[str, Row], across: str, up: str, measure: str = "test_loss") -> Heat:
    """In the order in which the values were given."""
    members: dict[tuple[Value, Value], list[Trial]] = {}
    for trial in trials:
        settings = dict(trial.settings)
        members.setdefault((settings[across], settings[up]), []).append(trial)
    cells = {pair: (tuple(found), spread_of(found, measure, rows)) for pair, found in members.items()}
    columns, lines = dict.fromkeys(x for x, _ in members), dict.fromkeys(y for _, y in members)
    return Heat(tuple(columns), tuple(lines), cells)
