"""Dashes move in step with learning: a dash a batch, never faster than eyes can follow, and rest with it."""

from dataclasses import replace

import numpy as np
import pytest

from playground.frames.frame import Frame
from playground.frames.run import Reel
from playground.ui.canvas.motion.dashes import PERIOD, STEP


@pytest.fixture
def moved(view):
    """How far the dashes move in so many ticks after a frame of that batch."""
    dashes, offsets = view._dashes, []
    view.canvas.show_flow = lambda offset, seen: offsets.append(offset)
    dashes.show_training(True)
    dashes._timer.stop()

    def after(batches, ticks):
        start = dashes._offset
        reel = Reel(np.zeros(1, int), steps_per_epoch=25)
        view.show_frame(replace(Frame(view.editor.document.graph), epoch=batches // 25, batch=batches % 25, reel=reel))
        for _ in range(ticks):
            dashes._move()
        return dashes._offset - start

    return after


def test_one_batch_moves_them_one_dash_on(moved):
    assert moved(1, 50) == pytest.approx(PERIOD)
    assert moved(2, 50) == pytest.approx(PERIOD)


def test_without_a_new_batch_they_rest(moved):
    moved(1, 50)
    assert moved(1, 50) == 0


def test_flat_out_they_go_at_one_speed(moved):
    assert [moved(batches, 3) for batches in (100, 5_000, 90_000)] == [pytest.approx(3 * STEP)] * 3


def test_a_reset_does_not_run_them_back(moved):
    moved(1_000, 50)
    assert moved(0, 50) == pytest.approx(PERIOD)
