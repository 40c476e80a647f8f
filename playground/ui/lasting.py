"""What was learned, on its way to a file and from one."""

from __future__ import annotations

from collections.abc import Callable

from playground.frames import commands as ask
from playground.frames import news as tell
from playground.frames.commands import Command


class Lasting:
    """Asks the engine for the text of what was learned, and holds its answers until they are taken."""

    def __init__(self, send: Callable[[Command], None], listen: Callable[[], None]) -> None:
        self._send, self._listen = send, listen
        self._asked, self._waiting = 0, set[int]()
        self._given: dict[int, tell.TrainingGiven] = {}
        self._misfit = False

    def ask(self) -> int:
        """Ask for it; the number is for `take`."""
        self._asked += 1
        self._waiting.add(self._asked)
        self._send(ask.GiveTraining(self._asked))
        return self._asked

    def take(self, serial: int) -> tell.TrainingGiven | None:
        """The answer, once; None while there is none. Whoever has asked takes it, or gives it up by `forget`."""
        self._listen()
        return self._given.pop(serial, None)

    def forget(self, serial: int) -> None:
        """Nobody waits for that answer any more."""
        self._waiting.discard(serial)
        self._given.pop(serial, None)

    def take_misfit(self) -> bool:
        """Whether a project came with what another network has learned; told once."""
        self._listen()
        misfit, self._misfit = self._misfit, False
        return misfit

    def hear(self, news: tell.TrainingGiven | tell.TrainingTaken) -> None:
        if isinstance(news, tell.TrainingTaken):
            self._misfit = not news.fits
        elif news.serial in self._waiting:
            self._waiting.discard(news.serial)
            self._given[news.serial] = news

    def again(self) -> tuple[Command, ...]:
        """What another worker is to be asked."""
        return tuple(ask.GiveTraining(serial) for serial in self._waiting)

    def lose(self) -> None:
        """No worker is left: those who wait are told that there is nothing."""
        for serial in tuple(self._waiting):
            self.hear(tell.TrainingGiven("", serial))
