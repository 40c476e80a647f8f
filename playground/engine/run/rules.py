"""What a run does by its losses: lowers the learning rate on a plateau, stops, knows its best epoch."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import numpy as np

from playground.document.document import Document
from playground.document.schedules import Constant, OnPlateau
from playground.document.settings import TrainingSettings
from playground.document.stopping import Stopping
from playground.frames.arrays import Floats
from playground.frames.run import Stop, column_names
from playground.frames.trained import Waited, Watching


class Waiting:
    """How long a loss has not got better: lower than its best by more than `least_gain`."""

    def __init__(self) -> None:
        self.best, self.epoch, self.waited = inf, 0, 0

    def see(self, loss: float, epoch: int, least_gain: float) -> None:
        if loss + least_gain < self.best:
            self.best, self.epoch, self.waited = loss, epoch, 0
        else:
            self.waited += 1

    def see_all(self, losses: Floats, epoch: int, least_gain: float) -> None:
        """As `see`, of each of the epochs that ended after that one: float32 (epochs,)."""
        if least_gain or not len(losses):
            for read, loss in enumerate(losses.tolist(), 1):
                self.see(loss, epoch + read, least_gain)
            return
        at = int(losses.argmin())
        if losses[at] < self.best:
            self.best, self.epoch, self.waited = float(losses[at]), epoch + at + 1, len(losses) - 1 - at
        else:
            self.waited += len(losses)


class Rules:
    """Reads the losses of a run row by row, so that what it finds does not depend on how the run is cut.

    A rule that stopped a run stays silent until it can act anew: a loss or an accuracy must have left its bound
    again, and patience starts over.
    """

    def __init__(self, document: Document) -> None:
        self._read(document)
        self.begin()

    def _read(self, document: Document) -> None:
        self._document, self._names = document, column_names(document.metrics)

    def begin(self) -> None:
        """Watch anew, at the full rate: another network, other data, or epoch 0."""
        self.stop: Stop | None = None
        self._begin_plateau()
        self._begin_stopping()

    def _begin_plateau(self) -> None:
        self._share, self._plateau = 1.0, Waiting()
        # Since which epoch the rate has had which share.
        self._drops: list[tuple[int, float]] = [(0, 1.0)]

    def go_back(self, epoch: int) -> None:
        """The run goes on from that epoch: at the rate of then, and watched anew."""
        self._drops = [drop for drop in self._drops if drop[0] <= epoch]
        self._share, self._plateau = self._drops[-1][1], Waiting()
        self._begin_stopping()

    def _begin_stopping(self) -> None:
        self.best = Waiting()
        self._reached: set[str] = set()

    def seen(self) -> Watching:
        """What it has seen, as a value."""
        plateau, best = (Waited(float(one.best), one.epoch, one.waited) for one in (self._plateau, self.best))
        return Watching(self._share, tuple(self._drops), plateau, best, tuple(sorted(self._reached)))

    def go_on(self, seen: Watching) -> None:
        """Watch on where other rules of the same document were."""
        self._share, self._drops, self._reached = seen.share, list(seen.drops), set(seen.reached)
        for one, waited in ((self._plateau, seen.plateau), (self.best, seen.best)):
            one.best, one.epoch, one.waited = waited.best, waited.epoch, waited.waited

    @property
    def _counts_accuracy(self) -> bool:
        return self._training.stopping.until_accuracy > 0 and self._watched_accuracy in self._names

    @property
    def _watched_accuracy(self) -> str:
        """The column of the accuracy on the same points as the watched loss."""
        return self._training.stopping.watched.replace("loss", "accuracy")

    @property
    def _training(self) -> TrainingSettings:
        return self._document.training

    def take(self, document: Document) -> None:
        """Go on with another document; only what belongs to changed rules begins anew.

        Another learning rate leaves the share that the schedule has come to, and so scales what is to come.
        """
        before, training = self._training, document.training
        self._read(document)
        if training.schedule != before.schedule:
            self._begin_plateau()
        if training.stopping != before.stopping:
            self._begin_stopping()

    def rate(self, epoch: int) -> float:
        """The learning rate of epoch number `epoch`, counted from 0, as things stand."""
        return self._training.learning_rate * self._share * self._training.schedule.share(epoch)

    def rates(self, epoch: int, count: int) -> Floats:
        """The rates of so many epochs from that one on, float32 (count,)."""
        if isinstance(self._training.schedule, Constant | OnPlateau):
            return np.full(count, self.rate(epoch), np.float32)
        return np.array([self.rate(at) for at in range(epoch, epoch + count)], np.float32)

    def watch(self, epoch: int, rows: Floats) -> tuple[int, bool]:
        """Read the rows (epochs, columns) of the epochs that ended after `epoch`, up to one at which something happens.

        Returns how many were read, and whether the last of them changed the rate or stopped the run; `stop` tells.
        """
        self.stop = None
        if not (self._training.stopping.acts or isinstance(self._training.schedule, OnPlateau)):
            self._remember_best(epoch, rows)
            return len(rows), False
        for read, row in enumerate(rows.tolist(), 1):
            lowered = self._see_plateau(row, epoch + read)
            self.stop = self._see_stopping(row, epoch + read)
            if self.stop is not None and self.restores(self.stop.epoch):
                self.stop = replace(self.stop, best_epoch=self.best.epoch, restored=True)
            if lowered or self.stop:
                return read, True
        return len(rows), False

    def restores(self, epoch: int) -> bool:
        """Whether a run that ends at that epoch goes back to its best, as by Keras's EarlyStopping, however it ends."""
        rules = self._training.stopping
        return bool(rules.patience) and rules.restore_best and self.best.epoch not in (0, epoch)

    def _remember_best(self, epoch: int, rows: Floats) -> None:
        # As `_see_stopping` does, but for the thousands of epochs a second of a run without rules.
        rules = self._training.stopping
        self.best.see_all(rows[:, self._names.index(rules.watched)], epoch, rules.least_gain)

    def _see_plateau(self, row: list[float], epoch: int) -> bool:
        schedule = self._training.schedule
        if not isinstance(schedule, OnPlateau):
            return False
        self._plateau.see(row[self._names.index(schedule.watched)], epoch, schedule.least_gain)
        if self._plateau.waited < schedule.patience or self._share <= schedule.lowest:
            return False
        self._plateau.waited = 0
        self._share = max(self._share * schedule.factor, schedule.lowest)
        self._drops.append((epoch, self._share))
        return True

    def _see_stopping(self, row: list[float], epoch: int) -> Stop | None:
        rules = self._training.stopping
        loss = row[self._names.index(rules.watched)]
        self.best.see(loss, epoch, rules.least_gain)
        if not rules.acts:
            return None
        if epoch == rules.until_epochs:
            return Stop("until_epochs", epoch)
        if self._arrives("until_loss", loss <= rules.until_loss, rules.until_loss > 0):
            return Stop("until_loss", epoch, rules.watched, loss)
        accuracy = self._accuracy(row)
        if self._arrives("until_accuracy", accuracy >= rules.until_accuracy, self._counts_accuracy):
            return Stop("until_accuracy", epoch, rules.watched, accuracy)
        return self._see_patience(rules, loss, epoch)

    def _accuracy(self, row: list[float]) -> float:
        """The accuracy that is watched, in percent; nan where there is none."""
        name = self._watched_accuracy
        return 100 * row[self._names.index(name)] if name in self._names else nan

    def _arrives(self, rule: str, there: bool, on: bool) -> bool:
        """Whether a rule's bound is reached now and was not before."""
        arrives = on and there and rule not in self._reached
        (self._reached.add if there else self._reached.discard)(rule)
        return arrives

    def _see_patience(self, rules: Stopping, loss: float, epoch: int) -> Stop | None:
        if not rules.patience or self.best.waited < rules.patience:
            return None
        self.best.waited = 0
        return Stop("patience", epoch, rules.watched, loss, rules.patience, self.best.epoch)
