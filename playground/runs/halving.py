"""Successive halving: all train a little, the better part goes on, and only the best train to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Protocol

from playground.runs.rows import FINISHED, Progress, Row
from playground.runs.summary import mean_loss
from playground.runs.trials import Trial

PART = 3
"""One in so many goes on, for so many times the epochs."""

Asked = Callable[[], bool]


class Runner(Protocol):
    """What trains: processes of this machine, or a cluster."""

    def events(self, trials: Sequence[Trial], is_asked: Asked = ...) -> Iterator[Progress | Row]: ...


def rungs(groups: int, epochs: int) -> tuple[int, ...]:
    """The epochs at which runs are compared, the last being all: as many as there are groups for, at least 1 each."""
    found = [epochs]
    while groups >= PART and found[0] // PART >= 1:
        groups = -(-groups // PART)
        found.insert(0, found[0] // PART)
    return tuple(found)


def train(
    runner: Runner, trials: Sequence[Trial], rows: Mapping[str, Row], is_asked: Asked, halving: bool = False
) -> Iterator[Progress | Row]:
    """What happens until each trial has its row in `rows`, which whoever listens keeps as they come.

    With `halving` a trial may end before its last epoch, with a row that says so; see `standing`.
    """
    going_on = list(trials)
    steps = _steps(trials, halving)
    for step in steps:
        # Two combinations may come to the same run.
        missing = {one.key_at(step): one for one in going_on if not is_finished(rows.get(one.key_at(step)))}
        if missing:
            asked = tuple(replace(one, until=step if step < one.epochs else 0) for one in missing.values())
            yield from runner.events(asked, is_asked)
        if is_asked():
            return
        if step != steps[-1]:
            going_on = better(going_on, step, rows)


def _steps(trials: Sequence[Trial], halving: bool) -> tuple[int, ...]:
    if not halving or not trials:
        return (0,)
    return rungs(len({trial.shared for trial in trials}), max(trial.epochs for trial in trials))


def work(trials: Sequence[Trial], rows: Mapping[str, Row], halving: bool = False) -> int:
    """About how many epochs are to be trained until each has its row."""
    left, going_on = 0, len(trials)
    for step in _steps(trials, halving):
        asked = {trial.key_at(step): min(step, trial.epochs) or trial.epochs for trial in trials}
        # A run of no epochs is something to do as well.
        lengths = [max(epochs, 1) for key, epochs in asked.items() if not is_finished(rows.get(key))]
        done = len(asked) - len(lengths)
        wanted = min(max(going_on - done, 0), len(lengths))
        left += round(sum(lengths) * wanted / len(lengths)) if lengths else 0
        going_on = -(-going_on // PART)
    return left


def is_finished(row: Row | None) -> bool:
    return row is not None and row.state in FINISHED


def better(trials: Sequence[Trial], step: int, rows: Mapping[str, Row]) -> list[Trial]:
    """Those of the best groups, a third of all, by their mean validation loss after that many epochs.

    A group with a run that broke comes last.
    """
    members: dict[object, list[Row | None]] = {}
    for trial in trials:
        members.setdefault(trial.shared, []).append(rows.get(trial.key_at(step)))
    losses = {shared: _loss(found) for shared, found in members.items()}
    best = sorted(losses, key=lambda shared: losses[shared])[: -(-len(losses) // PART)]
    return [trial for trial in trials if trial.shared in best]


def _loss(rows: Sequence[Row | None]) -> float:
    if any(row is None or row.state not in ("done", "stopped") for row in rows):
        return inf
    found = mean_loss(rows)
    return inf if found is None else found


def standing(trials: Sequence[Trial], rows: Mapping[str, Row], halving: bool = False) -> dict[str, Row]:
    """The key of each whole trial -> the furthest row that there is of it, under that key."""
    found, steps = {}, _steps(trials, halving)
    for trial in trials:
        of_it = (rows.get(trial.key_at(step)) for step in reversed(steps))
        if (row := next((one for one in of_it if one is not None), None)) is not None:
            found[trial.key] = replace(row, key=trial.key)
    return found
