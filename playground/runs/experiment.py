"""An experiment as a value: what varies, what it was begun with, and what is known of its runs; and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from math import inf
from typing import Any

from playground.document.document import Document
from playground.document.files.checked import FileError
from playground.document.files.file import document_of, dumps
from playground.frames.device import is_device
from playground.runs.axes import Axis, AxisError, Value, settings_of
from playground.runs.halving import standing
from playground.runs.rows import Row, row_of
from playground.runs.summary import mean_loss
from playground.runs.trials import SEED, Trial, by_chance, grid, seeds_axis

HOWS = ("grid", "random", "halving")
NUMBERS = {"seeds": (1, 1_000), "count": (1, 10_000), "chance": (0, 2**31 - 1), "epochs": (1, 1_000_000),
           "workers": (0, 256)}  # fmt: skip
MOST_ROWS = 100_000
MOST_SAVED, MOST_NUMBERS, FEWEST_POINTS = 48 << 20, 300_000, 8
"""Letters of outputs and of what was learned, and numbers of curves, that a project's file has of an experiment."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What varies and how it is gone through.

    seeds: of each combination. count: combinations that chance takes, with the seed `chance`. workers: processes, 0
    for as many as the machine has room for. cluster: the address of a scheduler, "" for this machine, whose `device` is
    as `frames/device.py` names them.
    """

    axes: tuple[Axis, ...] = ()
    seeds: int = 3
    how: str = "grid"
    count: int = 20
    chance: int = 1
    epochs: int = 100
    workers: int = 0
    cluster: str = ""
    device: str = ""

    def trials(self, document: Document) -> tuple[Trial, ...]:
        """Every run of the document by this plan. Raises AxisError."""
        axes = [*self.axes]
        if not any(axis.name == SEED for axis in axes):
            axes.append(seeds_axis(self.seeds))
        if self.how == "random":
            return by_chance(document, axes, self.count, self.chance, self.epochs)
        return grid(document, axes, self.epochs)


@dataclass(frozen=True)
class Experiment:
    """A plan, the document that it varies, and the rows there are, by their keys."""

    plan: Plan
    base: Document
    rows: Mapping[str, Row] = field(default_factory=dict)

    @cached_property
    def trials(self) -> tuple[Trial, ...]:
        return self.plan.trials(self.base)

    def with_rows(self, rows: Mapping[str, Row]) -> Experiment:
        """The same trials with other rows; as it runs this is asked many times, and trials take long to make."""
        found = replace(self, rows=rows)
        found.__dict__["trials"] = self.trials
        return found

    @property
    def halving(self) -> bool:
        return self.plan.how == "halving"

    def standing(self) -> dict[str, Row]:
        """The furthest row of each run, by the run's key."""
        return standing(self.trials, self.rows, self.halving)


def plain_experiment(experiment: Experiment) -> dict[str, Any]:
    """In values of JSON, with the rows of its own runs alone."""
    plan = experiment.plan
    axes = [{"name": axis.name, "values": [_plain(value) for value in axis.values]} for axis in plan.axes]
    own = {trial.key for trial in experiment.trials}
    rows = [row.plain for row in saved([row for key, row in experiment.rows.items() if key.partition("@")[0] in own])]
    numbers = {name: getattr(plan, name) for name in (*NUMBERS, "how", "cluster", "device")}
    return {"plan": {**numbers, "axes": axes}, "base": json.loads(dumps(experiment.base)), "rows": rows}


def saved(rows: Sequence[Row]) -> list[Row]:
    """As a project has them: of very many runs the curves have fewer points, and the best alone their output and what
    they learned, as a project that is too large is not opened again."""
    points, left, found = max(FEWEST_POINTS, MOST_NUMBERS // (3 * len(rows) or 1)), MOST_SAVED, {}
    for row in sorted(rows, key=lambda row: mean_loss([row]) or inf):
        size = len(row.trained) + len(row.surface.get("base64", ""))
        left -= size
        kept = row if left >= 0 or not size else replace(row, trained="", surface={})
        found[row.key] = replace(kept, curves={side: _thinned(values, points) for side, values in row.curves.items()})
    return [found[row.key] for row in rows]


def _thinned(values: Sequence[float], points: int) -> Sequence[float]:
    """So many at most, evenly, both ends among them."""
    last = len(values) - 1
    return values if last < points else [values[round(at * last / (points - 1))] for at in range(points)]


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def experiment_of(content: object) -> Experiment | None:
    """And back; None where it is damaged: an experiment is never a reason not to open a project."""
    try:
        if not isinstance(content, dict):
            return None
        base = document_of(content.get("base"))
        rows = content.get("rows")
        found = [row_of(row) for row in rows[:MOST_ROWS]] if isinstance(rows, list) else []
        known = {row.key: row for row in found if row is not None}
        experiment = Experiment(_plan(content.get("plan"), base), base, known)
        return experiment if experiment.trials else None
    except (FileError, AxisError, ValueError, TypeError, RecursionError):
        return None


def _plan(content: Any, base: Document) -> Plan:
    known = settings_of(base)
    axes = []
    for one in content["axes"] if isinstance(content, dict) and isinstance(content.get("axes"), list) else []:
        values = tuple(tuple(value) if isinstance(value, list) else value for value in one["values"])
        if one["name"] not in known or not all(known[one["name"]].accepts(value) for value in values):
            raise ValueError(one["name"])
        axes.append(Axis(one["name"], values))
    given = {name: content[name] for name in content if name in {one.name for one in fields(Plan)} - {"axes"}}
    for name, (low, high) in NUMBERS.items():
        if name in given and not (type(given[name]) is int and low <= given[name] <= high):
            raise ValueError(name)
    if (
        given.get("how", "grid") not in HOWS
        or not isinstance(given.get("cluster", ""), str)
        or not is_device(given.get("device", ""))
    ):
        raise ValueError("how")
    return Plan(tuple(axes), **given)


def first_plan(document: Document, axes: Sequence[Axis]) -> Plan:
    """What is offered before anybody has said anything."""
    return Plan(tuple(axes), epochs=min(document.training.epochs, 100))
