"""Frames told by what has changed: equal at the other side, and unchanged parts the same objects."""

import pickle
from dataclasses import replace

import numpy as np

from playground.document.graph import Graph
from playground.frames.frame import FIELDS, Frame, changes, with_changes
from playground.frames.wanted import Wanted


def test_a_frame_without_one_before_is_told_whole() -> None:
    frame = Frame(Graph(), epoch=7, surface=np.ones((2, 2, 1), np.float32))
    told = pickle.loads(pickle.dumps(changes(None, frame)))
    there = with_changes(None, told)
    assert set(told) == set(FIELDS)
    assert (there.graph, there.epoch, there.wanted) == (frame.graph, 7, Wanted())
    np.testing.assert_array_equal(there.surface, frame.surface)


def test_only_what_is_another_object_is_told() -> None:
    first = Frame(Graph(), epoch=1, outputs={"a": 1}, maps={"a": np.zeros(3, np.float32)})  # type: ignore[dict-item]
    second = replace(first, epoch=2, maps={"a": np.ones(3, np.float32)})
    told = changes(first, second)
    assert set(told) == {"epoch", "maps"}
    there = with_changes(None, pickle.loads(pickle.dumps(changes(None, first))))
    after = with_changes(there, pickle.loads(pickle.dumps(told)))
    assert after.epoch == 2
    # By that a view knows that it need not draw it again.
    assert after.outputs is there.outputs
    np.testing.assert_array_equal(after.maps["a"], np.ones(3))
