"""The worker that trains now, and the one that takes its place when that has grown too large, or is gone."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from playground.document.document import Document
from playground.frames.commands import (
    BoundFilms,
    Command,
    GiveState,
    Look,
    Purpose,
    Reset,
    SetPace,
    TakeDocument,
    TakeState,
    TakeTraining,
)
from playground.frames.frame import Frame
from playground.frames.news import CPU, Done, Grown, Hello, News, Prepared, StateGiven
from playground.homes import Home

# What a worker has been told once holds for the next one too; documents come to it with the state.
LASTING = (Look, SetPace, BoundFilms)
# After so many documents one is taken over that the next worker has not prepared for: edits may go on for ever.
MOST_PREPARED = 3
# Seconds between two states that are kept against a crash.
KEEP_EVERY = 8.0
# So many workers that end by themselves within so many seconds are followed by another; then a person is asked.
TRIES, WITHIN = 3, 120.0


class Life:
    """One worker, and whether it answers."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._sent = self._done = 0
        self._last_done = 0.0

    @property
    def unanswered(self) -> float:
        """Seconds for which a command has not been done."""
        return time.monotonic() - self._last_done if self._sent > self._done else 0.0

    def send(self, command: Command) -> None:
        if self._sent == self._done:
            self._last_done = time.monotonic()
        self._sent += 1
        self.home.send(command)

    def receive(self) -> list[News]:
        """What is new. Raises EOFError where the worker is gone by itself."""
        found = self.home.receive()
        for news in found:
            if isinstance(news, Done):
                self._done, self._last_done = news.count, time.monotonic()
        return [news for news in found if not isinstance(news, Done)]


class Succession:
    """Commands go to one worker and news comes from one, whichever trains.

    A worker that has grown is asked for its state, which the next one prepares to go on from while the first trains on;
    then, between two frames, the newest state goes over. The newest state that was told is kept against a crash.
    """

    def __init__(self, document: Document, make_home: Callable[[Document, str], Home]) -> None:
        self._make_home = make_home
        self._taken, self._device = TakeDocument(document), CPU
        self._lasting: dict[type, Command] = {}
        self._present: Life | None = None
        self._next: Life | None = None
        # Whether the next worker is preparing, whether for a document of before, and for how many it was.
        self._preparing = self._outdated = False
        self._prepared = 0
        # Commands that wait for the next worker while the state goes over; None while no state does.
        self._held: list[Command] | None = None
        self._kept = b""
        # What a project came with, until there is a state since.
        self._opened: TakeTraining | None = None
        self._kept_at, self._has_moved = 0.0, False
        self._losses: deque[float] = deque(maxlen=TRIES + 1)

    def start(self) -> None:
        """Begin with a first worker."""
        self._present = self._begin()

    def _begin(self) -> Life:
        life = Life(self._make_home(self._taken.document, self._device))
        for command in self._lasting.values():
            life.send(command)
        return life

    @property
    def unanswered(self) -> float:
        """Seconds for which a command has not been done."""
        return self._present.unanswered if self._present is not None else 0.0

    def send(self, command: Command) -> None:
        """To the worker that trains; to the next one too what will still hold for it."""
        if isinstance(command, TakeDocument):
            self._kept = b"" if command.anew else self._kept
            # What was anew is so no more for the worker that comes after.
            self._taken = replace(command, anew=False)
            self._opened = None if command.anew else self._opened
        elif isinstance(command, TakeTraining):
            self._taken, self._opened, self._kept = TakeDocument(command.document, command.lineage), command, b""
        elif isinstance(command, Reset):
            # Frames of a worker that comes after are of the run since then, and so is the state it goes on from.
            self._taken, self._opened = replace(self._taken, lineage=command.lineage), None
            self._kept, self._kept_at, self._has_moved = b"", 0.0, True
        elif isinstance(command, LASTING):
            self._lasting[type(command)] = command
        if self._held is not None:
            self._held.append(command)
            return
        if self._present is not None:
            self._present.send(command)
        if self._next is not None and isinstance(command, LASTING):
            self._next.send(command)
        self._outdated = self._outdated or isinstance(command, TakeDocument)

    # News

    def receive(self) -> list[News]:
        """What is new. Raises EOFError where the worker is gone by itself; `start_again` has another one go on."""
        if self._present is None:
            return []
        try:
            found = self._present.receive()
        except EOFError:
            self._present.home.end(0.0)
            self._present = None
            self._losses.append(time.monotonic())
            raise
        told = [news for news in found if not self._is_own(news)]
        if self._next is not None:
            self._hear(self._next)
        self._has_moved = self._has_moved or any(isinstance(news, Frame) for news in told)
        self._keep()
        return told

    @property
    def may_go_on(self) -> bool:
        """Whether another worker may follow unasked: what ends each of them would do so for ever."""
        return len(self._losses) <= TRIES or self._losses[-1] - self._losses[0] > WITHIN

    def _is_own(self, news: News) -> bool:
        """Whether it concerns nobody else; if so it has been dealt with."""
        match news:
            case Grown():
                if self._present is not None and self._present.home.replaceable:
                    self.prepare_next()
            case StateGiven(packed, purpose):
                self._take_state(packed, purpose)
            case _:
                return False
        return True

    def _keep(self) -> None:
        """Ask for a state now and then, while there is something new in it."""
        now = time.monotonic()
        if self._has_moved and self._held is None and self._present is not None and now - self._kept_at > KEEP_EVERY:
            self._kept_at, self._has_moved = now, False
            self._present.send(GiveState("keep"))

    # The next worker

    def prepare_next(self) -> None:
        """Begin to replace the worker, unless that is under way."""
        if self._next is None:
            self._next, self._preparing, self._prepared = self._begin(), False, 0

    def choose_device(self, device: str) -> None:
        """A worker on that device takes over."""
        if device != self._device:
            self._device = device
            if self._next is not None:
                self._next.home.end(0.0)
                self._next = None
            self.prepare_next()

    def _hear(self, life: Life) -> None:
        try:
            found = life.receive()
        except EOFError:
            # The one before trains on; it will tell again that it has grown.
            life.home.end(0.0)
            self._next, held, self._held = None, self._held or [], None
            for command in held:
                self.send(command)
            return
        for news in found:
            if isinstance(news, Hello):
                self._ask_to_prepare()
            elif isinstance(news, Prepared):
                self._preparing, self._prepared = False, self._prepared + 1
                if self._outdated and self._prepared < MOST_PREPARED:
                    self._ask_to_prepare()
                elif self._present is not None:
                    self._present.send(GiveState("hand_over"))
                    self._held = []

    def _ask_to_prepare(self) -> None:
        """The next worker prepares for the state of now: for one of another network it would keep the run waiting.

        One at a time: states are large, and would wait for a worker that is busy with the one before.
        """
        if not self._preparing and self._present is not None:
            self._preparing, self._outdated = True, False
            self._present.send(GiveState("prepare"))

    def _take_state(self, packed: bytes, purpose: Purpose) -> None:
        self._kept = packed or self._kept
        if purpose == "hand_over":
            self._hand_over(packed)
        elif purpose == "prepare" and self._next is not None:
            self._next.send(TakeState(packed, prepare=True))

    def _hand_over(self, packed: bytes) -> None:
        if self._next is None:
            # It was gone before the state came.
            return
        before, self._present, self._next = self._present, self._next, None
        held, self._held = self._held or [], None
        self.send(TakeState(packed) if packed else self._taken)
        for command in held:
            self.send(command)
        if before is not None:
            before.home.end(0.0)

    # The worker is gone, or is to be

    def start_again(self) -> None:
        """Another worker goes on from the newest state that was kept; one that is still there ends at once."""
        before, held, taken, opened = self._present, self._held or [], self._taken, self._opened
        self._present, self._next, self._held = self._next or self._begin(), None, None
        if before is not None:
            before.home.end(0.0)
        if self._kept:
            self.send(TakeState(self._kept))
        elif opened is not None:
            self.send(opened)
        # The state is of a document that may have been edited since.
        self.send(taken)
        for command in held:
            self.send(command)

    def give_up(self) -> None:
        """No worker is left; `start_again` has another one."""
        self.end(0.0)
        self._present = self._next = self._held = None

    def end(self, seconds: float) -> bool:
        """Let all workers go; whether they were gone within that time."""
        ended = [life.home.end(seconds) for life in (self._present, self._next) if life is not None]
        return all(ended)
