"""The commands that have come to a worker and are still to be done."""

from __future__ import annotations

import queue
from collections import deque
from dataclasses import replace
from itertools import takewhile

from playground.frames.commands import (
    BringBack,
    Command,
    Reset,
    SetAside,
    SetWeight,
    TakeDocument,
    TakeState,
    TakeTraining,
)

# What is done to the network of the documents before it: of these the newest has to stand by then.
NEED_THEIR_DOCUMENT = (SetAside, BringBack, Reset)


class Asked:
    """In their order, from a queue that another thread fills."""

    def __init__(self, commands: queue.SimpleQueue[Command], first: Command) -> None:
        self._queue = commands
        self._waiting: deque[Command] = deque([first])

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def fetch(self, seconds: float | None = 0.0) -> None:
        """Take in what has come; where there is nothing, wait that long for it, None for ever."""
        try:
            if not self._waiting and seconds != 0.0:
                self._waiting.append(self._queue.get(timeout=seconds))
            while True:
                self._waiting.append(self._queue.get_nowait())
        except queue.Empty:
            return

    def next(self) -> Command:
        """The one that came first."""
        return self._waiting.popleft()

    def newest(self, asked: TakeDocument) -> TakeDocument:
        """That document, or the newest that may stand in its place; anew where any of them is."""
        self.fetch()
        free = takewhile(lambda one: not isinstance(one, NEED_THEIR_DOCUMENT), self._waiting)
        later = [asked, *(one for one in free if isinstance(one, TakeDocument))]
        weights = next((one.weights for one in reversed(later) if one.anew), {})
        return replace(later[-1], anew=any(one.anew for one in later), weights=weights)

    def is_turned_on(self, asked: SetWeight) -> bool:
        """Whether a weight that is being turned has another number by now: an engine that is slow skips this one."""
        later = self._waiting[0] if self._waiting else None
        return asked.again and isinstance(later, SetWeight) and later.again

    def brings_another(self, kind: type[Command]) -> bool:
        """Whether a later command of that kind has come."""
        self.fetch()
        return any(isinstance(one, kind) for one in self._waiting)

    @property
    def brings_a_state(self) -> bool:
        """Whether a network that has learned is on its way."""
        return any(isinstance(one, TakeState | TakeTraining) for one in self._waiting)
