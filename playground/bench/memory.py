"""How a long sitting goes: many networks trained in turn through the door, each at full speed, and in what memory."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from playground.bench.cases import chain
from playground.document.document import Document
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.frames.wanted import Wanted
from playground.ui.trainer import Trainer

NETWORKS = 200
# Epochs that each network trains once it is at full speed.
EPOCHS = 200


@dataclass(frozen=True, slots=True)
class Sitting:
    """Networks trained, how many of them by XLA, in how many workers one after the other; anonymous memory at its peak.

    longest_pause_ms: the longest time between two frames of one network in training.
    """

    networks: int
    by_xla: int
    workers: int
    window_peak_mib: float
    worker_peak_mib: float
    longest_pause_ms: float


def anonymous_mib(pid: int) -> float:
    """Memory of a process that is no file's, in MiB (Linux); 0 of one that is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as lines:
            return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)
    except OSError:
        return 0.0


def measure(networks: int = NETWORKS) -> Sitting:
    """One sitting with so many networks, each of a structure of its own."""
    sitting = _Sitting(Trainer(network(0)))
    for number in range(networks):
        sitting.train(network(number))
    return sitting.end(networks)


class _Sitting:
    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._by_xla, self._pause = 0, 0.0
        self._workers: set[int] = set()
        self._peaks = [0.0, 0.0]
        trainer.look(Wanted(25, 0))
        trainer.start()

    def train(self, document: Document) -> None:
        """As a person does: edit, play, pause."""
        trainer = self._trainer
        trainer.show_document(document)
        self._wait(lambda: self._shows(document))
        trainer.play()
        # The twin, where one is compiled, takes over within a second or two.
        compiled = self._wait(lambda: trainer.compiling, 5.0) and self._wait(lambda: not trainer.compiling)
        self._by_xla += compiled
        self._watch_frames()
        trainer.pause()
        self._wait(lambda: trainer.status.state == "paused")

    def _shows(self, document: Document) -> bool:
        frame = self._trainer.take_frame()
        return frame is not None and frame.graph == document.graph

    def _watch_frames(self) -> None:
        first, last = None, time.perf_counter()

        def enough() -> bool:
            nonlocal first, last
            frame = self._trainer.take_frame()
            if frame is None:
                return False
            now = time.perf_counter()
            if first is not None:
                self._pause = max(self._pause, now - last)
            first, last = frame.epoch if first is None else first, now
            return frame.epoch - first >= EPOCHS

        self._wait(enough)

    def _wait(self, done: Callable[[], bool], seconds: float = 120.0) -> bool:
        deadline = time.monotonic() + seconds
        while not done():
            if time.monotonic() > deadline:
                return False
            self._look()
            time.sleep(0.004)
        return True

    def _look(self) -> None:
        children = [child.pid for child in multiprocessing.active_children() if child.pid is not None]
        self._workers.update(children)
        for which, pids in enumerate(([os.getpid()], children)):
            self._peaks[which] = max([self._peaks[which], *map(anonymous_mib, pids)])

    def end(self, networks: int) -> Sitting:
        self._trainer.close()
        window, worker = self._peaks
        return Sitting(networks, self._by_xla, len(self._workers), window, worker, 1000 * self._pause)


def network(number: int) -> Document:
    """Networks that differ in structure for each number."""
    units = (2 + number % 17, 2 + number // 17 % 19, 1 + number // 323)
    training = replace(TrainingSettings(optimizer=Adam()), seed=number)
    return chain((*units, 1), DataSettings("circle", points=100), training)
