"""The worker that trains now, and the one that takes its place when that has grown too large, or is gone."""

from __future__ import annotations

import time
from collections.abc import Callable

from playground.document.document import Document
from playground.frames.commands import BoundFilms, Command, GiveState, Look, SetPace, TakeDocument, TakeState
from playground.frames.frame import Frame
from playground.frames.news import Done, Grown, Hello, News, Prepared, StateGiven
from playground.homes import Home

# What a worker has been told once holds for the next one too.
LASTING = (TakeDocument, Look, SetPace, BoundFilms)
# Seconds between two states that are kept against a crash.
KEEP_EVERY = 8.0


class Succession:
    """Commands go to one worker and news comes from one, whichever trains.

    A worker that has grown is asked for its state, which the next one prepares to go on from while the first trains on;
    then, between two frames, the newest state goes over. The newest state that was told is kept against a crash.
    """

    def __init__(self, document: Document, make_home: Callable[[Document], Home]) -> None:
        self._make_home = make_home
        self._lasting: dict[type, Command] = {TakeDocument: TakeDocument(document)}
        self._home: Home | None = None
        self._next: Home | None = None
        self._kept = b""
        # Commands that wait for the next worker while the state goes over; None while no state does.
        self._held: list[Command] | None = None
        self._sent = self._done = 0
        self._last_done = 0.0
        self._frames_since_kept = False
        self._kept_at = 0.0

    def start(self) -> None:
        """Begin with a first worker."""
        self._home = self._new_home()

    @property
    def lives(self) -> bool:
        """Whether there is a worker."""
        return self._home is not None

    @property
    def unanswered(self) -> float:
        """Seconds for which a command has not been done."""
        return time.monotonic() - self._last_done if self._sent > self._done else 0.0

    def send(self, command: Command) -> None:
        if isinstance(command, LASTING):
            self._lasting[type(command)] = command
        if self._held is not None:
            self._held.append(command)
        elif self._home is not None:
            self._tell(self._home, command)
            if self._next is not None and isinstance(command, LASTING):
                self._next.send(command)
                if isinstance(command, TakeDocument):
                    # Prepared for another network it would keep the run waiting.
                    self._tell(self._home, GiveState())

    def _tell(self, home: Home, command: Command) -> None:
        if self._sent == self._done:
            self._last_done = time.monotonic()
        self._sent += 1
        home.send(command)

    def _new_home(self) -> Home:
        document = self._lasting[TakeDocument]
        assert isinstance(document, TakeDocument)
        home = self._make_home(document.document)
        for command in self._lasting.values():
            if command is not document:
                home.send(command)
        return home

    # News

    def receive(self) -> list[News]:
        """What is new. Raises EOFError where the worker is gone by itself; `start_again` has another one go on."""
        if self._home is None:
            return []
        try:
            found = self._home.receive()
        except EOFError:
            self._home = None
            raise
        told = [news for news in found if not self._is_own(news)]
        self._frames_since_kept = self._frames_since_kept or any(isinstance(news, Frame) for news in told)
        if self._next is not None:
            self._hear_next(self._next)
        self._keep()
        return told

    def _is_own(self, news: News) -> bool:
        """Whether it concerns nobody else; if so it has been dealt with."""
        match news:
            case Done(count):
                self._done, self._last_done = count, time.monotonic()
            case Grown():
                if self._next is None:
                    self._next = self._new_home()
            case StateGiven(packed, last):
                self._take_state(packed, last)
            case _:
                return False
        return True

    def _take_state(self, packed: bytes, last: bool) -> None:
        self._kept = packed or self._kept
        if last:
            self._hand_over(packed)
        elif self._next is not None:
            self._next.send(TakeState(packed, prepare=True))

    def _hear_next(self, home: Home) -> None:
        try:
            found = home.receive()
        except EOFError:
            # The one before trains on; it will tell again that it has grown.
            self._next = None
            return
        assert self._home is not None
        for news in found:
            if isinstance(news, Hello):
                self._tell(self._home, GiveState())
            elif isinstance(news, Prepared) and self._held is None:
                self._tell(self._home, GiveState(last=True))
                self._held = []

    def _hand_over(self, packed: bytes) -> None:
        before, self._home, self._next = self._home, self._next, None
        held, self._held = self._held or [], None
        self._sent = self._done = 0
        if self._home is not None and packed:
            self._tell(self._home, TakeState(packed))
        for command in held:
            self.send(command)
        if before is not None:
            before.end(0.0)

    def _keep(self) -> None:
        """Ask for a state now and then, while there is something new in it."""
        now = time.monotonic()
        if (
            self._frames_since_kept
            and self._home is not None
            and self._held is None
            and now - self._kept_at > KEEP_EVERY
        ):
            self._kept_at, self._frames_since_kept = now, False
            self._tell(self._home, GiveState(light=True))

    # The worker is gone, or is to be

    def start_again(self) -> None:
        """Another worker goes on from the newest state that was kept; one that is still there ends at once."""
        before, held = self._home, self._held or []
        self._home, self._next, self._held = self._next or self._new_home(), None, None
        self._sent = self._done = 0
        if before is not None:
            before.end(0.0)
        if self._kept:
            self._tell(self._home, TakeState(self._kept))
            # It is of a document that may have been edited since.
            self._tell(self._home, self._lasting[TakeDocument])
        for command in held:
            self.send(command)

    def end(self, seconds: float) -> bool:
        """Let all workers go; whether they were gone within that time."""
        ended = [home.end(seconds) for home in (self._home, self._next) if home is not None]
        self._home = self._next = None
        return all(ended)
