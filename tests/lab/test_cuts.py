"""Handles on the axes of a slice, against Python's own slices."""

import pytest

from playground.lab.cuts import AxisCut, axis_cuts, index_with
from playground.lab.reading import read_index
from playground.lab.values import Cut

CUTS = [Cut(a, b, s) for a in (None, 0, 3, -2, 12) for b in (None, 2, 8, -1, 12) for s in (None, 1, 3, -1, -2)]


@pytest.mark.parametrize("item", [*CUTS, 0, 4, -1], ids=str)
def test_a_part_takes_what_python_takes(item):
    cells = list(range(8))
    expected = [cells[item]] if isinstance(item, int) else cells[item.start : item.stop : item.step]
    assert list(AxisCut(8, item).taken) == expected


@pytest.mark.parametrize(
    ("item", "handle", "place", "expected"),
    [
        (Cut(), "first", 3, Cut(3)),
        (Cut(3), "first", 0, Cut()),
        (Cut(), "last", 4, Cut(None, 5)),
        (Cut(None, 5), "last", 7, Cut()),
        (Cut(2, 7), "step", 5, Cut(2, 7, 3)),
        (Cut(2, 7, 3), "step", 3, Cut(2, 7)),
        (Cut(2, 7, 2), "step", 1, Cut(2, None, -1)),
        (Cut(None, None, -1), "first", 5, Cut(5, None, -1)),
        (Cut(None, None, -1), "last", 2, Cut(None, 1, -1)),
        (Cut(None, 1, -1), "last", -3, Cut(None, None, -1)),
        (Cut(2, 4), "last", 0, Cut(2, 3)),
        (Cut(2, 4), "first", 7, Cut(3, 4)),
        (4, "first", 6, 6),
    ],
)
def test_a_moved_handle_changes_its_number(item, handle, place, expected):
    assert AxisCut(8, item).moved(handle, place).item == expected


@pytest.mark.parametrize("item", CUTS, ids=str)
@pytest.mark.parametrize("handle", ["first", "last", "step"])
def test_a_handle_stays_where_it_is_put_down(item, handle):
    before = AxisCut(8, item)
    place = before.place_of(handle)
    if place is not None:
        assert list(before.moved(handle, place).taken) == list(before.taken)


@pytest.mark.parametrize(
    ("index", "axis", "expected"),
    [
        (":, 0:3:2, ::-1", 0, "5:, 0:3:2, ::-1"),
        ("1", 2, "1, :, 5:"),
        ("..., 1", 0, "5:, :, 1"),
        ("..., 1", 2, "..., 5"),
        (":, tf.newaxis", 1, ":, tf.newaxis, 5:"),
        ("tf.newaxis, ..., 1", 1, "tf.newaxis, :, 5:, 1"),
    ],
)
def test_another_part_of_one_axis_leaves_the_others(index, axis, expected):
    cuts = axis_cuts(read_index(index), (8, 8, 8))
    changed = AxisCut(8, 5 if isinstance(cuts[axis].item, int) else Cut(5))
    assert index_with(read_index(index), cuts, axis, changed) == read_index(expected)


@pytest.mark.parametrize("index", ["0, 0, 0, 0", "1.5", "'a'", "[0, 2]"])
def test_what_is_no_slice_has_no_handles(index):
    assert axis_cuts(read_index(index), (8, 8, 8)) == ()
