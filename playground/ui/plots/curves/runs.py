"""Earlier runs behind the present one: which are kept, named and shown, and their figures beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from playground.document.checks.carrying import same_points
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.frames.run import Curves, EndedRun, both_sides

MOST_KEPT = 12
# More pale curves by themselves would hide the present one.
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Ghost:
    """An earlier run, what a person called it, and whether it is shown; None leaves that to `shown`."""

    run: EndedRun
    name: str = ""
    shown: bool | None = None


@dataclass(frozen=True, slots=True)
class Ghosts:
    """The earlier runs that are kept, the newest last. `seen` is the highest number that has come."""

    kept: tuple[Ghost, ...] = ()
    seen: int = 0

    def with_ended(self, ended: Iterable[EndedRun]) -> Ghosts:
        """These have ended and are still known; one that was deleted does not come back."""
        ended = tuple(ended)
        known = {run.number for run in ended}
        fresh = tuple(Ghost(run) for run in ended if run.number > self.seen)
        kept = tuple(ghost for ghost in self.kept if ghost.run.number in known)
        if not fresh and len(kept) == len(self.kept):
            return self
        return Ghosts((*kept, *fresh)[-MOST_KEPT:], max((*known, self.seen)))

    def of(self, document: Document | None) -> tuple[Ghost, ...]:
        """Those on the document's points."""
        return tuple(one for one in self.kept if document is not None and same_points(one.run.document, document))

    def named(self, number: int, name: str) -> Ghosts:
        return self._with(number, name=name.strip())

    def with_shown(self, number: int, shown: bool) -> Ghosts:
        return self._with(number, shown=shown)

    def without(self, number: int) -> Ghosts:
        return replace(self, kept=tuple(ghost for ghost in self.kept if ghost.run.number != number))

    def without_any(self) -> Ghosts:
        return replace(self, kept=())

    def _with(self, number: int, **changes: object) -> Ghosts:
        kept = (replace(ghost, **changes) if ghost.run.number == number else ghost for ghost in self.kept)  # type: ignore[arg-type]
        return replace(self, kept=tuple(kept))

    def shown(self, document: Document | None) -> tuple[Ghost, ...]:
        """Of those on its points, as a person chose, else the newest few whose losses mean the same."""
        left, found = MOST_SHOWN, []
        for ghost in reversed(self.of(document)):
            by_itself = left > 0 and document is not None and loss_of(ghost.run.document) == loss_of(document)
            if ghost.shown is None and by_itself:
                left -= 1
            if by_itself if ghost.shown is None else ghost.shown:
                found.append(ghost)
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Summary:
    """A run in figures: its epochs, its last losses, where its validation loss was best, and its last metrics.

    metrics: each that it has, on the validation points. What there is none of is nan. Of a long run the best is exact,
    as its lowest epochs are never thinned away.
    """

    epochs: int
    train_loss: float
    validation_loss: float
    best_loss: float
    best_epoch: int
    metrics: Mapping[str, float]


def summary(curves: Curves) -> Summary:
    """The figures of a run."""
    best = best_point(curves)
    last_epoch = int(curves.epochs[-1]) if len(curves.epochs) else 0
    best_epoch, best_loss = best if best else (0, float("nan"))
    newest = curves.newest()
    train_loss, validation_loss = (newest.get(name, float("nan")) for name in both_sides("loss"))
    metrics = {name: newest.get(f"validation_{name}", float("nan")) for name in curves.metrics}
    return Summary(last_epoch, train_loss, validation_loss, best_loss, best_epoch, metrics)


def best_point(curves: Curves) -> tuple[int, float] | None:
    """(epoch, loss) of the lowest validation loss, the first of equals; None where there is none."""
    losses = curves.validation_loss
    losses = np.where(np.isfinite(losses), losses, np.inf)
    if not len(losses) or not np.isfinite(losses.min()):
        return None
    row = int(losses.argmin())
    return int(curves.epochs[row]), float(losses[row])
