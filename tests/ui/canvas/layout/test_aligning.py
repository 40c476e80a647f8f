"""Lines and gaps between cards, without a canvas."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.canvas.layout.aligning import Guide, Lines, align, distribute
from playground.ui.canvas.layout.box import Box

BOXES = {"a": Box(0, 0, 100, 50), "b": Box(200, 90, 40, 80), "c": Box(400, 30, 60, 60)}
boxes = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=2),
    st.builds(Box, st.integers(-900, 900), st.integers(-900, 900), st.integers(40, 300), st.integers(40, 300)),
    min_size=1,
)


def moved(found, places):
    return {name: Box(*places.get(name, (box.x, box.y)), box.width, box.height) for name, box in found.items()}


@pytest.mark.parametrize(
    ("edge", "line"),
    [
        ("left", lambda box: box.x),
        ("centre", lambda box: box.x + box.width / 2),
        ("right", lambda box: box.x + box.width),
        ("top", lambda box: box.y),
        ("middle", lambda box: box.y + box.height / 2),
        ("bottom", lambda box: box.y + box.height),
    ],
)
@given(found=boxes)
def test_aligned_boxes_share_a_line_and_a_second_time_changes_nothing(found, edge, line):
    after = moved(found, align(found, edge))
    assert len({round(line(box), 6) for box in after.values()}) == 1
    again = align(after, edge)
    assert all(again[name] == pytest.approx((box.x, box.y)) for name, box in after.items())


def test_left_edges_go_to_the_outermost():
    assert align(BOXES, "left") == {"a": (0, 0), "b": (0, 90), "c": (0, 30)}


@given(boxes)
def test_distributed_boxes_have_equal_gaps_and_their_ends_stay(found):
    for across in (True, False):
        after = moved(found, distribute(found, across))
        ordered = [after[name] for name in distribute(found, across)]
        spans = [(box.x, box.width) if across else (box.y, box.height) for box in ordered]
        gaps = [later[0] - earlier[0] - earlier[1] for earlier, later in pairwise(spans)]
        assert gaps == pytest.approx(gaps[:1] * len(gaps), abs=1e-6)
        for end in ordered[:1] + ordered[-1:]:
            assert any((box.x, box.y) == pytest.approx((end.x, end.y)) for box in found.values())


def test_two_boxes_have_nothing_to_share_out():
    assert distribute({"a": BOXES["a"], "b": BOXES["b"]}, True) == {}


def test_a_box_near_a_line_is_drawn_to_it_and_the_line_reaches_both():
    away, guides = Lines([BOXES["a"]]).snap(Box(4, 200, 100, 50))
    assert away == (-4, 0)
    assert Guide(True, 0, 0, 250) in guides


def test_a_box_far_from_every_line_goes_its_way():
    assert Lines(BOXES.values()).snap(Box(520, 900, 70, 70)) == ((0.0, 0.0), ())
