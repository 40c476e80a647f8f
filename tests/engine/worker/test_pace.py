"""A pace lets batches through one by one, evenly, and never makes up for lost time."""

from math import log, log2

import pytest

from playground.engine.worker.pace import DOUBLING, FRAME_SECONDS, Metronome, steps_a_frame
from playground.frames.pace import PACES, Pace


def beating(pace):
    metronome = Metronome()
    metronome.pace = pace
    metronome.start()
    return metronome


def test_flat_out_everything_is_due_at_once():
    metronome = beating(Pace())
    assert [metronome.due(now, 70, 25) for now in (0.0, 0.0, 0.1)] == [70, 70, 70]
    assert metronome.rest(0.1, 25) == 0


@pytest.mark.parametrize(("pace", "a_second"), [(Pace(5.0), 5), (Pace(100.0), 100), (Pace(2.0, epochs=True), 50)])
def test_so_many_batches_are_due_in_a_second(pace, a_second):
    metronome = beating(pace)
    counts = [metronome.due(10 + tick / 1_000, 1_000, 25) for tick in range(3_000)]
    assert counts[0] == 1
    assert sum(counts) == pytest.approx(3 * a_second, abs=1)
    assert max(counts) == 1


def test_the_rest_is_until_the_next_batch():
    metronome = beating(Pace(1.0))
    assert metronome.rest(7.0, 25) == 0
    assert metronome.due(7.0, 10, 25) == 1
    assert metronome.rest(7.25, 25) == pytest.approx(0.75)
    assert metronome.due(7.9, 10, 25) == 0
    assert metronome.due(8.0, 10, 25) == 1


def test_time_lost_is_not_made_up_for():
    metronome = beating(Pace(5.0))
    assert metronome.due(1.0, 100, 25) == 1
    assert metronome.due(61.0, 100, 25) == 1


def test_paces_go_from_one_batch_a_second_to_flat_out():
    assert list(PACES.values())[1] == Pace(1.0)
    assert list(PACES.values())[-1] == Pace(None)


def test_a_gentle_start_doubles_until_a_frame_is_full():
    metronome = Metronome()
    metronome.pace = PACES["gentle"]
    metronome.start(anew=True)
    counts = [metronome.due(10 + tick * DOUBLING / 50, 400, 25) for tick in range(50 * 9)]
    # The integral of 10 epochs of 25 batches a second, doubling.
    first = 250 * DOUBLING / log(2)
    assert sum(counts[:50]) == pytest.approx(first * (2 - 1), rel=0.05)
    assert sum(counts[:150]) == pytest.approx(first * (8 - 1), rel=0.05)
    full = counts.index(400)
    # How many times the first pace 400 batches a tick are.
    assert full / 50 == pytest.approx(log2(400 / (250 * DOUBLING / 50)), abs=0.2)
    assert set(counts[full:]) == {400}
    assert metronome.rest(10 + 9 * DOUBLING, 25) == 0


def test_a_gentle_start_goes_on_doubling_where_the_machine_could_not_follow_for_a_while():
    metronome = Metronome()
    metronome.pace = PACES["gentle"]
    metronome.start(anew=True)
    # At first only two batches fit a frame, then four hundred.
    slow = [metronome.due(10 + tick / 50, 2, 25) for tick in range(round(50 * 3 * DOUBLING))]
    assert max(slow) == 2
    assert metronome.due(10 + 3.02 * DOUBLING, 100_000, 25) < 10_000


def test_only_a_run_that_begins_anew_starts_gently():
    metronome = beating(PACES["gentle"])
    assert metronome.due(10, 400, 25) == 400


@pytest.mark.parametrize(("frames_a_step", "steps"), [(0.25, 4), (0.09, 11), (1.0, 1), (50.0, 1)])
def test_a_call_trains_as_many_batches_as_fit_a_frame_and_at_least_one(frames_a_step, steps):
    assert steps_a_frame(frames_a_step * FRAME_SECONDS) == steps


def test_a_call_is_short_until_the_pace_is_known():
    assert 1 <= steps_a_frame(None) <= 32
