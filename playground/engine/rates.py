"""The search for a learning rate, in slices, so that training goes on between them.

A training state is a value, so what learns here is a copy: the run never notices.
"""

from __future__ import annotations

import time
from copy import copy

import numpy as np

from playground.engine.session import Session
from playground.engine.train import Plan, State, Tempo
from playground.frames.rates import Rates, RateSearch, RatesRefused, Reading, broken_from, read, tried_rates

BETWEEN_CHECKS = 20


class Searcher:
    """Tries one rate after another. Belongs to the thread that trains; `advance` until `done`."""

    def __init__(self, session: Session, asked: RateSearch, past: int | None = None) -> None:
        """From the kept moment at or before `past` batches; None is the present."""
        self._asked = asked
        with session.back_at(past):
            self._state, step = (session.first, 0) if asked.from_first else (session.state, session.step)
        # The same functions, but what they take here says nothing of the run's pace.
        self._loop, self._arrays = copy(session.plain), session.arrays
        self._loop.tempo = Tempo()
        self._epoch = step // self._loop.steps_per_epoch
        self._rates = tried_rates()
        # The batches that would come next, whether the run takes them or not.
        self._batches = session.batches(step, len(self._rates))
        self._begun = self._loop.with_rate(self._state, 0.0)
        self._losses: list[float] = []
        self._untaught: list[float] = []
        self.done = False

    def advance(self, seconds: float) -> None:
        """Try some more, for about that long; at least one."""
        end = time.perf_counter() + seconds
        while not self.done:
            at = len(self._losses)
            if at == len(self._untaught):
                self._go_untaught(at, seconds)
            self._state, (loss,) = self._steps(self._loop.with_rate(self._state, float(self._rates[at])), at, 1)
            self._losses.append(loss)
            checked = len(self._losses) % BETWEEN_CHECKS == 0 or not np.isfinite(loss)
            broken = checked and broken_from(np.array(self._losses)) is not None
            self.done = broken or len(self._losses) == len(self._rates)
            if time.perf_counter() >= end:
                return

    def _go_untaught(self, at: int, seconds: float) -> None:
        """The next batches as the network was: at rate 0 nothing is learned. As many as fit into the time."""
        pace = self._loop.tempo.seconds
        fitting = BETWEEN_CHECKS if pace is None or seconds > BETWEEN_CHECKS * pace else max(1, int(seconds / pace))
        count = min(fitting, self._loop.most_steps, len(self._rates) - at)
        self._untaught += self._steps(self._begun, at, count)[1]

    def _steps(self, state: State, at: int, count: int) -> tuple[State, list[float]]:
        indices, others = self._batches
        # As the first of an epoch, whose end costs a look at all rows.
        plan = Plan(state, self._arrays, indices[at : at + count], others[at : at + count], 0)
        after, _, losses = self._loop.run_noting(*plan)
        return after, losses.tolist()

    def found(self) -> Rates:
        """What is known so far."""
        count = len(self._losses)
        share = 1.0 if self.done else count / len(self._rates)
        tried = self._rates[:count], np.array(self._losses), np.array(self._untaught[:count])
        return Rates(self._asked, *tried, share, self._epoch)


def search(session: Session, asked: RateSearch) -> tuple[Rates, Reading]:
    """All of it at once, and what it says."""
    searcher = Searcher(session, asked)
    searcher.advance(float("inf"))
    found = searcher.found()
    return found, read(found)


class Searches:
    """At most one at a time."""

    def __init__(self) -> None:
        self._searcher: Searcher | None = None

    @property
    def working(self) -> bool:
        return self._searcher is not None

    def begin(self, session: Session | None, asked: RateSearch | None, past: int | None = None) -> RatesRefused | None:
        """Another one in place of the one under way, see Searcher; or none. Tells where there is nothing to search."""
        self.stop()
        if asked is None:
            return None
        if session is None:
            return RatesRefused()
        self._searcher = Searcher(session, asked, past)
        return None

    def stop(self) -> None:
        self._searcher = None

    def advance(self, seconds: float) -> Rates | None:
        """Work for about that long; what is known by then."""
        searcher = self._searcher
        if searcher is None:
            return None
        try:
            searcher.advance(seconds)
        except Exception:
            # It would fail again at once, for ever.
            self.stop()
            raise
        if searcher.done:
            self.stop()
        return searcher.found()
