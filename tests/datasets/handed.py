"""Random numbers that a test chooses or counts, handed out as numpy's Generator hands them out."""

import math

import numpy as np


class Handed:
    """These numbers, then `rest` again and again; `taken` counts."""

    def __init__(self, *numbers, rest=None):
        self.numbers, self.rest, self.taken = iter(numbers), rest, 0

    def random(self, shape=None):
        return self._next() if shape is None else np.reshape([self._next() for _ in range(math.prod(shape))], shape)

    def _next(self):
        self.taken += 1
        return next(self.numbers) if self.rest is None else next(self.numbers, self.rest)
