"""Painted points: what each tool leaves, what the document keeps of them, and who trains."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.datasets.code import data_code
from playground.datasets.dataset import class_names, load
from playground.datasets.making.drawn import HIGH, LOW, MOST_POINTS, TOOLS, Drawing, Stroke, data_of, drawing_of, empty
from playground.document.settings import DataSettings

NAMES = ("blue", "orange", "green", "pink", "yellow", "sky")


def painted(drawing, tool, kind, *places, reach=0.5):
    stroke = Stroke(drawing, tool, kind, reach, places[0])
    for place in places[1:]:
        stroke.to(place)
    return stroke.drawing


def own(drawing):
    return data_of(drawing, "Drawn", NAMES.__getitem__)


TWO = painted(painted(empty(), "brush", 0, (-3, 0), (3, 0)), "brush", 1, (-3, 2), (3, 2))


def test_a_brush_leaves_points_along_its_way_however_fast_the_hand_is():
    slow = painted(empty(), "brush", 0, *[(x, 0) for x in np.linspace(-3, 3, 50)])
    fast = painted(empty(), "brush", 0, (-3, 0), (3, 0))
    assert len(fast.points) == pytest.approx(len(slow.points), abs=1) == pytest.approx(25, abs=1)
    assert np.diff(fast.points[:, 0]) == pytest.approx(0.25, abs=1e-5)


def test_a_spray_stays_in_its_circle_and_an_eraser_takes_only_what_is_near():
    sprayed = painted(empty(), "spray", 2, (1, 1), reach=1.0)
    assert (np.hypot(*(sprayed.points - 1).T) <= 1).all()
    erased = painted(TWO, "erase", 0, (0, 0), (3, 0))
    assert set(erased.kinds) == {0, 1}
    assert erased.points[erased.kinds == 0][:, 0].max() < -0.5 + 1e-9
    assert (erased.kinds == 1).sum() == (TWO.kinds == 1).sum()


def test_moving_takes_along_what_was_near_at_first():
    moved = painted(TWO, "move", 0, (0, 2), (0, 3), (0, 5))
    near = TWO.near((0, 2), 0.5)
    assert near.any()
    np.testing.assert_allclose(moved.points[near] - TWO.points[near], [[0, 3]] * near.sum(), atol=1e-6)
    np.testing.assert_array_equal(moved.points[~near], TWO.points[~near])


def test_a_curve_drawn_again_takes_the_place_of_what_was_there():
    steep = painted(empty(curve=True), "brush", 0, (-1, -5), (1, 5))
    assert len(steep.points) > 50, "a steep piece loses none of its own points"
    again = painted(steep, "brush", 0, (-2, 4), (2, 4))
    assert again.points[:, 1] == pytest.approx(4)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(TOOLS), st.integers(0, 5),
            st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=4),
        ),
        max_size=6,
    ),
    st.booleans(),
)  # fmt: skip
def test_any_strokes_come_through_the_document_unharmed(strokes, curve):
    drawing = empty(curve)
    for tool, kind, places in strokes:
        drawing = painted(drawing, tool, kind, *places)
    assert ((drawing.points >= LOW) & (drawing.points <= HIGH)).all()
    if drawing.ready:
        back = drawing_of(own(drawing))
        np.testing.assert_array_equal(back.points, drawing.points)
        np.testing.assert_array_equal(back.kinds, drawing.kinds)
        assert load(DataSettings(own=own(drawing))).train_count >= 1
    else:
        with pytest.raises(ValueError, match="two"):
            own(drawing)


def test_the_first_of_two_classes_is_blue_and_features_are_made():
    data = DataSettings(own=own(TWO), features=("x1", "x1_squared"))
    made = load(data)
    assert data.facts.inputs == ("x1", "x2")
    assert data.facts.span == (LOW, HIGH)
    np.testing.assert_allclose(made.train_inputs[:, 1], made.train_points[:, 0] ** 2, rtol=1e-5)
    assert set(made.labels[made.points[:, 1] == 0]) == {1.0}
    assert class_names(data) == ("orange", "blue")


def test_one_more_stroke_moves_no_point_to_the_other_side():
    more = painted(TWO, "spray", 2, (4, -4), (-4, -4))
    less = painted(more, "erase", 0, (-3, 0), (0, 0))

    def trains(drawing):
        made = load(DataSettings(own=own(replace(drawing, kinds=drawing.kinds % 2)), train_share=70))
        return {tuple(row) for row in made.train_points}, {tuple(row) for row in made.test_points}

    sides = [trains(each) for each in (TWO, more, less)]
    assert sides[0][0] <= sides[1][0]
    assert sides[0][1] <= sides[1][1]
    assert not sides[2][0] & sides[1][1]
    assert len(sides[1][0]) / len(more.points) == pytest.approx(0.7, abs=0.15)


def test_a_full_plane_takes_no_more():
    full = Drawing(np.zeros((MOST_POINTS, 2)), np.zeros(MOST_POINTS, np.intp))
    assert len(painted(full, "spray", 1, (0, 0), (5, 5)).points) == MOST_POINTS


def test_the_script_has_the_same_points_on_the_same_sides():
    data = DataSettings(own=own(TWO), train_share=60)
    made: dict = {"TRAIN_SHARE": 60}
    exec(data_code(data), made)
    expected = load(data)
    np.testing.assert_allclose(made["inputs"], expected.points, rtol=1e-6)
    np.testing.assert_array_equal(made["labels"], expected.labels)
    assert made["train_count"] == expected.train_count
