"""Where news waits for who reads it: a slow reader finds the newest of each kind, and queues nothing."""

from __future__ import annotations

import threading

from playground.frames.news import News, StateGiven
from playground.frames.reply import Reply

# Each of these is an answer of its own.
ALL_KEPT = (Reply, StateGiven)


class Mailbox:
    """Of one writer and one reader, in threads of their own."""

    def __init__(self) -> None:
        self._news: list[News] = []
        self._came = threading.Condition()

    def put(self, news: News) -> None:
        """In place of what is still there of its kind, but as the last: a status is told after the frame before it."""
        with self._came:
            if not isinstance(news, ALL_KEPT):
                self._news = [other for other in self._news if type(other) is not type(news)]
            self._news.append(news)
            self._came.notify()

    def take(self) -> list[News]:
        """All that is there, in the order in which it came."""
        with self._came:
            news, self._news = self._news, []
            return news

    def wait(self) -> list[News]:
        """The same, as soon as there is something."""
        with self._came:
            self._came.wait_for(lambda: self._news)
            news, self._news = self._news, []
            return news
