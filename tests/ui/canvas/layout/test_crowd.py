"""Which boxes stand where: as asking each of them, whatever came and went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playground.ui.canvas.layout.box import Box
from playground.ui.canvas.layout.crowd import Crowd

BOXES = st.builds(
    Box, st.integers(-600, 600), st.integers(-600, 600), st.integers(1, 400), st.integers(1, 400)
)  # fmt: skip


@given(st.lists(BOXES, max_size=12), st.data(), BOXES, st.sampled_from([0.0, 2.0, 60.0]))
def test_it_knows_those_that_came_and_did_not_go(boxes, data, asked, gap) -> None:
    crowd, there = Crowd(), list(boxes)
    for box in boxes:
        crowd.add(box)
    for box in data.draw(st.lists(st.sampled_from(boxes), unique_by=id) if boxes else st.just([])):
        crowd.remove(box)
        there.remove(box)
    assert crowd.meets(asked, gap) == any(box.meets(asked, gap) for box in there)
