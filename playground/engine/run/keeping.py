"""A network's run as plain values: for another worker to go on from it, bit for bit."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.document.document import Document
from playground.engine.probes.sizes import Sizes
from playground.engine.run.course import Course
from playground.engine.run.film import Film
from playground.engine.run.rules import Rules
from playground.engine.schedule import Schedule
from playground.engine.train import Chunk, State
from playground.frames.arrays import Floats
from playground.frames.run import Status

Values = list[NDArray[np.generic]]


class KeptMoment(NamedTuple):
    """A training state after `step` batches."""

    step: int
    values: Values


class KeptChunk(NamedTuple):
    """A moment with the learning rates and the batches that it is trained on with."""

    moment: KeptMoment
    rates: Floats
    schedule: Schedule


class KeptRun(NamedTuple):
    """All that a Session holds beside what follows from its document.

    good: the last good epoch. before_best: what the best epoch is trained again from, with its learning rates and its
    batches. film: the kept moments, and how far apart they are at least. on_twin: whether XLA trained it.
    """

    document: Document
    present: KeptMoment
    good: KeptMoment
    before_best: KeptChunk | None
    film: tuple[KeptMoment, ...]
    apart: int
    course: Course
    rules: Rules
    sizes: Sizes
    on_twin: bool


class KeptRuns(NamedTuple):
    """The run of the present network, those of its rivals by id, and why some of them stand still."""

    present: KeptRun
    rivals: dict[str, KeptRun]
    halted: dict[str, Status]


class Kept(NamedTuple):
    """What another worker needs to go on as this one would have.

    changes, aside: KeptRuns by the change, and those that were set aside, as pickled.
    """

    document: Document
    runs: KeptRuns
    status: Status
    steps_left: int | None
    past: int | None
    epochs_per_second: float
    lineage: int
    changes: dict[int, bytes]
    aside: bytes | None


def values_of(state: State) -> Values:
    """A training state as arrays."""
    return [value.numpy() for value in state]


def state_of(values: Values) -> State:
    """Arrays as a training state."""
    return [tf.constant(value) for value in values]


def keep_moment(step: int, state: State) -> KeptMoment:
    return KeptMoment(step, values_of(state))


def keep_chunk(chunk: Chunk | None) -> KeptChunk | None:
    return chunk and KeptChunk(keep_moment(chunk.step, chunk.state), chunk.rates, chunk.schedule.bare())


def chunk_of(kept: KeptChunk | None) -> Chunk | None:
    return kept and Chunk(state_of(kept.moment.values), kept.moment.step, kept.rates, kept.schedule)


def keep_film(film: Film, most_bytes: int | None) -> tuple[KeptMoment, ...]:
    """Its moments; of one that takes more than `most_bytes` only the newest."""
    moments = film.moments if most_bytes is None or film.bytes <= most_bytes else film.moments[-1:]
    return tuple(keep_moment(*moment) for moment in moments)
