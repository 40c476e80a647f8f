"""Where the columns stand that bars, points and the numbers below them share: arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass

# Of an entry's width: the free room between samples, and how much of it its bars take.
BETWEEN, BARS = 0.5, 0.68
WIDEST = 132.0
# The axes of curves jump along these, and never slide.
LIMITS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)


@dataclass(frozen=True, slots=True)
class Lanes:
    """`left` of the first column, `wide` each, for `samples` rows of `entries`."""

    left: float
    wide: float
    samples: int
    entries: int

    def middle(self, sample: int, entry: int) -> float:
        """Where a column's middle stands."""
        return self.left + (sample * (self.entries + BETWEEN) + entry + 0.5) * self.wide

    def left_of(self, sample: int) -> float:
        return self.middle(sample, 0) - self.wide / 2

    def right_of(self, sample: int) -> float:
        return self.middle(sample, self.entries - 1) + self.wide / 2

    @property
    def right(self) -> float:
        return self.right_of(self.samples - 1)

    def at(self, x: float) -> tuple[int, int] | None:
        """The column at x, as sample and entry."""
        for sample in range(self.samples):
            for entry in range(self.entries):
                if abs(x - self.middle(sample, entry)) <= self.wide / 2:
                    return sample, entry
        return None


def lanes(left: float, right: float, samples: int, entries: int) -> Lanes:
    """Columns side by side from left to right, not wider than they need be."""
    count = samples * entries + (samples - 1) * BETWEEN
    return Lanes(left, min(WIDEST, max(20.0, right - left) / count), samples, entries)


def limit_for(*numbers: float) -> float:
    """The first of LIMITS that holds them all."""
    far = max((abs(number) for number in numbers), default=0.0)
    return next((limit for limit in LIMITS if far <= limit), far)
