"""An experiment under way: a thread listens to the processes that train, the window asks it what is new."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from playground.frames.reply import Failure
from playground.runs.experiment import Experiment
from playground.runs.halving import Runner, train, work
from playground.runs.here import HereRunner, WorkerError, usual_workers
from playground.runs.rows import FINISHED, Kept, Progress, Row

KEEPS = 1 << 20
"""Bytes that what one run has learned may take to be kept with it."""


class Running:
    """Of the window's thread, but for `_run`. Processes stay warm between two experiments of as many workers."""

    def __init__(self, make: Callable[[int, int], HereRunner] = HereRunner) -> None:
        self._make = make
        self._runner: HereRunner | None = None
        self._thread: Thread | None = None
        self._asked = Event()
        self._events: deque[Progress | Row] = deque()
        self._fault: Failure | None = None
        self._began, self._epochs, self._seen = 0.0, 0, dict[str, int]()
        self.workers = 0

    @property
    def is_on(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self, experiment: Experiment, path: Path | None) -> None:
        """Train what has no row yet. Rows go to the file as they come, and those in it need not be trained again."""
        self.stop()
        self._asked, self._fault = Event(), None
        self._began, self._seen = time.monotonic(), {}
        self._epochs = work(experiment.trials, experiment.rows, experiment.halving)
        self.workers = experiment.plan.workers or usual_workers(len(experiment.trials))
        arguments = (experiment, path, self._asked)
        self._thread = Thread(target=self._run, args=arguments, name="experiment", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """What is under way is given up at once; rows stay."""
        self._asked.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def close(self) -> None:
        self.stop()
        if self._runner is not None:
            self._runner.close()
            self._runner = None

    def take(self) -> list[Progress | Row]:
        """What has happened since it was last asked."""
        found: list[Progress | Row] = []
        while self._events:
            event = self._events.popleft()
            epochs = event.epoch if isinstance(event, Progress) else int(event.numbers.get("epochs", 0))
            self._seen[event.key] = max(epochs, 1)
            found.append(event)
        return found

    def take_fault(self) -> Failure | None:
        """Why it ended, where it was not done; once."""
        fault, self._fault = self._fault, None
        return fault

    def seconds_left(self) -> float | None:
        """By the epochs that were trained so far; None while none were."""
        trained, passed = sum(self._seen.values()), time.monotonic() - self._began
        return passed * max(self._epochs - trained, 0) / trained if trained else None

    def _run(self, experiment: Experiment, path: Path | None, asked: Event) -> None:
        rows, kept = dict(experiment.rows), None
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                kept = Kept(path)
                rows = self._known(experiment, kept)
            for event in train(self._ready(), experiment.trials, rows, asked.is_set, experiment.halving):
                if isinstance(event, Row):
                    rows[event.key] = event
                    if kept is not None:
                        kept.add(event)
                self._events.append(event)
        except (OSError, WorkerError) as error:
            self._fault = Failure.of(error)
            if self._runner is not None:
                self._runner.close()
        finally:
            if kept is not None:
                kept.close()

    def _known(self, experiment: Experiment, kept: Kept) -> dict[str, Row]:
        """Rows of before, those of the file told as news."""
        own = {trial.key for trial in experiment.trials}
        found = {key: row for key, row in kept.rows.items() if key.partition("@")[0] in own}
        self._events += [row for key, row in found.items() if key not in experiment.rows and row.state in FINISHED]
        return {**found, **experiment.rows}

    def _ready(self) -> Runner:
        if self._runner is None or self._runner.size != self.workers:
            if self._runner is not None:
                self._runner.close()
            self._runner = self._make(self.workers, KEEPS)
        return self._runner
