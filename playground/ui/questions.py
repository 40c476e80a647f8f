"""What the engine was asked beside frames, until it is answered; answers until they are taken."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import Any

from playground.frames import commands as ask
from playground.frames import news as tell
from playground.frames.landscape import Landscape
from playground.frames.rates import Rates
from playground.frames.reply import Failure, Reply

Answer = tell.LandscapeNews | tell.RatesNews | tell.ProjectionNews | tell.Compared | tell.LabNews | tell.MeterNews
# What is asked -> what answers it.
ANSWERED_BY: dict[type, type] = {
    ask.BeginSurvey: tell.LandscapeNews,
    ask.BeginSearch: tell.RatesNews,
    ask.Project: tell.ProjectionNews,
    ask.Compare: tell.Compared,
    ask.AskLab: tell.LabNews,
    ask.AskMeter: tell.MeterNews,
}
# What holds for one network only.
OF_THE_RUN = (tell.LandscapeNews, tell.RatesNews, tell.ProjectionNews)


class Questions:
    """Of each kind only the newest question counts, and the newest answer."""

    def __init__(self) -> None:
        self._open: dict[type, ask.Command] = {}
        self._answers: dict[type, object] = {}

    def again(self) -> tuple[ask.Command, ...]:
        """What another worker is to be asked, as this one is lost; once each, as one of them may have been its end."""
        found, self._open = tuple(self._open.values()), {}
        return found

    def ask(self, command: ask.Command) -> None:
        """Note it, if it is a question."""
        answer = ANSWERED_BY.get(type(command))
        if answer is not None:
            self._open[answer] = command

    def hear(self, news: Answer) -> None:
        """Keep what it tells; what is known so far is no whole answer yet."""
        kind, found = type(news), news.found
        self._answers[kind] = found
        if not isinstance(found, Rates | Landscape) or found.share_done >= 1:
            self._open.pop(kind, None)

    def take(self, kind: type) -> Any:
        """The newest answer of that kind, once; None while there is none."""
        return self._answers.pop(kind, None)

    def forget(self) -> None:
        """Nothing of the run holds any more."""
        for kind in OF_THE_RUN:
            self._answers.pop(kind, None)


class Exports:
    """Files that the engine is to write, and how that went."""

    def __init__(self) -> None:
        self._count, self._writing = 0, dict[int, Path]()
        self.replies: deque[Reply] = deque()

    @property
    def paths(self) -> tuple[Path, ...]:
        """What is being written, or waits for it."""
        return tuple(self._writing.values())

    def begin(self, path: Path, content: bytes | None) -> ask.Export:
        self._count += 1
        self._writing[self._count] = path
        return ask.Export(path, self._count, content)

    def hear(self, reply: Reply) -> None:
        self._writing.pop(reply.serial, None)
        self.replies.append(reply)

    def lose(self) -> None:
        """The worker is gone, and all that it was writing."""
        for serial, path in tuple(self._writing.items()):
            self.hear(Reply(path, Failure(text="the training engine stopped"), serial))
