"""Runs on this machine: processes of our own, one trial at a time each, kept for the next experiment."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from playground.frames.device import DeviceError
from playground.runs.rows import Progress, Row, row_of
from playground.runs.trials import Trial
from playground.runs.worker import asked_of, live

MOST_TRIES = 3
"""A process that dies takes its trial along so often, and then the run is lost."""
BETWEEN_LOOKS = 0.1
"""Seconds."""
MEMORY_EACH = 1 << 30
"""Bytes; nearly all of it is TensorFlow's."""


@dataclass
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    trial: Trial | None = None
    kin: object = None
    ready: bool = False
    is_first: bool = False
    since: float = 0.0


@dataclass
class _Pace:
    """Seconds for a run, newest: of one whose structure its process has not seen, and of another of its kin."""

    first: float | None = None
    usual: float | None = None

    def learn(self, worker: _Worker) -> None:
        seconds = time.monotonic() - worker.since
        if worker.is_first:
            self.first = seconds
        else:
            self.usual = seconds

    def is_worth(self, waiting: int) -> bool:
        """Whether one process more is to compile what another one has, where so many runs wait for that."""
        if self.first is None or self.usual is None:
            return True
        return waiting * self.usual > self.first - self.usual


class WorkerError(RuntimeError):
    """No worker process lives long enough to train; holds the exit code of the last."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"exit code {code}")
        self.code = code


class HereRunner:
    """So many worker processes. They are started when there is something to do, and stay until `close`.

    One thread uses it; `events` may be left at any time, and `cancel` then ends what is under way at once.
    """

    def __init__(self, workers: int, keeps: int = 0, device: str = "") -> None:
        """`keeps`: rows bring curves as they grow, the output, and what was learned where it takes no more bytes.

        `device`: what each process is bound to, as `frames/device.py` names them.
        """
        self.size, self.keeps, self.device = workers, keeps, device
        self._workers: list[_Worker] = []
        self._stillborn, self._made, self._pace = 0, 0, _Pace()
        # Never a fork, which TensorFlow does not survive.
        self._context = multiprocessing.get_context("spawn")

    def __enter__(self) -> HereRunner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the processes there are."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def warm_up(self) -> None:
        """Start every worker and wait until each has loaded TensorFlow. Raises EOFError where one cannot."""
        self._fill(self.size)
        for worker in self._workers:
            if not worker.ready:
                json.loads(worker.pipe.recv_bytes())
                worker.ready = True

    def events(self, trials: Sequence[Trial], is_asked: Callable[[], bool] = lambda: False) -> Iterator[Progress | Row]:
        """Train them all; what happens, as it happens: a row for each trial, and epochs of those under way.

        Once `is_asked` is true, which is looked at several times a second, what is under way is cancelled. Raises
        WorkerError where no worker gets as far as its first trial, DeviceError where there is no such device.
        """
        waiting, tries = list(trials), dict.fromkeys((trial.key for trial in trials), 0)
        while waiting or any(worker.trial for worker in self._workers):
            if is_asked():
                self.cancel()
                return
            self._fill(min(self.size, len(waiting) + sum(worker.trial is not None for worker in self._workers)))
            for worker in self._workers:
                if worker.ready and worker.trial is None and waiting:
                    self._hand_out(worker, waiting, tries)
            found = wait([worker.pipe for worker in self._workers], timeout=BETWEEN_LOOKS)
            for worker in [worker for worker in self._workers if worker.pipe in found]:
                told = self._told(worker)
                if told is None:
                    yield from self._bury(worker, waiting, tries)
                elif "gpus" in told:
                    raise DeviceError(self.device, told["gpus"])
                elif worker.trial is not None and "epoch" in told:
                    yield Progress(worker.trial.key, told["epoch"], told.get("curves", {}))
                elif row := row_of(told.get("row")):
                    self._pace.learn(worker)
                    worker.trial = None
                    yield row
                    if told.get("last"):
                        yield from self._bury(worker, waiting, tries)

    def _fill(self, size: int) -> None:
        while len(self._workers) < size:
            ours, theirs = self._context.Pipe()
            asked = (theirs, self.device, self._made)
            process = self._context.Process(target=live, args=asked, name="run", daemon=True)
            process.start()
            theirs.close()
            self._made += 1
            self._workers.append(_Worker(process, ours))

    def _hand_out(self, worker: _Worker, waiting: list[Trial], tries: dict[str, int]) -> None:
        """What `_next_for` chooses, if anything."""
        trial = self._next_for(worker, waiting)
        if trial is None:
            return
        waiting.remove(trial)
        tries[trial.key] += 1
        worker.is_first, worker.since = trial.kin != worker.kin, time.monotonic()
        worker.trial, worker.kin = trial, trial.kin
        asked = asked_of(trial, self.keeps)
        # Where it died in between, its pipe tells in a moment.
        with suppress(OSError):
            worker.pipe.send_bytes(json.dumps(asked).encode())

    def _next_for(self, worker: _Worker, waiting: Sequence[Trial]) -> Trial | None:
        """A trial that shares what the worker has compiled, else one that no other worker is at, the largest first.

        Else one of those that wait for the busiest; None where that is done with them before this one has compiled.
        """
        busy = [other.kin for other in self._workers if other is not worker and other.trial is not None]
        kin = next((trial for trial in waiting if trial.kin == worker.kin), None)
        if kin is not None:
            return kin
        fresh = [trial for trial in waiting if trial.kin not in busy]
        if fresh:
            # What is short at the end leaves no other process idle for long.
            return max(fresh, key=lambda trial: trial.size)
        behind = Counter(busy.index(trial.kin) for trial in waiting)
        place, count = behind.most_common(1)[0]
        if not self._pace.is_worth(count):
            return None
        return next(trial for trial in waiting if trial.kin == busy[place])

    def _told(self, worker: _Worker) -> dict[str, Any] | None:
        """What a worker says; None where it is gone, as its end of the pipe closes with it."""
        try:
            told: dict[str, Any] = json.loads(worker.pipe.recv_bytes())
        except (EOFError, OSError):
            return None
        worker.ready, self._stillborn = True, 0
        return told

    def _bury(self, worker: _Worker, waiting: list[Trial], tries: dict[str, int]) -> Iterator[Row]:
        """A worker is gone: its trial is tried again, or lost."""
        self._workers.remove(worker)
        worker.process.join()
        worker.pipe.close()
        code, trial = worker.process.exitcode, worker.trial
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= MOST_TRIES:
                raise WorkerError(code)
        if trial is None:
            return
        if tries[trial.key] < MOST_TRIES:
            waiting.insert(0, trial)
        else:
            yield Row(trial.key, "lost", why=f"exit code {code}")

    def cancel(self) -> None:
        """End what is under way at once; idle workers stay. Nothing of a run is kept before its row."""
        for worker in [worker for worker in self._workers if worker.trial is not None]:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
            self._workers.remove(worker)

    def close(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()


def usual_workers(trials: int) -> int:
    """As many as there are cores and memory for, and trials."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, _free_memory() // MEMORY_EACH, trials))


def _free_memory() -> int:
    """Bytes that can be had; where the system does not tell, plenty."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) << 10 for line in lines if line.startswith("MemAvailable"))
    except (OSError, StopIteration, ValueError):
        return 1 << 40
