"""A network at some step of its run, and as it was at the moments that its film has kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playground.document.document import Document
from playground.engine.loops import Loops
from playground.engine.network import Network
from playground.engine.run.film import Film
from playground.engine.train import State


class Filmed(Network):
    """`step` counts the batches that its state has learned; `film` holds earlier states."""

    step: int

    def __init__(self, document: Document, loops: Loops) -> None:
        super().__init__(document, loops)
        self.film = Film()

    @property
    def epoch(self) -> int:
        """Epochs that have ended."""
        return self.step // self.plain.steps_per_epoch

    @property
    def batch(self) -> int:
        """Batches trained of the epoch under way."""
        return self.step % self.plain.steps_per_epoch

    @contextmanager
    def back_at(self, step: int | None) -> Iterator[None]:
        """Within, the network is what it was at the kept moment at or before that many batches; None is the present."""
        moment = None if step is None else self.film.at(step)
        with self._at(self.state, self.step) if moment is None else self._at(moment.state, moment.step):
            yield

    @contextmanager
    def _at(self, state: State, step: int) -> Iterator[None]:
        present, self.state, self.step = (self.state, self.step), state, step
        try:
            yield
        finally:
            self.state, self.step = present
