"""The vertical scale of the columns: which values it reaches, where its lines are, and where a value stands."""

from __future__ import annotations

from dataclasses import dataclass

from playground.lab.losses import LossQuestion

# Scales jump along these, and never slide.
LIMITS = (1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
LEAST_LOGITS = 5.0


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` at the height `bottom` to `high` at `top`, in pixels down."""

    low: float
    high: float
    bottom: float = 0.0
    top: float = 0.0

    @property
    def ticks(self) -> tuple[float, ...]:
        """Lines at its ends and in its middle, and at the quarters of one that goes both ways."""
        parts = 4 if self.low < 0 else 2
        return tuple(self.low + (self.high - self.low) * part / parts for part in range(parts + 1))

    def y(self, value: float) -> float:
        """Where a value stands, at the nearest end if it is beyond."""
        inside = min(max(value, self.low), self.high)
        return self.bottom + (self.top - self.bottom) * (inside - self.low) / (self.high - self.low)

    def value(self, y: float) -> float:
        """Which value stands there, within the scale."""
        value = self.low + (self.high - self.low) * (y - self.bottom) / (self.top - self.bottom)
        return min(max(value, self.low), self.high)


def scale_of(question: LossQuestion) -> Scale:
    """Shares from 0 to 1; others as far as their numbers reach, with room to drag on."""
    if question.reading == "probabilities":
        return Scale(0.0, 1.0)
    rows = question.predictions if question.of_logits else (*question.predictions, *question.targets)
    numbers = [number for row in rows for number in row]
    far = max(map(abs, numbers))
    limit = next((limit for limit in LIMITS if far < limit), far)
    if question.of_logits:
        limit = max(limit, LEAST_LOGITS)
    # What never was below 0 needs no room there, unless a side is told by a sign.
    signed = question.of_logits or question.kind.compares == "sides" or min(numbers) < 0
    return Scale(-limit if signed else 0.0, limit)
