"""When a run stops by itself."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.limits import check, choice, flag, real, whole
from playground.document.schedules import WATCHED


@dataclass(frozen=True, slots=True)
class Stopping:
    """Rules that stop a run after an epoch; 0 turns each of them off. `until_accuracy` is in percent.

    `until_epochs` acts when that epoch is reached; `until_loss` and `until_accuracy` when the watched loss, or the
    accuracy on the same points, comes there; `patience` after so many epochs in which the watched loss was never
    lower than its best by more than `least_gain` (Keras's EarlyStopping). With `restore_best` and a patience the
    network is again what it was at its best epoch when the run ends, whatever ends it: a rule, a loss that broke, the
    last epoch of a run without a window. A pause is no end.
    """

    until_epochs: int = whole(0, low=0, high=1_000_000)
    until_loss: float = real(0.0, low=0.0, high=1_000_000.0)
    until_accuracy: float = real(0.0, low=0.0, high=100.0)
    patience: int = whole(0, low=0, high=100_000)
    least_gain: float = real(0.0, low=0.0, high=1.0)
    restore_best: bool = flag(True)
    watched: str = choice("validation_loss", WATCHED)

    def __post_init__(self) -> None:
        check(self)

    @property
    def acts(self) -> bool:
        """Whether any rule is on."""
        return bool(self.until_epochs or self.until_loss or self.until_accuracy or self.patience)
