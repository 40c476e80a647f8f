"""What was learned and is in no file yet: for how long it was trained, and how it gets into one."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from playground.document.document import Document
from playground.frames.run import ENGINE_GONE
from playground.frames.trained import Training
from playground.projects.codec import encode
from playground.projects.project import write_project
from playground.ui.dialogs.waiting import POLL_MS, beside_the_window, live
from playground.ui.trainer import Trainer

WORTH_ASKING = 60.0
"""Seconds of training that nobody wants to lose without a question."""
LOOK_MS = 1_000
PATIENCE = 30.0
LARGE = 1 << 20
"""Letters; text of so many is written on a thread."""


class UnsavedTraining(QObject):
    """`changed` tells that enough has been trained to be asked about, `misfit` that an opened project's was not its."""

    changed = Signal()
    misfit = Signal()

    def __init__(self, trainer: Trainer, parent: QObject) -> None:
        super().__init__(parent)
        self._trainer = trainer
        self._opened: Training | None = None
        self._seconds, self._seen = 0.0, time.monotonic()
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    @property
    def seconds(self) -> float:
        """For how long it was trained since it was opened or saved."""
        return self._seconds

    @property
    def is_worth_asking(self) -> bool:
        return self._seconds >= WORTH_ASKING

    def begin(self, training: Training | None) -> None:
        """Another project is open, with that."""
        self._opened = training
        self.forget()

    def take_over(self, other: UnsavedTraining) -> None:
        """The same work in another window."""
        self._opened, self._seconds = other._opened, other._seconds

    def forget(self) -> None:
        """A file has it, or it is given up."""
        self._seconds = 0.0

    def look(self) -> None:
        """Once a second: how long it trains, and whether what a project came with was its own."""
        now, state, before = time.monotonic(), self._trainer.status.state, self.is_worth_asking
        passed, self._seen = now - self._seen, now
        if state == "training":
            self._seconds += passed
        elif state == "ready":
            # Back at the first weights, which the seed gives again.
            self._seconds = 0.0
        if self.is_worth_asking != before:
            self.changed.emit()
        if self._trainer.lasting.take_misfit():
            self._opened = None
            self.misfit.emit()

    # Into a file

    def write(self, document: Document, path: Path, experiment: str, expected: str | None) -> tuple[str, str]:
        """Save the project. Returns its fingerprint, and why it was saved without what was learned, as a code, or "".

        Raises OSError; ChangedError where something else is there than expected.
        """
        trained, why = self._text()
        write = partial(write_project, document, trained, path, experiment, expected)
        written = write() if len(trained) + len(experiment) < LARGE else beside_the_window(write)
        self.forget()
        return written, why

    def _text(self) -> tuple[str, str]:
        """What was learned, as a file has it; and why it is not there, or ""."""
        frame = self._trainer.last_frame
        if frame is None:
            # The engine has not come as far as to take it.
            opened = self._opened
            return (beside_the_window(lambda: encode(opened)) if opened is not None else ""), ""
        if not (frame.epoch or frame.batch or frame.events or frame.ended):
            return "", ""
        if self._trainer.status.code == ENGINE_GONE:
            self._trainer.go_on()
        serial, deadline, found = self._trainer.lasting.ask(), time.monotonic() + PATIENCE, None
        while found is None and time.monotonic() < deadline:
            found = self._trainer.lasting.take(serial)
            if found is None:
                live(POLL_MS)
        if found is None:
            self._trainer.lasting.forget(serial)
            return "", "no_answer"
        return found.text, "too_large" if found.too_large else "" if found.text else "no_answer"
