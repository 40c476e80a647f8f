"""What a part of an index takes of an axis, and the same part with one of its three numbers moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.lab.values import Cut, Index, NewAxis, Rest

# The cell that is taken first, the last one that may be taken, and the one that is taken second.
Handle = Literal["first", "last", "step"]


@dataclass(frozen=True, slots=True)
class AxisCut:
    """Of an axis of the input: its length, and what the index says of it."""

    length: int
    item: Cut | int

    @property
    def taken(self) -> range:
        """The places that are taken, in their order; none where the index lies outside, or the step is 0."""
        if isinstance(self.item, int):
            place = self.item + self.length if self.item < 0 else self.item
            return range(place, place + 1) if 0 <= place < self.length else range(0)
        if self.item.step == 0:
            return range(0)
        return range(*slice(self.item.start, self.item.stop, self.item.step).indices(self.length))

    @property
    def step(self) -> int:
        return 1 if isinstance(self.item, int) else self.item.step or 1

    @property
    def last(self) -> int:
        """The last place that may be taken, whether a step falls on it or not."""
        start, stop, step = slice(*self._numbers).indices(self.length)
        return max(0, min(self.length - 1, stop - 1 if step > 0 else stop + 1)) if start != stop else start

    @property
    def _numbers(self) -> tuple[int | None, int | None, int | None]:
        if isinstance(self.item, int):
            return self.item, self.item + 1 or None, 1
        return self.item.start, self.item.stop, self.item.step or None

    def place_of(self, handle: Handle) -> int | None:
        """Where a handle stands; None where it has no place."""
        taken = self.taken
        if isinstance(self.item, int):
            return taken[0] if handle == "first" and taken else None
        if not taken:
            return None
        if handle == "step":
            second = taken[0] + self.step
            return second if 0 <= second < self.length else None
        return taken[0] if handle == "first" else self.last

    def moved(self, handle: Handle, place: int) -> AxisCut:
        """With a handle at another place; the same where it may not stand there. What need not be said is left out."""
        place = max(0, min(self.length - 1, place))
        if isinstance(self.item, int):
            return AxisCut(self.length, place)
        taken = self.taken
        first, last, step = taken[0] if taken else 0, self.last, self.step
        if handle == "step":
            if place == first:
                return self
            if (place - first) * step < 0:
                last = 0 if place < first else self.length - 1
            step = place - first
        elif handle == "first":
            first = min(place, last) if step > 0 else max(place, last)
        else:
            last = max(place, first) if step > 0 else min(place, first)
        low, high, beyond = (0, self.length - 1, last + 1) if step > 0 else (self.length - 1, 0, last - 1)
        start, stop = None if first == low else first, None if last == high else beyond
        return AxisCut(self.length, Cut(start, stop, None if step == 1 else step))


def axis_cuts(index: Index, shape: tuple[int, ...]) -> tuple[AxisCut, ...]:
    """Of each axis what the index says of it; none where it says something else than numbers, cuts and new axes."""
    items = [item for item in index.items if not isinstance(item, NewAxis)]
    if any(isinstance(item, bool) or not isinstance(item, int | Cut | Rest) for item in items):
        return ()
    named = [item for item in items if not isinstance(item, Rest)]
    missing = len(shape) - len(named)
    if missing < 0 or len(items) - len(named) > 1:
        return ()
    at = next((place for place, item in enumerate(items) if isinstance(item, Rest)), len(items))
    whole = [*named[:at], *[Cut()] * missing, *named[at:]]
    return tuple(
        AxisCut(length, item) for length, item in zip(shape, whole, strict=True) if isinstance(item, int | Cut)
    )


def index_with(index: Index, cuts: tuple[AxisCut, ...], axis: int, changed: AxisCut) -> Index:
    """The index with another part for one axis; axes of which nothing was said stay so where they can."""
    whole = [changed.item if one == axis else cut.item for one, cut in enumerate(cuts)]
    hidden = len(cuts) - sum(not isinstance(item, NewAxis | Rest) for item in index.items)
    items: list[int | Cut | Rest | NewAxis] = []
    at = 0
    for item in index.items:
        if isinstance(item, NewAxis):
            items.append(item)
            continue
        count = hidden if isinstance(item, Rest) else 1
        says = not isinstance(item, Rest) or at <= axis < at + count
        items += whole[at : at + count] if says else [Rest()]
        at += count
    return Index((*items, *whole[at : max(at, axis + 1)]))
