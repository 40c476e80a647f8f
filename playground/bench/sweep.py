"""Sixty runs of the spiral: on two processes, one after another in one, and by Keras's fit."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

from playground.bench.speed import fit_of
from playground.document.examples import example
from playground.runs.axes import parse_axis
from playground.runs.here import HereRunner
from playground.runs.rows import Row
from playground.runs.trials import Trial, grid, seeds_axis
from playground.ui.assets import asset

EPOCHS, SEEDS = 100, 5
VARIED = ("learning_rate=0.003,0.01,0.03", "dense_1.units=4,8,16,32")


@dataclass(frozen=True, slots=True)
class Sweep:
    """Seconds for all runs once TensorFlow has loaded, and how often two processes are as fast.

    `fit_seconds` is reckoned from three epochs of each width after the first, times all epochs of all runs.
    `load` is the machine's before it begins: with other work on its cores the ratio says little.
    """

    runs: int
    epochs: int
    two_processes_seconds: float
    one_process_seconds: float
    fit_seconds_reckoned: float
    times_one_process: float
    times_fit: float
    load: float


def trials() -> tuple[Trial, ...]:
    """60 runs: 4 widths, 3 learning rates, 5 seeds."""
    document = example("spiral", asset("examples"))
    return grid(document, [*(parse_axis(document, text) for text in VARIED), seeds_axis(SEEDS)], EPOCHS)


def measure() -> Sweep:
    """Each in its own processes, one after the other."""
    load, runs = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0, trials()
    two, one = _seconds(runs, 2), _seconds(runs, 1)
    fit = _fit_seconds(runs)
    return Sweep(len(runs), EPOCHS, two, one, fit, one / two, fit / two, load)


def _seconds(runs: Sequence[Trial], workers: int) -> float:
    with HereRunner(workers) as runner:
        runner.warm_up()
        start = time.perf_counter()
        found = [event for event in runner.events(runs) if isinstance(event, Row)]
        seconds = time.perf_counter() - start
    if any(row.state != "done" for row in found):
        raise RuntimeError("a run did not come to its end")
    return seconds


def _fit_seconds(runs: Sequence[Trial]) -> float:
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    seconds = 0.0
    for kin in dict.fromkeys(trial.kin for trial in runs):
        alike = [trial for trial in runs if trial.kin == kin]
        session = Session(alike[0].document, Loops())
        fit = fit_of(session.keras_network(), session.arrays, session.spec.batches.usual)
        seconds += sum(trial.epochs for trial in alike) / fit()
    return seconds
