"""A run from its first epoch to its last, with no window: what `train` and the workers of an experiment share.

The same document and epochs take the same path to the same numbers wherever this runs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.engine.loops import Loops
from playground.engine.session import DivergedError, Session
from playground.frames.run import Stop

MANY_STEPS = 3_000
"""From here on compiling for XLA, about a second, is soon made up for."""
LONGEST_CALL = 0.5
"""Seconds; no call into TensorFlow can be interrupted."""
# As the result calls them -> as the run does.
SIDES = {"train": "train", "test": "validation"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: what stopped it, the error of one that diverged, whether somebody asked, from which step."""

    seconds: float
    first: int
    stop: Stop | None = None
    diverged: DivergedError | None = None
    interrupted: bool = False


class KeptLoops:
    """The compiled loops of one run after another, a store for each length of runs.

    A twin that a long run has compiled would otherwise take a short one, which has none, to other last digits.
    """

    def __init__(self) -> None:
        self._stores: dict[int, Loops] = {}

    def of(self, epochs: int) -> Loops:
        return self._stores.setdefault(epochs, Loops())

    @property
    def twins(self) -> int:
        """How many structures XLA has compiled, which keeps memory for good."""
        return sum(store.twins for store in self._stores.values())


def prepare(session: Session, epochs: int) -> None:
    """Compile before the run, not beside it: the same file and seed then take the same path to the same numbers."""
    steps = epochs * session.plain.steps_per_epoch
    session.warm_up()
    if steps >= MANY_STEPS or not session.ready:
        session.compile_twin()


def train_through(
    session: Session, epochs: int, report: Callable[[int], None], is_asked: Callable[[], bool] = lambda: False
) -> Ended:
    """Train that many epochs, or until a rule stops it, or to the end of the epoch in which `is_asked` is first true.

    `report` is called with the epoch after each call into TensorFlow.
    """
    steps, first = epochs * session.plain.steps_per_epoch, session.step
    start, stop, end = time.perf_counter(), None, first + steps
    try:
        while session.step < end and stop is None:
            stop = session.train(min(_chunk(session, steps), end - session.step))
            report(session.epoch)
            if is_asked():
                # The epoch is finished, so that what is written is what that many epochs give.
                end = session.step + -session.step % session.plain.steps_per_epoch
        if stop is None:
            session.end()
    except DivergedError as error:
        return Ended(time.perf_counter() - start, first, diverged=error, interrupted=end < first + steps)
    return Ended(time.perf_counter() - start, first, stop, interrupted=end < first + steps and stop is None)


def _chunk(session: Session, steps: int) -> int:
    """How many steps one call takes: a hundredth of the run, and no longer than Ctrl+C may have to wait."""
    pace = session.pace
    most = session.plain.steps_per_epoch if pace is None else int(LONGEST_CALL / pace)
    return max(1, min(session.plain.most_steps, steps // 100, most))


def result_of(session: Session, ended: Ended) -> dict[str, Any]:
    """The numbers of a run, as `train --json` prints them."""
    row = session.course.row(session.epoch)
    restored = next((one.best for one in session.course.restored if one.epoch == session.epoch), None)
    others = (name for name in session.document.metrics if name != "accuracy")
    epochs = (session.step - ended.first) / session.plain.steps_per_epoch
    return {
        "epochs": session.epoch,
        "restored_from": restored,
        "train_loss": row["train_loss"],
        "test_loss": row["validation_loss"],
        "train_accuracy": row.get("train_accuracy"),
        "test_accuracy": row.get("validation_accuracy"),
        **{f"{told}_{name}": row[f"{side}_{name}"] for name in others for told, side in SIDES.items()},
        "parameters": session.parameters,
        "seconds": ended.seconds,
        "epochs_per_second": epochs / ended.seconds if ended.seconds else 0.0,
        "diverged_after": None if ended.diverged is None else ended.diverged.epoch - 1,
    }
