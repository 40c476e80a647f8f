"""What the losses of a run say: that they jump, that validation parts from training, that they stand still."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from playground.advice.finding import Evidence
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.frames.arrays import Floats
from playground.frames.run import Curves

# Epochs: the newest that are looked at, and the fewest that say something.
WINDOW, FEWEST = 100, 40
# A jump is a rise by so much of the typical loss, and of the loss of a network that knows nothing.
RISE, OF_NAIVE = 0.1, 0.05
# Of the newest epochs so many jump, and where they did before, so many still do.
JUMPING, STILL_JUMPING = 0.15, 0.05
# Validation is so much above its best, and at least so much of the loss of a network that knows nothing.
WORSE, APART = 1.2, 0.07
# A loss stands still while it stays so close to what it is, for so many epochs, this high above nothing.
CLOSE, LONG, HIGH = 0.01, 500, 0.3
POINTS = 48


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """A run's losses since its network or its training last changed: int64 and float (rows,), as in Curves.

    low, high, mean, middles: of stretches of epochs, (stretches,); where every epoch is there, a stretch is one.
    naive: the loss of a network that answers the same everywhere.
    """

    epochs: NDArray[np.int64]
    train: Floats
    validation: Floats
    middles: NDArray[np.int64]
    low: Floats
    high: Floats
    mean: Floats
    validation_mean: Floats
    naive: float

    @property
    def every_epoch(self) -> bool:
        return len(self.middles) == len(self.epochs)


def losses_since(curves: Curves, epoch: int, document: Document) -> Losses:
    """Of these curves what comes after that epoch."""
    naive = naive_loss(document, curves)
    kept = curves.epochs >= epoch
    epochs, train, validation = curves.epochs[kept], curves.train_loss[kept], curves.validation_loss[kept]
    if not len(curves.mean_epochs):
        return Losses(epochs, train, validation, epochs, train, train, train, validation, naive)
    size = max(1, int(curves.mean_epochs[1] - curves.mean_epochs[0])) if len(curves.mean_epochs) > 1 else 1
    whole = curves.mean_epochs - size // 2 >= epoch
    places = curves.epochs // size
    stretches = np.flatnonzero(whole)
    starts, ends = np.searchsorted(places, stretches), np.searchsorted(places, stretches, side="right")
    ends = np.maximum(ends, starts + 1)
    rows = [curves.train_loss[start:end] for start, end in zip(starts, ends, strict=True)]
    low, high = (np.array([end(row) for row in rows], np.float32) for end in (np.min, np.max))
    means = (curves.mean("train_loss")[whole], curves.mean("validation_loss")[whole])
    return Losses(epochs, train, validation, curves.mean_epochs[whole], low, high, means[0], means[1], naive)


def naive_loss(document: Document, curves: Curves) -> float:
    """The loss of a network that knows nothing of its inputs; where that is not known, the first of the run."""
    loss, facts = loss_of(document), document.data.facts
    if loss.looks_behind:
        return log(facts.outputs)
    if facts.task == "binary":
        # Of ±1, or of 0 and 1, with an answer in the middle.
        return (0.25 if loss.targets == "bit" else 1.0) * loss.weight
    return float(curves.train_loss[0]) if len(curves.train_loss) else 1.0


def jumps(losses: Losses, before: bool = False) -> tuple[float, float] | None:
    """Between what values the loss goes up and down, where it does so too often to learn by.

    `before`: it did so a moment ago, so that fewer jumps are enough and nothing flickers.
    """
    if losses.every_epoch:
        return _jumps_by_epoch(losses, STILL_JUMPING if before else JUMPING)
    low, high, mean = losses.low[-WINDOW // 4 :], losses.high[-WINDOW // 4 :], losses.mean[-WINDOW // 4 :]
    if len(low) < FEWEST // 4:
        return None
    reach = high - low
    # A peak now and then is no jumping: there the mean stays at the foot of the stretch.
    wide = (reach > 2 * RISE * mean) & (reach > 2 * OF_NAIVE * losses.naive) & (mean - low > 0.2 * reach)
    return (float(low.min()), float(high.max())) if wide.mean() > 0.5 else None


def _jumps_by_epoch(losses: Losses, least: float) -> tuple[float, float] | None:
    recent = losses.train[-WINDOW:].astype(float)
    if len(recent) < FEWEST:
        return None
    rises, typical = np.diff(recent), float(np.median(recent))
    jumping = (rises > RISE * typical) & (rises > OF_NAIVE * losses.naive)
    return (float(recent.min()), float(recent.max())) if jumping.mean() >= least else None


def parted(losses: Losses) -> tuple[int, float, float] | None:
    """Since which epoch validation has parted from training, its loss then, and now."""
    if len(losses.validation) < FEWEST:
        return None
    best = int(np.argmin(losses.validation))
    since, lowest = int(losses.epochs[best]), float(losses.validation[best])
    after = losses.middles > since
    later = int(losses.epochs[-1]) - since
    recent = losses.middles >= losses.epochs[-1] - max(5, later // 4)
    if later < FEWEST // 2 or not (after & recent).any():
        return None
    # All of the last quarter, not a peak of it.
    now = float(np.median(losses.validation_mean[after & recent]))
    learns_on = float(np.median(losses.mean[after & recent])) < 0.95 * float(losses.train[best])
    worse = now > WORSE * lowest and now - lowest > APART * losses.naive
    return (since, lowest, now) if worse and learns_on else None


def stood_still(losses: Losses) -> int:
    """For how many epochs the train loss has been what it is, where that is far from learned; 0 where it has not."""
    if not len(losses.middles) or int(losses.epochs[-1] - losses.epochs[0]) < LONG:
        return 0
    smooth = _smooth(losses)
    level = smooth[-1]
    if level < HIGH * losses.naive:
        return 0
    moved = np.flatnonzero(np.abs(smooth - level) > CLOSE * level)
    since = int(losses.middles[moved[-1]]) if len(moved) else int(losses.epochs[0])
    stood = int(losses.epochs[-1]) - since
    return stood if stood >= LONG else 0


def _smooth(losses: Losses) -> NDArray[np.float64]:
    """The means over some stretches before each, so that the wobble of batches is no movement."""
    width = 50 if losses.every_epoch else 4
    sums = np.cumsum(np.append(0.0, losses.mean.astype(float)))
    ends = np.arange(1, len(losses.mean) + 1)
    starts = np.maximum(0, ends - width)
    return np.asarray((sums[ends] - sums[starts]) / (ends - starts))


def drawn(losses: Losses, sides: tuple[str, ...], marked: int | None = None) -> Evidence:
    """The losses of these sides over the epochs as small lines, and the epoch that is marked."""
    columns = {"train": losses.mean, "validation": losses.validation_mean}
    places = np.unique(np.linspace(0, len(losses.middles) - 1, POINTS).astype(int))
    found = np.array([columns[side][places] for side in sides], float)
    low, high = float(np.nanmin(found)), float(np.nanmax(found))
    # A line that hardly moves is drawn as one.
    reach = max(high - low, 0.1 * abs(high), 1e-12)
    lines = tuple(
        (side, tuple(np.round((row - low) / reach, 2).tolist())) for side, row in zip(sides, found, strict=True)
    )
    last = len(losses.middles) - 1
    at = None if marked is None else float(np.searchsorted(losses.middles, marked)) / max(last, 1)
    return Evidence(lines, None if at is None else round(min(at, 1.0), 2))
