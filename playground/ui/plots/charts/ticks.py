"""Where an axis has its numbers and how they are written; arithmetic only."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, isfinite, log10

from playground.ui.texts.numbers import number_text

SMALLEST = 1e-12


def step_for(span: float, about: int) -> float:
    """The step out of 1, 2, 2.5, 5 times a power of ten that cuts `span` into at most `about` parts."""
    rough = max(span, SMALLEST) / max(about, 1)
    power = 10.0 ** floor(log10(rough))
    for factor in (1, 2, 2.5, 5):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10 * power


def round_range(low: float, high: float, about: int = 5) -> tuple[float, float]:
    """The smallest range with round ends that holds low and high; ends move in steps, so axes do not jitter."""
    if not (isfinite(low) and isfinite(high)):
        return 0.0, 1.0
    if high - low < SMALLEST:
        high = low + max(abs(low), SMALLEST)
    step = step_for(high - low, about)
    return floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step


def linear_ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round values from low to high, at most about + 1 of them."""
    step = step_for(high - low, about)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [0.0 if index == 0 else index * step for index in range(first, last + 1)]


def decade_range(low: float, high: float) -> tuple[float, float]:
    """Exponents of the 1, 2 or 5 times a power of ten around the positive values low and high; never the same twice."""
    least, most = log10(max(low, SMALLEST)), log10(max(high, SMALLEST))
    steps = _decade_steps(floor(least) - 1, ceil(most) + 1)
    first = max(step for step in steps if step <= least + 1e-9)
    return first, min(step for step in steps if step >= most - 1e-9 and step > first)


def decade_ticks(first: float, last: float, about: int = 5) -> list[float]:
    """Exponents for the ticks of a logarithmic axis: powers of ten, with 2 and 5 between them where there are few."""
    if last - first < 1.5:
        return [step for step in _decade_steps(floor(first), ceil(last)) if first - 1e-9 <= step <= last + 1e-9]
    powers = range(ceil(first - 1e-9), floor(last + 1e-9) + 1)
    return [float(power) for power in powers[:: ceil(len(powers) / (about + 1))]]


def _decade_steps(first: int, last: int) -> list[float]:
    return [power + part for power in range(first, last + 1) for part in (0.0, log10(2), log10(5))]


def tick_texts(values: list[float]) -> list[str]:
    """The values written alike: as many decimals as their step needs, a real minus, powers where they are tiny."""
    largest = max((abs(value) for value in values), default=0.0)
    if largest and not 1e-3 <= largest < 1e4:
        return [number_text(value, 2) for value in values]
    step = min((b - a for a, b in pairwise(values)), default=largest or 1.0)
    decimals = next((digits for digits in range(7) if _whole(step * 10**digits)), 6)
    return [f"{value:,.{decimals}f}".replace("-", "−") for value in values]


def _whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6
