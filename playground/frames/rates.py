"""The search for a learning rate: what is asked, what came of it, and how the curve is read.

After Smith, "Cyclical learning rates for training neural networks", 2017: the rate grows from step to step, and where
the loss falls steepest learning is fastest.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

LOWEST, HIGHEST, A_DECADE = 1e-6, 10.0, 60
"""The rates that are tried: both ends among them, so many in each power of ten."""
Values = NDArray[np.float64]
# Standard deviations of the bell that smooths, in decades: the curve, and the one whose slope is taken.
BELL, SLOPE_BELL = 0.12, 0.25
# A fall of the loss counts from this share of it on, and from so many standard errors of the smoothed curve.
LEAST_FALL, LEAST_ERRORS = 0.05, 4.0
# The loss has broken where it is so many times the least so far, and above where it began.
BROKEN = 4.0
# Points within which a curve that breaks says nothing.
FEW = A_DECADE // 2


@dataclass(frozen=True, slots=True)
class RateSearch:
    """Which is asked for: from the weights that are shown, or from the first ones of the seed."""

    from_first: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """What was tried so far, (tried,) each; `share_done` is 1 at the end.

    losses: of each batch as training has it, before its step at that rate. untaught: of the same batches, had nothing
    been learned meanwhile. epoch: of the network whose copy learns.
    """

    asked: RateSearch
    rates: Values
    losses: Values
    untaught: Values
    share_done: float
    epoch: int


@dataclass(frozen=True, slots=True)
class RatesRefused:
    """There is no network yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a search says. `rate`: where the loss falls steepest, None where it says nothing, and `why` then:
    "flat" (it hardly falls at any rate), "rises" (it only rises) or "broken" (it breaks at once).

    smooth: the loss at each rate up to `broken_at`, from which on it is broken, None for nowhere; what batches are
    harder than others is taken off. least: the rate at its lowest point, and the loss there.
    """

    rate: float | None
    why: str
    smooth: Values
    broken_at: float | None = None
    least: tuple[float, float] = (0.0, 0.0)


def tried_rates() -> Values:
    """Every rate, from the lowest to the highest, evenly by their logarithms."""
    count = round(np.log10(HIGHEST / LOWEST) * A_DECADE) + 1
    return np.geomspace(LOWEST, HIGHEST, count)


def broken_from(losses: Values) -> int | None:
    """The place from which on the loss is broken: no number, or far above all that it was; None for nowhere."""
    beginning, average, least = 0.0, 0.0, float("inf")
    for at, loss in enumerate(losses):
        if not isfinite(loss):
            return at
        # A mean over the steps before, so that one batch of hard rows breaks nothing.
        weight = max(0.1, 1 / (at + 1))
        average += (loss - average) * weight
        beginning = average if at < FEW else beginning
        least = min(least, average) if at >= A_DECADE // 6 else average
        if at >= A_DECADE // 6 and average > BROKEN * max(least, beginning):
            return at
    return None


def read(found: Rates) -> Reading:
    """What the curve of a search says."""
    broken = broken_from(found.losses)
    count = len(found.losses) if broken is None else broken
    rates, losses, untaught = found.rates[:count], found.losses[:count], found.untaught[:count]
    place = None if broken is None else float(found.rates[broken])
    smooth = _evened(losses, untaught, BELL)
    if count < FEW:
        return Reading(None, "broken", smooth, place)
    lowest = int(smooth.argmin())
    least, beginning = (float(rates[lowest]), float(smooth[lowest])), float(smooth[:FEW].mean())
    counts = LEAST_FALL * abs(beginning) + LEAST_ERRORS * _error(losses, untaught)
    if beginning - least[1] < counts:
        rises = broken is not None or float(smooth[-1]) - beginning > counts
        return Reading(None, "rises" if rises else "flat", smooth, place, least)
    slopes = np.gradient(_evened(losses, untaught, SLOPE_BELL), np.log10(rates))
    steepest = int(slopes[: lowest + 1].argmin())
    return Reading(rounded(float(rates[steepest])), "", smooth, place, least)


def rounded(rate: float) -> float:
    """To two digits, as a person would write it."""
    return float(f"{rate:.1e}")


def _evened(losses: Values, untaught: Values, bell: float) -> Values:
    """The smoothed losses, less what the batches there are harder than others as far as that goes into the loss.

    How far is the slope of the one over the other there: all of it before anything is learned, less and less after.
    """
    around, usual = _smoothed(losses, bell), _smoothed(untaught, bell)
    wide = SLOPE_BELL
    together = _smoothed(losses * untaught, wide) - _smoothed(losses, wide) * _smoothed(untaught, wide)
    alone = _smoothed(untaught**2, wide) - _smoothed(untaught, wide) ** 2
    part = np.divide(together, alone, out=np.zeros_like(alone), where=alone > 0).clip(0, 1)
    if not len(losses):
        return around
    found: Values = np.maximum(around - part * (usual - untaught.mean()), losses.min())
    return found


def _smoothed(values: Values, bell: float) -> Values:
    """The mean of what lies around each, weighted by a bell; at the ends of what there is."""
    reach = round(3 * bell * A_DECADE)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (bell * A_DECADE)) ** 2)
    if not len(values):
        return values
    whole = np.convolve(np.ones(len(values)), weights)[reach : reach + len(values)]
    found: Values = np.convolve(values, weights)[reach : reach + len(values)] / whole
    return found


def _error(losses: Values, untaught: Values) -> float:
    """The standard error of the smoothed curve where hardly anything is learned yet."""
    within = 2 * np.sqrt(np.pi) * BELL * A_DECADE
    early = slice(0, 2 * A_DECADE)
    return float((losses - untaught)[early].std() / np.sqrt(within))
