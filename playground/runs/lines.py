"""The table of runs: its lines, grouped, filtered and sorted; arithmetic only."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from statistics import mean, median, stdev

from playground.runs.axes import Value, value_text
from playground.runs.rows import Row
from playground.runs.trials import SEED, Trial

MEASURES = ("test_loss", "train_loss", "test_accuracy", "train_accuracy", "epochs", "seconds", "parameters")
SHORT = {"loss": "test_loss", "accuracy": "test_accuracy"}
COMPARED = re.compile(r"([\w.]+)(<=|>=|=|<|>)(\S+)")


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean, the sample's standard deviation (None for one), median and number of some values."""

    mean: float
    deviation: float | None
    median: float
    n: int


def spread(values: Sequence[float]) -> Spread | None:
    """None of no values."""
    if not values:
        return None
    return Spread(mean(values), stdev(values) if len(values) > 1 else None, median(values), len(values))


@dataclass(frozen=True, slots=True)
class Line:
    """A group of runs, or one run; `settings` are what its runs share, `inside` whether it is a run of a group."""

    trials: tuple[Trial, ...]
    settings: Mapping[str, Value]
    is_group: bool = False
    inside: bool = False

    @property
    def name(self) -> tuple[tuple[str, Value], ...]:
        """What tells a group from others."""
        return tuple(self.settings.items())


@dataclass(frozen=True, slots=True)
class Look:
    """How the table is looked at: grouped by some settings, sorted by a column, only what fits, some groups open.

    `within`: column -> lowest and highest value; a run outside is left out.
    """

    grouped_by: tuple[str, ...] = ()
    sorted_by: str = "test_loss"
    descending: bool = False
    query: str = ""
    within: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    opened: frozenset[tuple[tuple[str, Value], ...]] = frozenset()


def names_of(trials: Sequence[Trial]) -> tuple[str, ...]:
    """What varies, in the order of the plan."""
    return tuple(name for name, _ in trials[0].settings) if trials else ()


def usual_groups(trials: Sequence[Trial]) -> tuple[str, ...]:
    """Everything but the seed, where each combination has several."""
    names = names_of(trials)
    seeds = {dict(trial.settings).get(SEED) for trial in trials}
    return tuple(name for name in names if name != SEED) if len(seeds) > 1 else ()


def lines(trials: Sequence[Trial], rows: Mapping[str, Row], look: Look) -> tuple[Line, ...]:
    """Groups in order, each followed by its runs where it is open; without groups all runs in order."""
    kept = [trial for trial in trials if fits(trial, rows.get(trial.key), look)]
    runs = [Line((trial,), dict(trial.settings)) for trial in kept]
    if not look.grouped_by:
        return tuple(_sorted(runs, rows, look))
    members: dict[tuple[tuple[str, Value], ...], list[Trial]] = {}
    for trial in kept:
        shared = tuple((name, value) for name, value in trial.settings if name in look.grouped_by)
        members.setdefault(shared, []).append(trial)
    found: list[Line] = []
    for group in _sorted([Line(tuple(own), dict(shared), True) for shared, own in members.items()], rows, look):
        found.append(group)
        if group.name in look.opened:
            inside = [Line((trial,), dict(trial.settings), inside=True) for trial in group.trials]
            found += _sorted(inside, rows, look)
    return tuple(found)


def _sorted(found: list[Line], rows: Mapping[str, Row], look: Look) -> list[Line]:
    """What has no value comes last, whichever the order."""
    known = [(line, value) for line in found if (value := value_of(line, look.sorted_by, rows)) is not None]
    known.sort(key=lambda pair: _ordered(pair[1]), reverse=look.descending)
    names = {id(line) for line, _ in known}
    return [line for line, _ in known] + [line for line in found if id(line) not in names]


def _ordered(value: Value) -> tuple[bool, float, str]:
    is_number = isinstance(value, int | float)
    return not is_number, float(value) if isinstance(value, int | float) else 0.0, value_text(value)


def value_of(line: Line, column: str, rows: Mapping[str, Row]) -> Value | None:
    """What stands in a column: a setting that all its runs share, or the mean of a measure."""
    if column in line.settings:
        return line.settings[column]
    found = spread_of(line.trials, column, rows)
    return None if found is None else found.mean


def spread_of(trials: Collection[Trial], measure: str, rows: Mapping[str, Row]) -> Spread | None:
    """Of the runs that came to a result; of how far runs came, of all that have a row."""
    found = [measured(rows.get(trial.key), measure) for trial in trials]
    return spread([value for value in found if value is not None])


def measured(row: Row | None, measure: str) -> float | None:
    """The number, of a run that did not break."""
    states = ("done", "stopped") if measure not in ("epochs", "seconds") else ("done", "stopped", "diverged")
    value = row.numbers.get(measure) if row is not None and row.state in states else None
    return float(value) if isinstance(value, int | float) and isfinite(value) else None


def fits(trial: Trial, row: Row | None, look: Look) -> bool:
    """Whether a run is among what is looked at."""
    line, rows = Line((trial,), dict(trial.settings)), {} if row is None else {trial.key: row}
    for column, (low, high) in look.within.items():
        value = value_of(line, column, rows)
        if not isinstance(value, int | float) or not low <= value <= high:
            return False
    words = " ".join(f"{name}={value_text(value)}" for name, value in trial.settings)
    told = f"{words} {row.state if row is not None else ''}".lower()
    return all(_fits(term, line, rows, told) for term in look.query.split())


def _fits(term: str, line: Line, rows: Mapping[str, Row], told: str) -> bool:
    """`loss<0.2`, `units>=8`, `state`, or any part of what is written in the line."""
    compared = COMPARED.fullmatch(term)
    if compared is None:
        return term.lower() in told
    name, sign, text = compared.groups()
    columns = [SHORT.get(name, name), *(one for one in line.settings if one.endswith(f".{name}"))]
    found = next((value for one in columns if (value := value_of(line, one, rows)) is not None), None)
    try:
        wanted = float(text)
    except ValueError:
        return sign == "=" and found is not None and value_text(found).lower() == text.lower()
    if not isinstance(found, int | float):
        return False
    return {"<": found < wanted, ">": found > wanted, "<=": found <= wanted, ">=": found >= wanted,
            "=": found == wanted}[sign]  # fmt: skip
