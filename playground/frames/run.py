"""What is known of a run: its losses, what happened, its film, how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.frames.arrays import NOTHING, Floats


def both_sides(measure: str) -> tuple[str, str]:
    """The columns of a measure, the loss or a metric: of the points that train, and of those that validate."""
    return f"train_{measure}", f"validation_{measure}"


def column_names(metrics: Iterable[str]) -> tuple[str, ...]:
    """The columns of a run in which these metrics are measured: train_loss, validation_loss, train_accuracy, ..."""
    return tuple(name for measure in ("loss", *metrics) for name in both_sides(measure))


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """The loss and the metrics after each epoch; epoch 0 is before training.

    epochs: int64 (rows,). names: of the columns, see `column_names`. values: float32 (rows, columns); losses leave
    out penalties on weights. Of more than 2,000 epochs at most about 4,000 rows are left: of each stretch those where a
    column is lowest or highest, so that no peak is lost. Then `means`, float32 (stretches, columns), are the columns'
    means over the stretches around `mean_epochs`; both are empty where every epoch is there.
    """

    epochs: NDArray[np.int64]
    names: tuple[str, ...]
    values: Floats
    mean_epochs: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    means: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))

    def column(self, name: str) -> Floats:
        """What stands in the column of that name, (rows,), or (0,) where the run has no such column."""
        return self.values[:, self.names.index(name)] if name in self.names else NOTHING

    def mean(self, name: str) -> Floats:
        """The means of that column, (stretches,), or (0,) as in `column`."""
        return self.means[:, self.names.index(name)] if name in self.names and len(self.means) else NOTHING

    @property
    def metrics(self) -> tuple[str, ...]:
        """What is measured beside the loss."""
        train = (name.removeprefix("train_") for name in self.names if name.startswith("train_"))
        return tuple(measure for measure in train if measure != "loss")

    @property
    def train_loss(self) -> Floats:
        return self.column("train_loss")

    @property
    def validation_loss(self) -> Floats:
        return self.column("validation_loss")

    def newest(self) -> dict[str, float]:
        """Column -> its newest value; empty where there is no row."""
        return dict(zip(self.names, self.values[-1].tolist(), strict=True)) if len(self.values) else {}


NO_CURVES = Curves(np.zeros(0, np.int64), column_names(()), np.zeros((0, 2), np.float32))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a run after `epoch` epochs; `values` fill its sentence.

    "rate": the learning rate went from `before` to `after`. "edited": `differences`, as document/differences.py finds
    them. "weight": one was typed. "learned_one": a step for one sample. "resumed": after a pause. "went_back": gone on
    from here, of `newest` epochs. "stopped": by a rule, its `stop`. "diverged": and went back here. "restored": the
    weights of the `best` epoch. "imported": it begins with weights of a file.
    """

    epoch: int
    code: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Restored:
    """After so many epochs the network became what it was at its `best` epoch; `row` is its loss and metrics."""

    epoch: int
    best: int
    row: Mapping[str, float]


def with_restored(curves: Curves, restored: Iterable[Restored]) -> Iterator[tuple[int, list[float], int]]:
    """The rows of a table of the run: an epoch, its values in the order of the columns, and 0.

    After an epoch at which the run went back to its best weights comes a row with their values, and their epoch.
    """
    by_epoch = {one.epoch: one for one in restored}
    for epoch, values in zip(curves.epochs.tolist(), curves.values.tolist(), strict=True):
        yield epoch, values, 0
        if epoch in by_epoch:
            one = by_epoch[epoch]
            yield epoch, [one.row.get(name, nan) for name in curves.names], one.best


@dataclass(frozen=True, slots=True, eq=False)
class EndedRun:
    """A run that was reset or cut off: its number, its curves, and the document that it last trained with."""

    number: int
    document: Document
    curves: Curves


@dataclass(frozen=True, slots=True, eq=False)
class Batches:
    """The loss of each of the newest batches, at most 4,096 in a row, as it was trained on: penalties, dropout and all.

    steps: batches trained until each, int64 (batches,); losses: float32 (batches,). ends: of the epochs that ended
    meanwhile, int64 (ends,), batches trained until then; validation: the validation loss of each, float32 (ends,).
    """

    steps: NDArray[np.int64]
    losses: Floats
    ends: NDArray[np.int64]
    validation: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Reel:
    """The moments of the run that are kept: `steps`, batches trained until each; `bytes` taken of at most `bound`."""

    steps: NDArray[np.int64]
    steps_per_epoch: int = 1
    bytes: int = 0
    bound: int = 0

    def at(self, step: int) -> int | None:
        """The kept moment that is shown where this one is asked for; None where none is kept."""
        before = self.steps[self.steps <= step]
        return int(before[-1] if len(before) else self.steps[0]) if len(self.steps) else None


NO_REEL = Reel(np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a run stopped by itself after `epoch`: `rule` is the field of Stopping that acted.

    `watched` is the loss looked at and `value` its value, or the accuracy in percent on the same points. After
    `patience` epochs without a better loss, the best epoch; `restored` whether the network is again what it was then.
    """

    rule: str
    epoch: int
    watched: str = ""
    value: float = 0.0
    patience: int = 0
    best_epoch: int = 0
    restored: bool = False


State = Literal["loading", "building", "unfinished", "ready", "training", "paused", "diverged", "failed"]

# States that say something of a network which stands there, and those in which there is none yet.
ENDED: tuple[State, ...] = ("ready", "paused", "diverged")
COMING: tuple[State, ...] = ("loading", "building")

# The code of a Status that is "training" but has to be compiled first.
GETTING_READY = "getting_ready"
# The code of a Status that is "failed" since the engine's process has ended by itself.
ENGINE_GONE = "engine_gone"
OUT_OF_MEMORY = "out_of_memory"


@dataclass(frozen=True, slots=True)
class Status:
    """What the trainer is doing. `code` says why it diverged or failed, `values` fill its sentence."""

    state: State = "loading"
    code: str = ""
    values: tuple[tuple[str, object], ...] = ()


BUILDING = Status("building")
