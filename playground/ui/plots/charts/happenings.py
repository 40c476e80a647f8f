"""Events on an axis: those too close to be told apart are one mark; arithmetic only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playground.frames.run import Event

APART = 7.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mark stands, in pixels, and what happened there, the earliest first."""

    x: float
    events: tuple[Event, ...]


def gathered(events: Sequence[Event], places: Sequence[float], apart: float = APART) -> tuple[Mark, ...]:
    """Marks at least `apart` pixels from each other, each where its first event is; places rise with the events."""
    marks: list[tuple[float, list[Event]]] = []
    for event, place in zip(events, places, strict=True):
        if marks and place - marks[-1][0] < apart:
            marks[-1][1].append(event)
        else:
            marks.append((place, [event]))
    return tuple(Mark(place, tuple(happened)) for place, happened in marks)


def nearest(marks: Sequence[Mark], x: float, within: float = APART) -> Mark | None:
    """The mark next to x, where one is near."""
    mark = min(marks, key=lambda mark: abs(mark.x - x), default=None)
    return mark if mark is not None and abs(mark.x - x) <= within else None
