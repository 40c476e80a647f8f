"""What takes long and is asked beside the run: worked out in slices, so that training goes on between them."""

from __future__ import annotations

from playground.engine.landscape import Surveys
from playground.engine.rates import Searches
from playground.engine.session import Session
from playground.frames.commands import BeginSearch, BeginSurvey
from playground.frames.news import LandscapeNews, News, RatesNews


class Beside:
    """At most one of each kind at a time."""

    def __init__(self) -> None:
        self._surveys, self._searches = Surveys(), Searches()

    @property
    def working(self) -> bool:
        return self._surveys.working or self._searches.working

    def begin(self, asked: BeginSurvey | BeginSearch, session: Session | None, past: int | None) -> News:
        """Begin with it from the kept moment at or before `past` batches, None for the present, or stop its kind."""
        if isinstance(asked, BeginSearch):
            return RatesNews(self._searches.begin(session, asked.search, past))
        return LandscapeNews(self._surveys.begin(session, asked.survey, past))

    def advance(self, seconds: float) -> News:
        """Work for about that long; what is known by then. A search, which is soon done, comes first."""
        if self._searches.working:
            return RatesNews(self._searches.advance(seconds))
        return LandscapeNews(self._surveys.advance(seconds))

    def stop(self) -> None:
        """Nobody asks for it any more."""
        self._surveys.stop()
        self._searches.stop()
