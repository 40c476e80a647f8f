"""How far a script that was written can be run beside the run that it repeats."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.edits.differences import differences
from playground.engine.session import Session

MOST_EPOCHS = 3
MOST_STEPS = 2_000
# A script's step takes at least so many times as long as ours; together it may take so many seconds.
SLOWER, MOST_SECONDS = 10, 15.0
# What happened to a run that its document does not tell.
CHANGES = ("rate", "edited", "weight", "learned_one", "imported", "diverged")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Run the script for so many epochs: it has to give these losses, train and validation; none where not known."""

    epochs: int = 0
    losses: tuple[float, ...] = ()


NO_REHEARSAL = Rehearsal()


def rehearsal_of(session: Session) -> Rehearsal:
    """Epochs of this run that come of the document alone, few enough to be waited for."""
    changed = [event.epoch for event in session.course.events if event.code in CHANGES]
    steps = session.plain.steps_per_epoch
    waited = int(MOST_SECONDS / (SLOWER * steps * session.pace)) if session.pace else MOST_EPOCHS
    epochs = min(MOST_EPOCHS, MOST_STEPS // steps, waited, session.epoch, *changed)
    # A script has all rows in memory, in another order.
    if session.streamed or differences(session.course.document, session.document) or 0 in changed:
        return NO_REHEARSAL
    curves = session.recorder.curves(session.recorder.count)
    known = dict(zip(curves.epochs.tolist(), zip(curves.train_loss, curves.validation_loss, strict=True), strict=True))
    epochs = max((epoch for epoch in known if epoch <= epochs), default=0)
    return Rehearsal(epochs, tuple(map(float, known.get(epochs, ()))))
