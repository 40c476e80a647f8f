"""David Bau's seedrandom 2.4.3, the random numbers behind a TensorFlow Playground link."""

from __future__ import annotations

_WIDTH = 256
_CHUNKS = 6
_SIGNIFICANCE = 2.0**52


class SeedRandom:
    """Numbers of U(0, 1) from the text of a seed, as `Math.seedrandom(text)` gives them: ARC4 over 256 bytes."""

    def __init__(self, text: str) -> None:
        self._state = _schedule(_key(text))
        self._i = self._j = 0
        for _ in range(_WIDTH):
            self._byte()

    def __call__(self) -> float:
        """The next number, with all 52 bits after the binary point random."""
        numerator, denominator, last = 0.0, 1.0, 0
        for _ in range(_CHUNKS):
            numerator, denominator = numerator * _WIDTH + self._byte(), denominator * _WIDTH
        while numerator < _SIGNIFICANCE:
            numerator, denominator = (numerator + last) * _WIDTH, denominator * _WIDTH
            last = self._byte()
        while numerator >= 2 * _SIGNIFICANCE:
            numerator, denominator, last = numerator / 2, denominator / 2, last >> 1
        return (numerator + last) / denominator

    def _byte(self) -> int:
        state = self._state
        self._i = i = (self._i + 1) % _WIDTH
        self._j = j = (self._j + state[i]) % _WIDTH
        state[i], state[j] = state[j], state[i]
        return state[(state[i] + state[j]) % _WIDTH]


def _key(text: str) -> list[int]:
    """The text's characters mixed into at most 256 bytes."""
    key: list[int] = []
    smear = 0
    for place, character in enumerate(text):
        if place < _WIDTH:
            key.append(0)
        smear ^= key[place % _WIDTH] * 19
        key[place % _WIDTH] = (smear + ord(character)) % _WIDTH
    return key or [0]


def _schedule(key: list[int]) -> list[int]:
    """ARC4's first state: 0 to 255, swapped about by the key."""
    state = list(range(_WIDTH))
    j = 0
    for i in range(_WIDTH):
        j = (j + key[i % len(key)] + state[i]) % _WIDTH
        state[i], state[j] = state[j], state[i]
    return state
