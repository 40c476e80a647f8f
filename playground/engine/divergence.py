"""A run whose loss has grown beyond all numbers."""

from __future__ import annotations


class DivergedError(ArithmeticError):
    """The loss of an epoch was no number, or beyond all bounds.

    The weights are those of the epoch before, or of the last edit where that came later.
    """

    def __init__(self, epoch: int, loss: float) -> None:
        super().__init__(f"loss {loss:g} after epoch {epoch}")
        self.epoch, self.loss = epoch, loss
