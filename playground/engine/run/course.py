"""The course of a run: its losses and metrics, what happened to it, its newest batches, and the runs before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from playground.document.checks.carrying import same_points
from playground.document.document import Document
from playground.document.edits.differences import Difference, differences
from playground.engine.run.curves import Recorder
from playground.frames.arrays import NOTHING, Floats
from playground.frames.run import Batches, EndedRun, Event, Restored, column_names

MOST_BATCHES = 4_096
MOST_EVENTS = 500
MOST_ENDED = 12
# Fewer lost epochs than this are not worth keeping.
FEWEST_EPOCHS = 3


class Course:
    """What is remembered of the run under way, and the curves of those that were reset or cut off before it."""

    def __init__(self, document: Document) -> None:
        self.recorder = Recorder(column_names(document.metrics))
        self.document = document
        """The document as it last trained."""
        self.number = 0
        self.ended: tuple[EndedRun, ...] = ()
        self.events: tuple[Event, ...] = ()
        self.restored: tuple[Restored, ...] = ()
        self.batches = BatchLosses()

    def begin(self, document: Document, names: tuple[str, ...], row: Floats) -> None:
        """A run begins, of these columns, with the row of epoch 0, float32 (1, columns).

        Earlier ones are forgotten but for those on the same points.
        """
        self._keep(self.recorder.count - 1)
        self.ended = tuple(run for run in self.ended if same_points(run.document, document))
        self.number += 1
        self.recorder = Recorder(names)
        self.recorder.add(row)
        self.events = self.restored = ()
        self.batches.forget_after(-1)

    def take_over(self, other: Course) -> None:
        """It becomes the present network's: its runs are numbered on from those of the one before, which it keeps."""
        self.number, self.ended = other.number + 1, other.ended

    def go_back(self, step: int, epoch: int) -> None:
        """The run goes on from that earlier batch of that epoch; what came after it becomes a run of its own."""
        newest = self.recorder.count - 1
        if self._keep(newest - epoch):
            self.number += 1
        self.recorder.cut(epoch + 1)
        self.events = tuple(event for event in self.events if event.epoch <= epoch)
        self.restored = tuple(one for one in self.restored if one.epoch <= epoch)
        self.batches.forget_after(step)
        if newest > epoch:
            self.note("went_back", epoch, newest=newest)

    def thin(self, film: Iterable[int], best: int) -> None:
        """A long run is kept thinned; the epochs of its film, its best, and those at which something happened stay."""
        if self.recorder.is_full:
            self.recorder.thin([*film, best, *(event.epoch for event in self.events)])

    def _keep(self, lost: int) -> bool:
        """The run as an ended one, where enough epochs would be lost."""
        if lost < FEWEST_EPOCHS:
            return False
        ended = EndedRun(self.number, self.document, self.recorder.curves())
        self.ended = (*self.ended, ended)[-MOST_ENDED:]
        return True

    def replace_newest(self, row: Floats) -> None:
        """Another network stands at the end of the newest epoch: its row, float32 (1, columns)."""
        self.recorder.replace_last(row)
        self.restored = tuple(one for one in self.restored if one.epoch < self.recorder.count - 1)

    def restore(self, best: int, row: Floats) -> None:
        """The network is again what it was at that epoch; its row (1, columns) stands beside the newest epoch's."""
        epoch, names = self.recorder.count - 1, self.recorder.names
        now = Restored(epoch, best, dict(zip(names, row[0].tolist(), strict=True)))
        self.restored = (*(one for one in self.restored if one.epoch < epoch), now)

    def restored_row(self, epoch: int) -> Mapping[str, float] | None:
        """Of a network that was restored after that epoch, its loss and metrics."""
        return next((one.row for one in self.restored if one.epoch == epoch), None)

    def row(self, epoch: int) -> Mapping[str, float]:
        """The loss and metrics of the network that goes on from that epoch."""
        return self.restored_row(epoch) or self.recorder.row(epoch)

    def note(self, code: str, epoch: int, **values: object) -> None:
        """Something happened after that many epochs."""
        self.events = (*self.events, Event(epoch, code, tuple(values.items())))[-MOST_EVENTS:]

    def note_edit(self, before: Document, after: Document, epoch: int) -> None:
        """The document has become another one under way."""
        found = differences(before, after)
        rates = [difference for difference in found if (difference.name, difference.node) == ("learning_rate", None)]
        for rate in rates:
            self.note_rate(epoch, rate.before, rate.after)
        others: list[Difference] = [difference for difference in found if difference not in rates]
        if others:
            self.note("edited", epoch, differences=tuple(others))

    def note_rate(self, epoch: int, before: object, after: object) -> None:
        """Another learning rate; several changes in a row at one epoch are one."""
        last = self.events[-1] if self.events else None
        if last is not None and (last.code, last.epoch) == ("rate", epoch):
            self.events, before = self.events[:-1], dict(last.values)["before"]
        if before != after:
            self.note("rate", epoch, before=before, after=after)

    def note_weight(self, epoch: int, node: str, value: float, again: bool) -> None:
        """A weight was set by hand; `again`: what was noted of it just before is forgotten."""
        last = self.events[-1] if self.events else None
        if again and last is not None and last.code == "weight":
            self.events = self.events[:-1]
        self.note("weight", epoch, node=node, value=value)

    def note_resumed(self, epoch: int) -> None:
        """It goes on after a pause; once for each epoch, and not where something else has just sent it on."""
        if not any(event.epoch == epoch and event.code in ("resumed", "went_back") for event in self.events):
            self.note("resumed", epoch)

    def newest_batches(self, steps_per_epoch: int) -> Batches:
        """The losses of the newest batches, with the validation losses of the epochs that ended meanwhile."""
        losses, last = self.batches.losses, self.batches.step
        epochs, validation = self.recorder.newest("validation_loss", len(losses) // steps_per_epoch + 1)
        ends = epochs * steps_per_epoch
        # An epoch under way has no row yet, an edit begins the one under way anew.
        seen = (ends >= last - len(losses)) & (ends <= last)
        return Batches(np.arange(last - len(losses), last) + 1, losses, ends[seen], validation[seen])


class BatchLosses:
    """The losses of batches in a row, up to the one that came as `step`; only while they are wanted."""

    def __init__(self) -> None:
        self.wanted = False
        self.step = 0
        self.losses: Floats = NOTHING

    def add(self, step: int, losses: Floats) -> None:
        """The losses (batches,) of the batches after that step. After a gap only the newer ones stay."""
        before = self.losses if step == self.step else NOTHING
        self.losses = np.concatenate([before, losses])[-MOST_BATCHES:]
        self.step = step + len(losses)

    def forget_after(self, step: int) -> None:
        """The run has gone back to that step."""
        gone = max(0, self.step - max(step, 0))
        self.losses = self.losses[: max(0, len(self.losses) - gone)]
        self.step -= gone
