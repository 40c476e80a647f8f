"""Events on an axis: gathered where they are too close."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from playground.frames.run import Event
from playground.ui.plots.charts.happenings import APART, gathered, nearest


@given(st.lists(st.floats(0, 500), max_size=60))
def test_marks_stand_apart_and_no_event_is_lost(places: list[float]) -> None:
    places.sort()
    events = [Event(epoch, "resumed") for epoch in range(len(places))]
    marks = gathered(events, places)
    assert [event for mark in marks for event in mark.events] == events
    assert all(after.x - before.x >= APART for before, after in pairwise(marks))
    assert all(mark.x in places for mark in marks)


def test_the_mark_under_the_pointer_is_the_nearest_within_reach() -> None:
    marks = gathered([Event(1, "resumed"), Event(2, "weight")], [10.0, 40.0])
    found = nearest(marks, 36.0)
    assert found is not None
    assert found.events == (Event(2, "weight"),)
    assert nearest(marks, 25.0) is None
    assert nearest((), 0.0) is None
