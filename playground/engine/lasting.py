"""A run that was kept, as values that a file holds, and back; the film of a run stays behind."""

from __future__ import annotations

import numpy as np

from playground.document.document import Document
from playground.document.edits.rivals import rival_document, runs_alike
from playground.engine.probes.sizes import Sizes
from playground.engine.run.course import Course
from playground.engine.run.curves import Recorder
from playground.engine.run.keeping import KeptChunk, KeptMoment, KeptRun, KeptRuns
from playground.engine.run.rules import Rules
from playground.engine.session import Session
from playground.engine.weights import with_kept
from playground.frames.arrays import Weights
from playground.frames.trained import BeforeBest, Moment, Remembered, TrainedRun, Training

# What halts a rival and is known to a file; others are found out anew.
LASTING = ("diverged", "paused")


class MisfitError(ValueError):
    """What a file says was learned is of another network than its own."""


def begin_with(session: Session, weights: Weights) -> None:
    """The run begins with these weights of a file, where their shapes fit, in place of drawn ones."""
    if weights:
        session.become(with_kept(session.state, session.plain, dict(weights)))
        session.course.note("imported", session.epoch)


# To values


def training_of(runs: KeptRuns, document: Document) -> Training:
    """What a project of that document has learned."""
    own = _documents(document)
    rivals = tuple((name, _trained(kept, own.get(name))) for name, kept in runs.rivals.items())
    halted = tuple((name, status) for name, status in runs.halted.items() if status.state in LASTING)
    return Training(_trained(runs.present, document), rivals, halted)


def _documents(document: Document) -> dict[str, Document]:
    return {one.id: rival_document(document, one) for one in document.rivals}


def _trained(kept: KeptRun, own: Document | None) -> TrainedRun:
    chunk, present, good = kept.before_best, kept.present, kept.good
    if not all(np.isfinite(value).all() for value in present.values):
        # It breaks in the middle of an epoch, and would go back at its end.
        present = good
    before = chunk and BeforeBest(_moment(chunk.moment), np.asarray(chunk.rates, np.float32), chunk.schedule.shuffled)
    return TrainedRun(
        None if own is not None and runs_alike(kept.document, own) else kept.document,
        _moment(present),
        _moment(good),
        before,
        kept.on_twin,
        kept.rules.seen(),
        _remembered(kept),
    )


def _moment(kept: KeptMoment) -> Moment:
    return Moment(kept.step, tuple(map(np.asarray, kept.values)))


def _remembered(kept: KeptRun) -> Remembered:
    course, sizes = kept.course, kept.sizes
    document = None if course.document == kept.document else course.document
    return Remembered(
        course.number,
        document,
        course.recorder.rows(),
        course.events,
        course.restored,
        course.ended,
        course.batches.step,
        course.batches.losses,
        sizes.history,
        sizes.newest_rows(),
    )


# And back


def go_on_from(session: Session, run: TrainedRun) -> None:
    """Become what that run was, bit for bit. Raises MisfitError, and changes nothing, where it is of another network.

    The session is of the run's document.
    """
    _check_fit(session, run)
    session.go_on_as(_kept(session, run))


def _check_fit(session: Session, run: TrainedRun) -> None:
    """Shapes and types of every array are those of the session's state; numbers belong to epochs of its length."""
    before, length = run.before_best, session.plain.steps_per_epoch
    forms = [(tuple(value.shape), value.dtype.as_numpy_dtype) for value in session.state]
    for moment in (run.present, run.good, *([before.moment] if before else [])):
        if [(value.shape, value.dtype.type) for value in moment.values] != forms:
            raise MisfitError("another network")
    if run.course.rows.names != session.plain.columns or run.course.rows.count - 1 != run.present.step // length:
        raise MisfitError("other epochs")
    if before:
        inside, count = before.moment.step % length, run.watching.best.epoch * length - before.moment.step
        if not 0 <= count <= session.loop.most_steps or len(before.rates) <= (inside + count) // length:
            raise MisfitError("another best epoch")


def _kept(session: Session, run: TrainedRun) -> KeptRun:
    document, before = session.document, run.before_best
    rules, sizes, course = Rules(document), Sizes(), Course(document)
    rules.go_on(run.watching)
    sizes.take(run.course.sizes, run.course.newest)
    course.recorder = Recorder.of(run.course.rows)
    course.document = run.course.document or document
    course.number, course.ended, course.events = run.course.number, run.course.ended, run.course.events
    course.restored = run.course.restored
    course.batches.step, course.batches.losses = run.course.batch, run.course.batch_losses
    chunk = None
    if before is not None:
        chunk = KeptChunk(_moment_of(before.moment), before.rates, session.schedule(before.shuffled))
    present = _moment_of(run.present)
    states = (present, _moment_of(run.good), chunk, (present,), 1)
    return KeptRun(document, *states, course, rules, sizes, run.on_twin)


def _moment_of(moment: Moment) -> KeptMoment:
    return KeptMoment(moment.step, list(moment.values))
