"""The losses of a run, epoch by epoch, and their thinned copy for the window."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.frames import Curves

MOST_SHOWN = 2_000


class Recorder:
    """Every epoch's row (train loss, validation loss, train accuracy, validation accuracy), from epoch 0 on."""

    def __init__(self, classifies: bool) -> None:
        self._rows = np.zeros((1_024, 4), np.float32)
        self.count = 0
        self.classifies = classifies

    def add(self, rows: NDArray[np.float32]) -> None:
        """Append rows, float32 (epochs, 4)."""
        needed = self.count + len(rows)
        if needed > len(self._rows):
            grown = np.zeros((max(needed, 2 * len(self._rows)), 4), np.float32)
            grown[: self.count] = self._rows[: self.count]
            self._rows = grown
        self._rows[self.count : needed] = rows
        self.count = needed

    def cut(self, count: int) -> None:
        """Forget all but the first rows."""
        self.count = min(self.count, count)

    def replace_last(self, row: NDArray[np.float32]) -> None:
        """Another network stands at the newest epoch: its row, float32 (1, 4), instead of the one before."""
        self._rows[self.count - 1] = row[0]

    def curves(self, most: int = MOST_SHOWN) -> Curves:
        """At most about `most` rows, evenly spaced, the newest always among them."""
        stride = 1
        while self.count // stride > most:
            stride *= 2
        shown = np.arange(0, self.count, stride)
        if self.count and shown[-1] != self.count - 1:
            shown = np.append(shown, self.count - 1)
        rows = self._rows[shown]
        nothing = np.zeros(0, np.float32)
        accuracies = (rows[:, 2], rows[:, 3]) if self.classifies else (nothing, nothing)
        return Curves(shown.astype(np.int64), rows[:, 0], rows[:, 1], *accuracies)
