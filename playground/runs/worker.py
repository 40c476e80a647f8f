"""The process that trains one run after another: a line of JSON in, lines of JSON out, nothing unpickled."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from playground.document.files.file import loads
from playground.runs.rows import Row

if TYPE_CHECKING:
    from playground.engine.alone import KeptLoops
    from playground.engine.session import Session

BETWEEN_REPORTS = 0.2
"""Seconds."""
MOST_TWINS = 24
"""Structures after which the process ends and another takes its place: XLA never gives back what each has taken."""
MOST_POINTS = 200
ONE_THREAD = dict.fromkeys(("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"), "1")


def live(pipe: Connection) -> None:
    """Train what comes through the pipe until it ends, or memory that is never given back has piled up."""
    # Ctrl+C goes to every process of a terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Processes share the cores, not threads. Read once, as TensorFlow loads.
    os.environ.update(ONE_THREAD)
    try:
        from playground.engine.alone import KeptLoops

        kept = KeptLoops()
        _say(pipe, {"ready": True})
        while kept.twins < MOST_TWINS:
            asked = json.loads(pipe.recv_bytes())
            row = run_trial(asked["text"], asked["epochs"], asked["key"], kept, _reporter(pipe))
            _say(pipe, {"row": json.loads(row.dumps()), "last": kept.twins >= MOST_TWINS})
    except (EOFError, OSError):
        # The parent is gone, or wants this gone; whatever a native thread is doing is left behind.
        os._exit(0)


def _say(pipe: Connection, content: dict[str, Any]) -> None:
    pipe.send_bytes(json.dumps(content).encode())


def _reporter(pipe: Connection) -> Callable[[int], None]:
    last = [0.0]

    def report(epoch: int) -> None:
        if (now := time.monotonic()) - last[0] >= BETWEEN_REPORTS:
            last[0] = now
            _say(pipe, {"epoch": epoch})

    return report


def run_trial(text: str, epochs: int, key: str, kept: KeptLoops, report: Callable[[int], None]) -> Row:
    """Train the document in `text`; what became of it, with the numbers that `playground train` gives."""
    from playground.engine.alone import prepare, result_of, train_through
    from playground.engine.session import Session

    try:
        session = Session(loads(text), kept.of(epochs))
        prepare(session, epochs)
        ended = train_through(session, epochs, report)
        state = "done" if ended.diverged is None else "diverged"
        return Row(key, state, result_of(session, ended), curves=_curves(session))
    except (EOFError, OSError):
        raise
    except Exception as error:
        # One run that fails is a row, and the others go on.
        return Row(key, "failed", why=f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")


def _curves(session: Session) -> dict[str, list[float]]:
    epochs = range(session.epoch + 1)
    chosen = epochs[:: max(1, -(-len(epochs) // MOST_POINTS))]
    rows = [session.course.row(epoch) for epoch in chosen]
    sides = {side: [float(row[f"{side}_loss"]) for row in rows] for side in ("train", "validation")}
    return {"epochs": [float(epoch) for epoch in chosen], **sides}
