"""What stands out now, and what of it is said and for how long, so that nothing flickers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from playground.advice.curves import Losses, drawn, jumps, losses_since, parted, stood_still
from playground.advice.finding import ORDER, Finding, Kind, Remedy
from playground.advice.layers import dead_finding, gradient_findings, saturated_finding
from playground.advice.remedies import is_far_too_high, lower_rate, more_neurons, usual_rate_again
from playground.advice.standstill import PATIENCE, Cause, Standstill, cause_of
from playground.document.checks.problem import Values
from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.graph import Graph
from playground.frames.frame import Frame
from playground.frames.run import Curves, Event

# What makes another network, or another way of training, of the one that the losses before it are of.
CHANGES = ("edited", "weight", "learned_one", "went_back", "restored", "rate", "diverged")
# A train loss this far below that of a network which knows nothing: it has learned, so nothing pulls at it.
LEARNED = 0.15
# And from which share of it on an output that is flat at most points is wrong at many of them.
WRONG = 0.4
# Seconds that a line stays at least, that its reason has been gone, and until the next one; epochs it has been gone.
STAYS, GONE_FOR, APART, GONE_EPOCHS = 3.0, 1.0, 5.0, 20


class Watch:
    """Looks at one frame after another of a run; a new one for each run's beginning."""

    def __init__(self) -> None:
        self._graph: Graph | None = None
        self._jumped = False
        self._count_anew()

    def _count_anew(self) -> None:
        self._standstill = Standstill()
        self._seen: object = None
        self._dead = self._flat = 0

    def look(self, document: Document, frame: Frame) -> tuple[Finding, ...]:
        """What stands out, the most important first. `document` is the one that is trained."""
        if not frame.graph.is_alike(document.graph):
            # A frame of the network before; what belongs to the new one comes in a moment.
            return ()
        if frame.graph != self._graph:
            # Another network has not stood still yet.
            self._graph = frame.graph
            self._count_anew()
        losses = losses_since(frame.curves, _changed(frame.events), document)
        found = [*self._of_layers(document, frame, losses), *_of_curves(document, frame.curves, losses, self._jumped)]
        self._jumped = any(one.kind == "jumps" for one in found)
        return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))

    def _of_layers(self, document: Document, frame: Frame, losses: Losses) -> list[Finding]:
        sizes = frame.sizes
        still = self._standstill.show(sizes)
        dead, flat = dead_finding(document, sizes), saturated_finding(document, sizes)
        if sizes is not self._seen:
            self._seen = sizes
            self._dead, self._flat = self._dead + 1 if dead else 0, self._flat + 1 if flat else 0
        loss = float(losses.train[-1]) / losses.naive if len(losses.train) else 1.0
        # What is wrong with the network as it is drawn is told there, and mended there.
        if loss < LEARNED or find_problems(document):
            return []
        causes: dict[str, Cause] = {name: cause_of(name, sizes, frame.graph) for name in still}
        found = gradient_findings(document, sizes, causes)
        found += [dead] if dead and self._dead >= PATIENCE else []
        return found + ([flat] if flat and self._flat >= PATIENCE and loss > WRONG else [])


def _changed(events: Sequence[Event]) -> int:
    """The epoch since which network and training are as they are."""
    return max((event.epoch for event in events if event.code in CHANGES), default=0)


def _of_curves(document: Document, curves: Curves, losses: Losses, jumped: bool) -> list[Finding]:
    found = []
    if reach := jumps(losses, jumped):
        values: Values = (("rate", document.training.learning_rate), ("low", reach[0]), ("high", reach[1]))
        found.append(Finding("jumps", values, (), drawn(losses, ("train",)), lower_rate(document)))
    if parts := parted(losses):
        values = (("epoch", parts[0]), ("best", parts[1]), ("now", parts[2]))
        evidence = drawn(losses, ("train", "validation"), parts[0])
        # What Ctrl+B goes back to is the best of the whole run, by the loss that the document watches.
        is_best = parts[1] <= float(np.nanmin(curves.validation_loss))
        remedy = Remedy() if is_best and document.training.stopping.watched == "validation_loss" else None
        found.append(Finding("parts", values, (), evidence, remedy))
    if (epochs := stood_still(losses)) and not find_problems(document):
        values = (("epochs", _round(epochs)), ("loss", float(losses.mean[-1])))
        too_high = lower_rate(document) if is_far_too_high(document) else None
        remedy = too_high or usual_rate_again(document) or more_neurons(document)
        found.append(Finding("still", values, (), drawn(losses, ("train",)), remedy))
    return found


def _round(epochs: int) -> int:
    """Down to one digit, so that it does not count along: 500, 2,000."""
    place: int = 10 ** (len(str(epochs)) - 1)
    return epochs // place * place


class Adviser:
    """Says one thing at a time: `show` is told what stands out, after how many epochs and at which second.

    It stays for 3 s at least, and until its reason has been gone for 20 epochs and a second; what is more
    important takes its place, but between two new lines are 5 s.
    """

    def __init__(self) -> None:
        self.said: Finding | None = None
        self.muted: set[Kind] = set()
        self._since = self._seen_at = self._new_at = self._written_at = float("-inf")
        self._seen_epoch = 0

    def show(self, found: Sequence[Finding], epoch: int, now: float) -> Finding | None:
        """What is said now; None for nothing."""
        heard = [one for one in found if one.kind not in self.muted]
        same = next((one for one in heard if self.said and one.kind == self.said.kind), None)
        if same is not None:
            self._seen_at, self._seen_epoch = now, epoch
            # Numbers that dance are written now and then; an epoch to go back to must be the right one.
            if same.kind == "parts" or now - self._written_at >= STAYS:
                self.said, self._written_at = same, now
        elif self.said and self._is_over(epoch, now):
            self.said = None
        if heard and heard[0] is not same and now - self._new_at >= APART and self._may_change(now):
            self.said, self._since, self._new_at = heard[0], now, now
            self._seen_at, self._seen_epoch, self._written_at = now, epoch, now
        return self.said

    def _may_change(self, now: float) -> bool:
        return self.said is None or now - self._since >= STAYS

    def _is_over(self, epoch: int, now: float) -> bool:
        # A run that goes back, or begins anew, has no epochs to wait for.
        gone = abs(epoch - self._seen_epoch) >= GONE_EPOCHS
        return gone and now - self._seen_at >= GONE_FOR and now - self._since >= STAYS

    def mute(self, now: float) -> None:
        """Not again of this kind."""
        if self.said:
            self.muted.add(self.said.kind)
        self.be_silent(now)

    def be_silent(self, now: float) -> None:
        """What was said is dealt with: nothing new for a while, as frames of before may still come."""
        self.said, self._new_at = None, now

    def forget(self) -> None:
        """Another project: nothing was said, and anything may be."""
        self.said, self._new_at = None, float("-inf")
        self.muted.clear()
