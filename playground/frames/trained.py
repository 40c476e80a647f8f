"""What was learned, as frozen values of plain arrays: all that a run needs to go on bit for bit, for a file to keep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.frames.arrays import Floats, Weights
from playground.frames.run import EndedRun, Event, Restored, Status
from playground.frames.sizes import SizeHistory


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """The training state after `step` batches: weights, optimizer, metrics, seeds, in the engine's order."""

    step: int
    values: tuple[NDArray[np.generic], ...]


@dataclass(frozen=True, slots=True, eq=False)
class BeforeBest:
    """What the best epoch is trained again from: a moment, the learning rates from there on, the order of rows."""

    moment: Moment
    rates: Floats
    shuffled: bool


@dataclass(frozen=True, slots=True)
class Waited:
    """The best loss so far, its epoch, and for how many epochs none was better."""

    best: float
    epoch: int
    waited: int


@dataclass(frozen=True, slots=True)
class Watching:
    """What the rules of a run have seen: the rate's share and since which epochs, plateau, best, bounds reached."""

    share: float
    drops: tuple[tuple[int, float], ...]
    plateau: Waited
    best: Waited
    reached: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The losses and metrics of `count` epochs: `epochs` int64 (rows,) of those kept, `values` float32 (rows, columns).

    names: of the columns. sums: of stretches of epochs, float64 (stretches, columns).
    """

    count: int
    names: tuple[str, ...]
    epochs: NDArray[np.int64]
    values: Floats
    sums: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """The course of a run: its number, its rows, what happened, and the runs before it.

    document: that it last trained with; None where that is the run's own. batch, batch_losses: of the newest batches,
    float32 (batches,), up to that one. sizes: of layers; newest: float32 (nodes, 3 or 6), empty where not known.
    """

    number: int
    document: Document | None
    rows: Rows
    events: tuple[Event, ...]
    restored: tuple[Restored, ...]
    ended: tuple[EndedRun, ...]
    batch: int
    batch_losses: Floats
    sizes: SizeHistory
    newest: Floats


@dataclass(frozen=True, slots=True, eq=False)
class TrainedRun:
    """One network's run. document: that of the run; None where it is the project's, or the rival's, own.

    good: the last epoch known to be good. on_twin: whether XLA trained it, which decides its last digits.
    """

    document: Document | None
    present: Moment
    good: Moment
    before_best: BeforeBest | None
    on_twin: bool
    watching: Watching
    course: Remembered


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """What a project has learned: the run of its network, those of its rivals by id, and why some of them stand."""

    present: TrainedRun
    rivals: tuple[tuple[str, TrainedRun], ...] = ()
    halted: tuple[tuple[str, Status], ...] = ()

    @property
    def epoch(self) -> int:
        """How many epochs the present network has trained."""
        return self.present.course.rows.count - 1


# What another project begins with: all of its run, or weights alone.
Learned = Training | Weights


def weights_of(learned: Learned | None) -> Weights:
    """The weights alone that a project begins with; none where it has a run."""
    return {} if learned is None or isinstance(learned, Training) else learned
