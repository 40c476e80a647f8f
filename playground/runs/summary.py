"""Runs that differ by their seed alone, taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from statistics import mean, median, stdev

from playground.runs.axes import Value
from playground.runs.rows import Row
from playground.runs.trials import Trial


@dataclass(frozen=True, slots=True)
class Group:
    """The values that its runs share, how many runs there are and how many came to a result, and their validation loss.

    `deviation` is the sample's, None for a single result; all three are None where there is none.
    """

    settings: tuple[tuple[str, Value], ...]
    runs: int
    results: int
    mean: float | None
    deviation: float | None
    median: float | None


def loss_of_row(row: Row | None, states: Sequence[str] = ("done",)) -> float | None:
    """The validation loss of a run that was trained to its end."""
    loss = row.numbers.get("test_loss") if row is not None and row.state in states else None
    return float(loss) if isinstance(loss, int | float) and isfinite(loss) else None


def mean_loss(rows: Sequence[Row | None]) -> float | None:
    """Of the runs that have one, though they may have been stopped before their end."""
    found = [loss for row in rows if (loss := loss_of_row(row, ("done", "stopped"))) is not None]
    return mean(found) if found else None


def grouped(trials: Sequence[Trial], rows: Mapping[str, Row]) -> tuple[Group, ...]:
    """By everything that varies but the seed; the lowest mean first, groups without a result last."""
    members: dict[tuple[tuple[str, Value], ...], list[float | None]] = {}
    for trial in trials:
        members.setdefault(trial.shared, []).append(loss_of_row(rows.get(trial.key)))
    groups = (_group(settings, losses) for settings, losses in members.items())
    return tuple(sorted(groups, key=lambda group: (group.mean is None, group.mean or 0.0)))


def _group(settings: tuple[tuple[str, Value], ...], losses: Sequence[float | None]) -> Group:
    found = [loss for loss in losses if loss is not None]
    if not found:
        return Group(settings, len(losses), 0, None, None, None)
    spread = stdev(found) if len(found) > 1 else None
    return Group(settings, len(losses), len(found), mean(found), spread, median(found))
