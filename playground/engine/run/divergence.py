"""A run whose loss has grown beyond all numbers."""

from __future__ import annotations

import numpy as np

from playground.frames.arrays import Floats
from playground.frames.run import Status, both_sides

EXPLODED = 1e12


class DivergedError(ArithmeticError):
    """The loss of an epoch was no number, or beyond all bounds.

    The weights are those of the epoch before, or of the last edit where that came later. `formula` is the one that had
    no number for what came in, as it was typed; "" where none is to blame.
    """

    def __init__(self, epoch: int, loss: float, formula: str = "") -> None:
        super().__init__(f"loss {loss:g} after epoch {epoch}")
        self.epoch, self.loss, self.formula = epoch, loss, formula

    @property
    def status(self) -> Status:
        """What the window is told of it."""
        return Status("diverged", "diverged", (("epoch", self.epoch), ("loss", self.loss), ("formula", self.formula)))


def unbroken(rows: Floats, names: tuple[str, ...]) -> int:
    """How many of these rows (epochs, columns) come before the first whose losses broke.

    The losses alone tell: a metric may have no value where all is well.
    """
    losses = rows[:, [names.index(name) for name in both_sides("loss")]]
    good = np.all(np.isfinite(losses) & (losses < EXPLODED), axis=1)
    return len(rows) if good.all() else int(np.argmin(good))
