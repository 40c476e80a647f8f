"""Keras's own metrics as a person feeds them, and as the running network does."""

from __future__ import annotations

import time
from functools import lru_cache

import keras
import numpy as np
from keras.src.utils.naming import to_snake_case

from playground.document.checks.compared import compared
from playground.engine.metrics import STEPS
from playground.engine.session import Session
from playground.frames.arrays import Floats
from playground.frames.meters import (
    METERS,
    LiveReading,
    MeterAnswer,
    MeterQuestion,
    Reading,
    ResetState,
    shape_of,
)

MOST_WORDS = 200
# How many times as long as one reading takes until the next while training goes on, and the shortest such rest.
REST, SHORTEST = 10, 0.1
# More rows than these of an epoch would hold the training up.
MOST_ROWS = 5_000
# Whose labels are a number each where its predictions are a row each.
SPARSE = "SparseCategoricalAccuracy"


def answer(question: MeterQuestion) -> MeterAnswer:
    """Make the meter and go through its steps. Never raises: what Keras says against one stands in the answer."""
    meter = _made(question.meter)
    readings = [_reading(meter)]
    for step in question.steps:
        if isinstance(step, ResetState):
            meter.reset_state()
        else:
            shapes = [shape_of(given) for given in step.given]
            if len(shapes) == 2 and shapes[0][:1] != shapes[1][:1]:
                sizes = (shapes[0][0] if shapes[0] else 1, shapes[1][0] if shapes[1] else 1)
                return MeterAnswer(question, tuple(readings), sizes=sizes)
            try:
                meter.update_state(*(np.asarray(given, np.float32) for given in step.given))
            except Exception as error:
                return MeterAnswer(question, tuple(readings), trouble=_cleaned(str(error)))
        readings.append(_reading(meter))
    return MeterAnswer(question, tuple(readings))


class LiveMeter:
    """The newest reading of the running network, and when it is due again."""

    def __init__(self) -> None:
        self._newest: LiveReading | None = None
        self._next = 0.0

    def read(self, session: Session, name: str, hurried: bool) -> LiveReading | None:
        """As `live`; where `hurried`, one of a moment ago will do, so that training keeps most of the time."""
        start, known = time.perf_counter(), self._newest
        if not hurried or known is None or known.meter != name or start >= self._next:
            self._newest = live(session, name)
            now = time.perf_counter()
            self._next = now + max(SHORTEST, REST * (now - start))
        return self._newest


def live(session: Session, name: str) -> LiveReading | None:
    """The meter after the batches of the epoch under way, all of them at its end.

    Labels are compared with what the network gives now; of Mean and Sum each batch's loss as it was trained on, so
    far as that was noted. None where the meter does not suit the task.
    """
    row, task = METERS.get(name), session.document.data.facts.task
    if row is None or task not in row.tasks:
        return None
    of = session.plain.steps_per_epoch
    batches = session.batch or (of if session.step else 0)
    meter, epoch = _made(name), session.epoch + bool(session.batch)
    if row.food == "losses":
        noted = session.course.newest_batches(of)
        recent = noted.losses[noted.steps > session.step - batches]
        if len(recent):
            meter.update_state(recent)
        batches = len(recent)
    else:
        labels, predictions = _pairs(session, row.food, name)
        rows = session.rows_of(session.step - batches, batches)[:MOST_ROWS]
        if len(rows):
            # All at once: a meter adds up, so it is what it would be batch by batch.
            meter.update_state(labels[rows], predictions[rows])
    return LiveReading(name, epoch, batches, of, _reading(meter))


def _pairs(session: Session, food: str, name: str) -> tuple[Floats, Floats]:
    """All train targets and what the network gives for them, as metrics compare them; see Food."""
    spec = session.spec
    steps = compared(spec.loss, spec.task, spec.outputs)
    output = session.train_outputs()
    made = []
    for values, names in ((session.arrays.train_y, steps.target), (output, steps.output)):
        for step in names:
            values = STEPS[step](values, spec.outputs)
        made.append(np.asarray(values, np.float32))
    target, predicted = made
    wide = predicted.shape[1] > 1
    if food == "classes":
        return (target.argmax(1), predicted.argmax(1)) if wide else (target[:, 0], (predicted[:, 0] > 0.5) * 1.0)
    return (target.argmax(1), predicted) if name == SPARSE else (target, predicted)


@lru_cache(maxsize=len(METERS))
def _kept(name: str) -> keras.Metric:
    # TensorFlow keeps something of each variable that ever was, so there is one meter of a kind.
    made: keras.Metric = getattr(keras.metrics, METERS[name].name)(name=to_snake_case(name))
    return made


def _made(name: str) -> keras.Metric:
    """As if it were new."""
    meter = _kept(name)
    meter.reset_state()
    return meter


def _reading(meter: keras.Metric) -> Reading:
    """Its result, and its variables by name, as "mean/total"."""
    variables = tuple((f"{meter.name}/{variable.name}", np.array(variable)) for variable in meter.variables)
    return Reading(float(meter.result()), variables)


def _cleaned(message: str) -> str:
    """The first line of what TensorFlow says, without the names of its own functions."""
    first = (message.strip().splitlines() or [""])[0]
    if first.startswith("{{"):
        first = first.partition("}} ")[2]
    return first.partition(" [Op:")[0].partition(" name: ")[0][:MOST_WORDS]
