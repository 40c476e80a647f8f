"""David Bau's seedrandom 2.4.3, the random numbers behind a TensorFlow Playground link."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

# All of it stands in a script as it is, but for the types.


def arc4(text: str) -> Iterator[int]:
    """The bytes of ARC4 with this text as its key."""
    key = [ord(letter) % 256 for letter in text] or [0]
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + key[i % len(key)] + state[i]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    while True:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        yield state[(state[i] + state[j]) % 256]


class SeedRandom:
    """David Bau's seedrandom 2.4.3, the random numbers of TensorFlow Playground."""

    def __init__(self, text: str) -> None:
        self.bytes = arc4(text)
        for _ in range(256):
            next(self.bytes)

    def random(self, shape: tuple[int, ...] | None = None) -> Any:
        """A number of U(0, 1), or an array of them."""
        if shape is None:
            return self.number()
        return np.reshape([self.number() for _ in range(math.prod(shape))], shape)

    def number(self) -> float:
        """The next number, with 53 random bits."""
        bits, scale = 0, 1
        while bits < 2**52:
            bits, scale = 256 * bits + next(self.bytes), 256 * scale
        spare = bits.bit_length() - 53
        return (bits >> spare) / (scale >> spare)
