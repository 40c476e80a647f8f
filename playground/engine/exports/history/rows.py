"""The rows that every file of a run's history has."""

from __future__ import annotations

from typing import NamedTuple

from playground.engine.session import Session
from playground.frames.run import with_restored


class History(NamedTuple):
    """names: the columns. Each row is an epoch, its values, and the best epoch that it went back to, or 0."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, list[float], int], ...]

    @property
    def restored(self) -> bool:
        """Whether the run ever went back to its best weights."""
        return any(best for _, _, best in self.rows)


def history_of(session: Session) -> History:
    """One row an epoch, epoch 0 first; one that went back to its best weights has a row of these too.

    Of a run of more epochs than the recorder keeps, those it has: an even choice, and all that matter.
    """
    curves = session.recorder.curves(session.recorder.count)
    return History(tuple(curves.names), tuple(with_restored(curves, session.course.restored)))
