"""How the learning rate changes over a run: each schedule gives the share of the set rate that an epoch has."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi

from playground.document.limits import check, choice, real, whole

WATCHED = ("validation_loss", "train_loss")


@dataclass(frozen=True, slots=True)
class Schedule:
    """A share of the learning rate for each epoch, so that setting another rate scales all that is to come."""

    def __post_init__(self) -> None:
        check(self)

    def share(self, epoch: int) -> float:
        """What epoch number `epoch`, counted from 0, has of the set rate, where the epoch alone decides that."""
        return 1.0

    @property
    def span(self) -> int:
        """Epochs within which its shape shows, 0 where it has none."""
        return 0


@dataclass(frozen=True, slots=True)
class Constant(Schedule):
    """The set rate throughout."""


@dataclass(frozen=True, slots=True)
class StepDecay(Schedule):
    """After every so many epochs, times the factor at once."""

    every: int = whole(50, low=1, high=100_000)
    factor: float = real(0.5, low=0.001, high=0.999)

    def share(self, epoch: int) -> float:
        return float(self.factor ** (epoch // self.every))

    @property
    def span(self) -> int:
        return 5 * self.every


@dataclass(frozen=True, slots=True)
class ExponentialDecay(Schedule):
    """Times the factor over every so many epochs, a little at each; Keras's ExponentialDecay by epochs."""

    every: int = whole(50, low=1, high=100_000)
    factor: float = real(0.5, low=0.001, high=0.999)

    def share(self, epoch: int) -> float:
        return float(self.factor ** (epoch / self.every))

    @property
    def span(self) -> int:
        return 5 * self.every


@dataclass(frozen=True, slots=True)
class CosineDecay(Schedule):
    """Down half a wave of the cosine over so many epochs, then level; Keras's CosineDecay by epochs."""

    over: int = whole(200, low=1, high=100_000)
    lowest: float = real(0.0, low=0.0, high=1.0)

    def share(self, epoch: int) -> float:
        wave = 0.5 * (1 + cos(pi * min(epoch, self.over) / self.over))
        return self.lowest + (1 - self.lowest) * wave

    @property
    def span(self) -> int:
        return round(1.25 * self.over)


@dataclass(frozen=True, slots=True)
class OnPlateau(Schedule):
    """Times the factor whenever the watched loss has not got better for so many epochs; Keras's ReduceLROnPlateau.

    The losses decide, so `share` is what it is before the first time. Better is lower by more than `least_gain`.
    """

    factor: float = real(0.5, low=0.001, high=0.999)
    patience: int = whole(10, low=1, high=100_000)
    lowest: float = real(0.001, low=0.0, high=1.0)
    watched: str = choice("validation_loss", WATCHED)
    least_gain: float = real(0.0001, low=0.0, high=1.0)

    @property
    def span(self) -> int:
        return 10 * self.patience


SCHEDULES: dict[str, type[Schedule]] = {
    kind.__name__: kind for kind in (Constant, StepDecay, ExponentialDecay, CosineDecay, OnPlateau)
}
