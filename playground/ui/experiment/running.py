"""An experiment under way: a thread leads the processes or the cluster that train, the window asks it what is new."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from playground.frames.device import DeviceError
from playground.runs.cluster import ClusterRunner
from playground.runs.experiment import Experiment
from playground.runs.halving import Runner, train, work
from playground.runs.here import HereRunner, WorkerError, usual_workers
from playground.runs.reach import Reach
from playground.runs.rows import FINISHED, Kept, Progress, Row
from playground.runs.store import Store

KEEPS = 64 << 20
"""Bytes of arrays that what one run has learned may take to be kept: a project may have no more."""
WAITS, WAITS_AT_END = 0.3, 2.0
"""Seconds that the window waits for the thread to end; a scheduler that is silent keeps it longer."""


@dataclass
class _Led:
    """What the thread is given, and what it tells; nobody else's once it is stopped."""

    experiment: Experiment
    path: Path | None
    reach: Reach
    before: Thread | None
    store: Store | None = None
    workers: int = 0
    asked: Event = field(default_factory=Event)
    events: deque[Progress | Row] = field(default_factory=deque)
    fault: Exception | None = None
    cluster: ClusterRunner | None = None


@dataclass(frozen=True, slots=True)
class Hands:
    """Who trains: so many processes of this machine, or workers of a cluster, None before it has answered."""

    workers: int | None = 0
    cluster: str = ""


class Running:
    """Of the window's thread, but for `_run` and what it calls. Processes stay warm between two experiments of as
    many; a cluster is left as soon as it is done."""

    def __init__(self, make: Callable[..., HereRunner] = HereRunner) -> None:
        self._make = make
        self._runner: HereRunner | None = None
        self._thread: Thread | None = None
        self._left: Thread | None = None
        self._led: _Led | None = None
        self._began, self._epochs, self._seen = 0.0, 0, dict[str, int]()

    @property
    def is_on(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    @property
    def hands(self) -> Hands:
        """Who trains at the moment."""
        led = self._led
        if led is None or not led.experiment.plan.cluster:
            return Hands(led.workers if led is not None else 0)
        return Hands(led.cluster.workers if led.cluster is not None else None, led.experiment.plan.cluster)

    def start(
        self,
        experiment: Experiment,
        path: Path | None,
        reach: Reach = Reach(),  # noqa: B008
        store: Store | None = None,
    ) -> None:
        """Train what has no row yet. Rows go to the file as they come, and those in it need not be trained again.

        `store` has what large runs have learned.
        """
        self.stop()
        self._began, self._seen = time.monotonic(), {}
        self._epochs = work(experiment.trials, experiment.rows, experiment.halving)
        workers = experiment.plan.workers or usual_workers(len(experiment.trials))
        self._led = _Led(experiment, path, reach, self._left, store, workers)
        self._thread = Thread(target=self._run, args=(self._led,), name="experiment", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """What is under way is given up; rows stay. The thread may end later, and the next one waits for it."""
        if self._led is not None:
            self._led.asked.set()
        if self._thread is not None:
            self._thread.join(WAITS)
            self._left, self._thread = self._thread if self._thread.is_alive() else None, None

    def close(self) -> None:
        self.stop()
        if self._left is not None:
            self._left.join(WAITS_AT_END)
        if self._runner is not None and (self._left is None or not self._left.is_alive()):
            self._runner.close()
            self._runner = None

    def take(self) -> list[Progress | Row]:
        """What has happened since it was last asked."""
        found: list[Progress | Row] = []
        while self._led is not None and self._led.events:
            event = self._led.events.popleft()
            epochs = event.epoch if isinstance(event, Progress) else int(event.numbers.get("epochs", 0))
            self._seen[event.key] = max(epochs, 1)
            found.append(event)
        return found

    def take_fault(self) -> Exception | None:
        """Why it ended, where it was not done; once."""
        led = self._led
        fault = led.fault if led is not None else None
        if led is not None:
            led.fault = None
        return fault

    def seconds_left(self) -> float | None:
        """By the epochs that were trained so far; None while none were."""
        trained, passed = sum(self._seen.values()), time.monotonic() - self._began
        return passed * max(self._epochs - trained, 0) / trained if trained else None

    # Of the thread

    def _run(self, led: _Led) -> None:
        if led.before is not None:
            led.before.join()
        try:
            with self._runner_for(led) as runner:
                self._train(led, runner)
        except (WorkerError, DeviceError) as error:
            led.fault = error
            if self._runner is not None:
                self._runner.close()
        except Exception as error:
            # Whatever it is, a person is to be told, and rows stay.
            led.fault = error

    def _train(self, led: _Led, runner: Runner) -> None:
        experiment, rows, kept = led.experiment, dict(led.experiment.rows), None
        if led.asked.is_set():
            return
        try:
            if led.path is not None:
                led.path.parent.mkdir(parents=True, exist_ok=True)
                kept = Kept(led.path)
                rows = _known(led, kept)
            for event in train(runner, experiment.trials, rows, led.asked.is_set, experiment.halving):
                if isinstance(event, Row):
                    event = event if led.store is None else led.store.take(event, rows.values())
                    rows[event.key] = event
                    if kept is not None:
                        kept.add(event)
                led.events.append(event)
        finally:
            if kept is not None:
                kept.close()

    @contextmanager
    def _runner_for(self, led: _Led) -> Iterator[Runner]:
        plan = led.experiment.plan
        if not plan.cluster:
            yield self._here(led.workers, plan.device)
            return
        led.cluster = ClusterRunner(plan.cluster, led.reach, KEEPS)
        try:
            yield led.cluster
        finally:
            # One that is gone cannot be left in order.
            with suppress(Exception):
                led.cluster.close()

    def _here(self, workers: int, device: str) -> HereRunner:
        runner = self._runner
        if runner is None or (runner.size, runner.device) != (workers, device):
            if runner is not None:
                runner.close()
            runner = self._runner = self._make(workers, KEEPS, device)
        return runner


def _known(led: _Led, kept: Kept) -> dict[str, Row]:
    """Rows of before, those of the file told as news."""
    own, before = {trial.key for trial in led.experiment.trials}, led.experiment.rows
    found = {key: row for key, row in kept.rows.items() if key.partition("@")[0] in own}
    led.events += [row for key, row in found.items() if key not in before and row.state in FINISHED]
    return {**found, **before}
