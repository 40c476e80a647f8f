"""The process that trains one run after another: a line of JSON in, lines of JSON out, nothing unpickled."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from playground.document.files.file import loads
from playground.frames.device import DeviceError
from playground.frames.rates import RateSearch
from playground.frames.wanted import Wanted
from playground.projects.arrays import TooLargeError
from playground.projects.codec import encode
from playground.runs.axes import RATE, with_setting
from playground.runs.rows import NO_RATE, Row
from playground.runs.surfaces import SURFACE_SIDE, surface_text
from playground.runs.trials import Trial

if TYPE_CHECKING:
    from playground.engine.alone import KeptLoops
    from playground.engine.session import Session

BETWEEN_REPORTS = 0.2
"""Seconds."""
MOST_TWINS = 24
"""Structures after which the process ends and another takes its place: XLA never gives back what each has taken."""
MOST_POINTS = 200
Curves = Callable[[], Mapping[str, Sequence[float]]]
Report = Callable[[int, Curves], None]
"""Takes the epoch, and what makes the curves up to it where they are asked for."""
ONE_THREAD = dict.fromkeys(("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"), "1")


def live(pipe: Connection, device: str = "", place: int = 0) -> None:
    """Train what comes through the pipe until it ends, or memory that is never given back has piled up.

    On that device, as `frames/device.py` names them; `place` is that of the process among its like.
    """
    # Ctrl+C goes to every process of a terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Processes share the cores, not threads. Read once, as TensorFlow loads.
    os.environ.update(ONE_THREAD)
    try:
        from playground.engine.alone import KeptLoops
        from playground.engine.worker.devices import bind

        bind(device, place)
        kept = KeptLoops()
        _say(pipe, {"ready": True})
        while kept.twins < MOST_TWINS:
            asked = json.loads(pipe.recv_bytes())
            row = run_trial(asked, kept, _reporter(pipe))
            _say(pipe, {"row": row.plain, "last": kept.twins >= MOST_TWINS})
    except DeviceError as error:
        _say(pipe, {"gpus": error.found})
    except (EOFError, OSError):
        # The parent is gone, or wants this gone; whatever a native thread is doing is left behind.
        os._exit(0)


def _say(pipe: Connection, content: dict[str, Any]) -> None:
    pipe.send_bytes(json.dumps(content).encode())


def _reporter(pipe: Connection) -> Report:
    last = [0.0]

    def report(epoch: int, curves: Curves) -> None:
        if (now := time.monotonic()) - last[0] >= BETWEEN_REPORTS:
            last[0] = now
            _say(pipe, {"epoch": epoch, "curves": curves()})

    return report


def asked_of(trial: Trial, keeps: int = 0) -> dict[str, Any]:
    """What crosses to what trains it, in values of JSON. See `HereRunner` for `keeps`."""
    asked = {"text": trial.text, "epochs": trial.epochs, "key": trial.key}
    return {**asked, "until": trial.until, "keeps": keeps, "finds_rate": trial.finds_rate}


def run_trial(asked: Mapping[str, Any], kept: KeptLoops, report: Report) -> Row:
    """Train what `asked_of` says; what became of it, with the numbers that `playground train` gives."""
    from playground.engine.alone import prepare, result_of, train_through
    from playground.engine.session import Session

    epochs, until, key = asked["epochs"], asked["until"], asked["key"]
    try:
        session = Session(loads(asked["text"]), kept.of(epochs))
        if found := _found_rate(session) if asked["finds_rate"] else {}:
            session = Session(with_setting(session.document, RATE, found["learning_rate"]), kept.of(epochs))
        prepare(session, epochs)
        told = (lambda: _curves(session)) if asked["keeps"] else dict
        ended = train_through(session, until or epochs, lambda epoch: report(epoch, told))
        state = "diverged" if ended.diverged is not None else "stopped" if until and ended.stop is None else "done"
        row = Row(key, state, {**result_of(session, ended), **found}, curves=_curves(session))
        return with_network(row, session, asked["keeps"]) if asked["keeps"] else row
    except (EOFError, OSError):
        raise
    except NoRateError as error:
        return Row(key, "failed", why=str(error))
    except Exception as error:
        # One run that fails is a row, and the others go on.
        return Row(key, "failed", why=f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")


class NoRateError(ValueError):
    """The search for a learning rate found none; says why."""


def _found_rate(session: Session) -> dict[str, float]:
    """The rate at which the loss falls steepest from the first weights on. Raises NoRateError."""
    from playground.engine.rates import search

    _, reading = search(session, RateSearch(from_first=True))
    if reading.rate is None:
        raise NoRateError(NO_RATE[reading.why])
    return {"learning_rate": reading.rate}


def with_network(row: Row, session: Session, most_bytes: int) -> Row:
    """The row with the output over the plane, where there is one, and what was learned, where it is small enough."""
    from playground.engine.lasting import training_of
    from playground.engine.run.keeping import KeptRuns

    surface: dict[str, Any] = {}
    if not session.document.data.facts.by_example:
        seen = session.look(Wanted(surface_side=SURFACE_SIDE, map_side=0)).surface
        surface = surface_text(seen) if seen is not None else {}
    runs = KeptRuns(session.keep(most_film_bytes=0), {}, {})
    try:
        trained = encode(training_of(runs, session.document), most_bytes)
    except TooLargeError:
        trained = ""
    return replace(row, trained=trained, surface=surface)


def _curves(session: Session) -> dict[str, list[float]]:
    epochs = range(session.epoch + 1)
    chosen = epochs[:: max(1, -(-len(epochs) // MOST_POINTS))]
    rows = [session.course.row(epoch) for epoch in chosen]
    sides = {side: [float(row[f"{side}_loss"]) for row in rows] for side in ("train", "validation")}
    return {"epochs": [float(epoch) for epoch in chosen], **sides}
