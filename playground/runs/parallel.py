"""Parallel coordinates: each run a line over several scales; arithmetic only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10

from playground.runs.axes import Value
from playground.runs.lines import Line, names_of, value_of
from playground.runs.rows import Row
from playground.runs.trials import SEED, Trial

MEASURES = ("train_loss", "test_loss", "test_accuracy")
DECADES = 9.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A column and its values from the bottom to the top: words in order, or numbers, which may be powers of ten."""

    column: str
    words: tuple[Value, ...]
    low: float
    high: float
    logarithmic: bool

    def share(self, value: Value) -> float | None:
        """How high a value stands, 0 to 1."""
        if self.words:
            return self.words.index(value) / max(len(self.words) - 1, 1) if value in self.words else None
        if not isinstance(value, int | float):
            return None
        low, high, at = self.low, self.high, float(value)
        if self.logarithmic:
            low, high, at = log10(low), log10(high), log10(max(at, self.low))
        return (at - low) / (high - low) if high > low else 0.5

    def value(self, share: float) -> float:
        """The number at that height."""
        if self.logarithmic:
            return float(10 ** (log10(self.low) + share * (log10(self.high) - log10(self.low))))
        return self.low + share * (self.high - self.low)


def scales_of(trials: Sequence[Trial], rows: Mapping[str, Row]) -> tuple[Scale, ...]:
    """Of what varies but the seed, then of what came of it, where any run came to something."""
    columns = [name for name in names_of(trials) if name != SEED] + list(MEASURES)
    return tuple(scale for column in columns if (scale := scale_of(trials, rows, column)) is not None)


def scale_of(trials: Sequence[Trial], rows: Mapping[str, Row], column: str) -> Scale | None:
    """Of one column; None where no run has a value."""
    lines = (Line((trial,), dict(trial.settings)) for trial in trials)
    values = list(dict.fromkeys(value for line in lines if (value := value_of(line, column, rows)) is not None))
    return _scale(column, values) if values else None


def _scale(column: str, values: Sequence[Value]) -> Scale:
    numbers = [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) < len(values):
        return Scale(column, tuple(values), 0.0, 1.0, False)
    low, high = min(numbers), max(numbers)
    return Scale(column, (), low, high, low > 0 and high / low >= DECADES)
