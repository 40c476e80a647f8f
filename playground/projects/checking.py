"""Whether what a file says of a run can be one: shapes that belong together, epochs in their order, known words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from playground.document.edits.differences import Difference
from playground.document.files.checked import FileError
from playground.document.limits import limits
from playground.document.metrics import METRICS
from playground.document.schedules import SCHEDULES
from playground.document.settings import OPTIMIZERS, DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.frames.run import Curves, Event, Status, Stop, column_names
from playground.frames.trained import Moment, Remembered, Rows, TrainedRun, Training, Watching

MOST_EPOCHS, MOST_STEPS = 1 << 32, 1 << 44
# What each event tells of.
EVENTS: dict[str, dict[str, tuple[type, ...]]] = {
    "rate": {"before": (int, float), "after": (int, float)},
    "edited": {"differences": (tuple,)},
    "weight": {"node": (str,), "value": (int, float)},
    "learned_one": {},
    "imported": {},
    "resumed": {},
    "went_back": {"newest": (int,)},
    "stopped": {"stop": (Stop,)},
    "diverged": {},
    "restored": {"best": (int,)},
}
HALTED: dict[str, dict[str, dict[str, tuple[type, ...]]]] = {
    "diverged": {"diverged": {"epoch": (int,), "loss": (int, float), "formula": (str,)}},
    "paused": {"stopped": {"stop": (Stop,)}},
}
STOPS = ("until_epochs", "until_loss", "until_accuracy", "patience")
COLUMNS = frozenset(column_names(METRICS))
SETTINGS = frozenset(
    field.name
    for kind in (TrainingSettings, DataSettings, Stopping, *OPTIMIZERS.values(), *SCHEDULES.values())
    for field in fields(kind)
)


def check_training(training: Training) -> None:
    """Raise FileError with the place of the first thing that cannot be."""
    _check_run(training.present, "trained.present")
    for name, run in training.rivals:
        _check_run(run, f"trained.rivals.{name}")
    for name, status in training.halted:
        _check_status(status, f"trained.halted.{name}")


def _need(holds: object, place: str) -> None:
    if not holds:
        raise FileError("impossible_run", place)


def _check_run(run: TrainedRun, place: str) -> None:
    moments = {"present": run.present, "good": run.good}
    if run.before_best is not None:
        moments["before_best"] = run.before_best.moment
        _need(run.before_best.rates.ndim == 1 and _finite(run.before_best.rates), f"{place}.before_best.rates")
    for name, moment in moments.items():
        _check_moment(moment, f"{place}.{name}")
        _need(moment.step <= run.present.step, f"{place}.{name}.step")
    _check_watching(run.watching, run.course.rows.count, f"{place}.watching")
    _check_course(run.course, f"{place}.course")


def _finite(array: NDArray[np.generic]) -> bool:
    return array.dtype.kind != "f" or bool(np.isfinite(array).all())


def _check_moment(moment: Moment, place: str) -> None:
    _need(moment.step < MOST_STEPS, f"{place}.step")
    for at, value in enumerate(moment.values):
        _need(_finite(value), f"{place}.values[{at}]")


def _check_watching(seen: Watching, count: int, place: str) -> None:
    epochs = [epoch for epoch, _ in seen.drops]
    _need(epochs[:1] == [0] and epochs[-1] < count and epochs == sorted(epochs), f"{place}.drops")
    _need(all(0 <= share <= 1 for share in (seen.share, *(share for _, share in seen.drops))), f"{place}.share")
    _need(seen.plateau.epoch < count and seen.best.epoch < count, f"{place}.best")
    _need(set(seen.reached) <= set(STOPS), f"{place}.reached")


def _check_course(course: Remembered, place: str) -> None:
    _check_rows(course.rows, f"{place}.rows")
    newest = course.rows.count - 1
    _check_events(course.events, newest, f"{place}.events")
    for at, one in enumerate(course.restored):
        fits = one.best <= one.epoch <= newest and {"train_loss", "validation_loss"} <= set(one.row) <= COLUMNS
        _need(fits, f"{place}.restored[{at}]")
    for at, run in enumerate(course.ended):
        _check_curves(run.curves, f"{place}.ended[{at}].curves")
    _need(course.batch_losses.ndim == 1 and len(course.batch_losses) <= 4_096, f"{place}.batch_losses")
    _need(len(course.batch_losses) <= course.batch < MOST_STEPS or not len(course.batch_losses), f"{place}.batch")
    sizes, nodes = course.sizes, len(course.sizes.nodes)
    _need(_rises(sizes.epochs) and sizes.values.shape == (len(sizes.epochs), nodes, 3), f"{place}.sizes")
    newest_sizes = course.newest.size == 0 or course.newest.shape in ((nodes, 3), (nodes, 6))
    _need(newest_sizes, f"{place}.newest")


def _rises(epochs: NDArray[np.int64]) -> bool:
    return epochs.ndim == 1 and bool((epochs >= 0).all() and (np.diff(epochs) > 0).all())


def _known(names: tuple[str, ...]) -> bool:
    return {"train_loss", "validation_loss"} <= set(names) <= COLUMNS and len(set(names)) == len(names)


def _check_rows(rows: Rows, place: str) -> None:
    _need(0 < rows.count < MOST_EPOCHS, f"{place}.count")
    _need(_known(rows.names), f"{place}.names")
    ends = _rises(rows.epochs) and list(rows.epochs[[0, -1]]) == [0, rows.count - 1] if len(rows.epochs) else False
    _need(ends, f"{place}.epochs")
    _need(rows.values.shape == (len(rows.epochs), len(rows.names)), f"{place}.values")
    _need(rows.sums.ndim == 2 and rows.sums.shape[1] == len(rows.names), f"{place}.sums")


def _check_curves(curves: Curves, place: str) -> None:
    columns = len(curves.names)
    _need(_known(curves.names), f"{place}.names")
    _need(len(curves.epochs) and _rises(curves.epochs), f"{place}.epochs")
    _need(curves.values.shape == (len(curves.epochs), columns), f"{place}.values")
    means = curves.means.shape == (len(curves.mean_epochs), columns) or not curves.means.size
    _need(means and curves.mean_epochs.ndim == 1, f"{place}.means")


def _check_events(events: Iterable[Event], newest: int, place: str) -> None:
    before = 0
    for at, event in enumerate(events):
        here = f"{place}[{at}]"
        _need(before <= event.epoch <= newest and event.code in EVENTS, here)
        _check_values(event.values, EVENTS[event.code], here)
        before = event.epoch


def _check_values(values: tuple[tuple[str, object], ...], wanted: dict[str, tuple[type, ...]], place: str) -> None:
    found = dict(values)
    _need(set(found) == set(wanted) and len(values) == len(wanted), f"{place}.values")
    for name, kinds in wanted.items():
        value = found[name]
        _need(isinstance(value, kinds) and not isinstance(value, bool), f"{place}.{name}")
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(value, tuple):
                _need(isinstance(part, Difference) and _is_known(part), f"{place}.{name}")
            if isinstance(part, Stop):
                _need(part.rule in STOPS and part.watched in ("", *COLUMNS) and isfinite(part.value), f"{place}.{name}")


def _is_known(found: Difference) -> bool:
    """Whether there are words for it."""
    nested = any(is_dataclass(value) for value in (found.before, found.after))
    own = set(limits(found.node.layer)) if found.node is not None else SETTINGS
    return not nested and (found.name in own if found.code == "setting" else found.code == "connections" or (
        found.node is not None))  # fmt: skip


def _check_status(status: Status, place: str) -> None:
    known = HALTED.get(status.state, {})
    _need(status.code in known, place)
    _check_values(status.values, known[status.code], place)
