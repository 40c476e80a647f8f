"""Keras's meters: metrics that are made, updated, asked and reset, by hand and on the running network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from playground.document.task import TaskKind
from playground.frames.arrays import Floats

# What a meter is fed on the running network: the loss of each batch, classes' numbers, shares or values.
Food = Literal["losses", "classes", "shares", "values"]
MOST_STEPS, MOST_NUMBERS = 40, 200


@dataclass(frozen=True, slots=True)
class Meter:
    """`name` is the class in keras.metrics. pairs: whether it compares labels with predictions.

    start: what stands in its fields at first. food, tasks: see Food, and which tasks it suits on the running network.
    """

    name: str
    start: tuple[str, ...]
    food: Food
    tasks: tuple[TaskKind, ...]

    @property
    def pairs(self) -> bool:
        return len(self.start) == 2


_ALL: tuple[TaskKind, ...] = ("binary", "classes", "regression")
_ROWS = (
    Meter("Mean", ("2",), "losses", _ALL),
    Meter("Sum", ("2",), "losses", _ALL),
    Meter("Accuracy", ("1, 2, 3, 4", "0, 2, 3, 4"), "classes", ("binary", "classes")),
    Meter("BinaryAccuracy", ("1, 0, 1", "0.9, 0.4, 0.3"), "shares", ("binary",)),
    Meter("SparseCategoricalAccuracy", ("0, 1", "[[0.7, 0.3], [0.6, 0.4]]"), "shares", ("classes",)),
    Meter("Precision", ("1, 0, 1, 1", "0.9, 0.8, 0.7, 0.2"), "shares", ("binary",)),
    Meter("Recall", ("1, 0, 1, 1", "0.9, 0.8, 0.7, 0.2"), "shares", ("binary",)),
    Meter("CosineSimilarity", ("[[0, 1], [1, 1]]", "[[1, 0], [1, 1]]"), "values", ("classes", "regression")),
    Meter("MeanSquaredError", ("[[0, 1], [0, 0]]", "[[1, 1], [0, 0]]"), "values", _ALL),
    Meter("MeanAbsoluteError", ("[[0, 1], [0, 0]]", "[[1, 1], [0, 0]]"), "values", _ALL),
)
METERS = {row.name: row for row in _ROWS}

Numbers = float | tuple["Numbers", ...]


@dataclass(frozen=True, slots=True)
class Update:
    """One call of update_state: values, or labels and predictions; numbers in tuples, as lists are nested."""

    given: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True)
class ResetState:
    """One call of reset_state."""


MeterStep = Update | ResetState


@dataclass(frozen=True, slots=True)
class MeterQuestion:
    """What does a new meter of this name say after these steps? The question holds all of them, so nothing is kept."""

    meter: str
    steps: tuple[MeterStep, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a meter says, and its own variables by name as they stand then."""

    result: float
    variables: tuple[tuple[str, Floats], ...]


@dataclass(frozen=True, slots=True, eq=False)
class MeterAnswer:
    """readings: of the new meter, then after each step; as far as they went. trouble: Keras's words for the next one.

    sizes: how many labels and predictions there were where these do not go together.
    """

    question: MeterQuestion
    readings: tuple[Reading, ...] = ()
    trouble: str = ""
    sizes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LiveReading:
    """A meter on the running network, reset as each epoch begins: fed `batches` of the `of` of `epoch`, one by one."""

    meter: str
    epoch: int
    batches: int
    of: int
    reading: Reading = field(default_factory=lambda: Reading(0.0, ()))


def code_of(question: MeterQuestion) -> str:
    """The question as a program."""
    lines = ["import keras", "", f"meter = keras.metrics.{question.meter}()"]
    # Some refuse whole numbers, others take them as they are: labels are written so.
    point = METERS[question.meter].food == "values"
    for step in question.steps:
        if isinstance(step, Update):
            lines += [
                f"meter.update_state({', '.join(_written(given, point) for given in step.given)})",
                "print(meter.result())",
            ]
        else:
            lines.append("meter.reset_state()")
    return "\n".join(lines)


def _written(numbers: Numbers, point: bool) -> str:
    if isinstance(numbers, tuple):
        return f"[{', '.join(_written(number, point) for number in numbers)}]"
    whole = numbers.is_integer() and abs(numbers) < 1e15 and not point
    return f"{numbers:.0f}" if whole else repr(numbers)


def shape_of(numbers: Numbers) -> tuple[int, ...]:
    """The shape of nested numbers that are as long as each other."""
    return np.shape(numbers)
