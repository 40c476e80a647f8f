"""What the charts of a run draw: its curves, smooth or not, the reach of their axis; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from playground.frames.run import Batches, Curves, both_sides
from playground.ui.plots.charts.smoothing import smoothed
from playground.ui.plots.charts.thinning import Values

FEWEST_EPOCHS, FEWEST_BATCHES = 10, 100


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Points (n,) of one curve, and (m,) of what is drawn over them while smoothing."""

    x: Values
    y: Values
    smooth_x: Values | None = None
    smooth_y: Values | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """An earlier run's curves of one measure, each (n,), under its name."""

    name: str
    x: Values
    train: Values
    validation: Values


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of the axis that is shown, and what it counts: "epoch" or "batch"."""

    low: float
    high: float
    unit: str = "epoch"


def over_epochs(curves: Curves, name: str, weight: float) -> Curve:
    """A column of the run. Of a long one the means of its stretches are smoothed, as its rows are its extremes."""
    values = curves.column(name)
    x = curves.epochs.astype(float)[: len(values)]
    if not weight:
        return Curve(x, values)
    if len(curves.mean(name)):
        return Curve(x, values, curves.mean_epochs.astype(float), smoothed(curves.mean(name), weight))
    return Curve(x, values, x, smoothed(values, weight))


def over_batches(batches: Batches, weight: float) -> tuple[Curve, Curve]:
    """The train loss of each batch, and the validation loss at each end of an epoch."""
    x = batches.steps.astype(float)
    smooth = (x, smoothed(batches.losses, weight)) if weight else (None, None)
    return Curve(x, batches.losses, *smooth), Curve(batches.ends.astype(float), batches.validation)


def behind(name: str, curves: Curves, measure: str) -> Behind:
    """An earlier run's loss or metric; empty where that run has none."""
    train, validation = map(curves.column, both_sides(measure))
    return Behind(name, curves.epochs[: len(train)].astype(float), train, validation)


def epochs_reach(curves: Curves) -> Reach:
    """From epoch 0 to the run's last."""
    last = int(curves.epochs[-1]) if len(curves.epochs) else 0
    return Reach(0, max(last, FEWEST_EPOCHS))


def batches_reach(batches: Batches) -> Reach:
    """The batches that are there, at least some."""
    first = float(batches.steps[0]) - 1 if len(batches.steps) else 0.0
    return Reach(first, max(first + len(batches.steps), first + FEWEST_BATCHES), "batch")
