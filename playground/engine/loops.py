"""Compiled loops, kept by structure and bounded, so that a network seen before starts at once."""

from __future__ import annotations

import ctypes
import sys
from collections import OrderedDict
from collections.abc import Callable
from math import isqrt

from playground.engine.build import Structure
from playground.engine.probes.probes import Probes
from playground.engine.streaming.loop import StreamLoop
from playground.engine.train import Arrays, Loop, State

MOST_PLAIN = 12
# Each XLA compilation keeps 8 to 18 MB for good, so past this many structures the plain graph must do.
MOST_TWINS = 28
# Multiply-adds of one look at the plane, some 20 ms; and the side that every network affords.
LARGE_LOOK, COARSE_SIDE = 1_000_000_000, 40


class Loops:
    """Plain loops (the newest 12) and XLA twins (the first 28, kept for good)."""

    def __init__(self) -> None:
        self._plain: OrderedDict[Structure, tuple[Loop, Probes]] = OrderedDict()
        self._twins: dict[Structure, Loop] = {}
        self._refused: set[Structure] = set()

    def plain(self, spec: Structure) -> tuple[Loop, Probes]:
        """The plain graph's loop for this structure, and probes on it; either may still have to be traced."""
        if spec not in self._plain:
            self._plain[spec] = self._for_other_rows(spec) or self._made(spec)
        self._plain.move_to_end(spec)
        while len(self._plain) > MOST_PLAIN:
            self._plain.popitem(last=False)
        return self._plain[spec]

    @staticmethod
    def _made(spec: Structure) -> tuple[Loop, Probes]:
        loop = _loop(spec, twin=False)
        return loop, Probes(loop)

    def _for_other_rows(self, spec: Structure) -> tuple[Loop, Probes] | None:
        """Of a free structure that was here with other rows, the same functions: nothing is traced for a stroke."""
        for known, (loop, probes) in self._plain.items() if spec.free else ():
            if known.free and known.but_rows == spec.but_rows:
                return loop.for_rows(spec), probes
        return None

    def twin(self, spec: Structure) -> Loop | None:
        """The XLA twin if it has been compiled."""
        return self._twins.get(spec)

    def add_twin(self, spec: Structure, loop: Loop) -> None:
        self._twins[spec] = loop

    @property
    def twins(self) -> int:
        """How many structures have one."""
        return len(self._twins)

    def has_room(self) -> bool:
        return len(self._twins) < MOST_TWINS

    def twin_to_compile(self, spec: Structure, state: State, arrays: Arrays) -> Callable[[], None] | None:
        """The work of compiling the twin, which may be done in another thread; None where there is none to do.

        One that failed is not tried again.
        """
        # Each stroke would be another one; so what draws random numbers goes by the plain graph all along.
        if spec.free and spec.draws_random:
            return None
        # What draws random numbers goes by its twin whatever was compiled before, as one seed is one history.
        if spec in self._twins or spec in self._refused or not (spec.draws_random or self.has_room()):
            return None

        def compile_twin() -> None:
            try:
                loop = _loop(spec, twin=True)
                loop.warm_up(state, arrays)
            except Exception:
                self._refused.add(spec)
                raise
            self.add_twin(spec, loop)
            _give_back_memory()

        return compile_twin


def _loop(spec: Structure, twin: bool) -> Loop:
    return StreamLoop(spec, twin) if spec.streamed else Loop(spec, twin)


def _give_back_memory() -> None:
    """Hand the system what compiling took and needs no more, a third of it, where the C library can."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def is_slow(spec: Structure) -> bool:
    """Whether it moves windows over pictures or steps through sequences, much work for each row."""
    return any(node.layer.is_slow for node, _ in spec.nodes)


def look_side(spec: Structure, side: int, parameters: int) -> int:
    """How many points along a side of the plane, at most `side`, a look at each frame can afford.

    A look at every point of a large network would take longer than the training between two looks.
    """
    most = COARSE_SIDE if is_slow(spec) else max(COARSE_SIDE, isqrt(LARGE_LOOK // max(parameters, 1)))
    return min(side, most)
