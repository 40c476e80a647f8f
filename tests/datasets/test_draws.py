"""Random numbers handed out one by one."""

import numpy as np

from playground.datasets.draws import Numbers, normals, shuffled
from tests.datasets.handed import Handed


def test_numbers_are_numpys_own_over_the_edge_of_a_block():
    numbers, theirs = Numbers(7), np.random.default_rng(7)
    assert [numbers.random() for _ in range(5_000)] == theirs.random(5_000).tolist()
    np.testing.assert_array_equal(numbers.random((2_000, 3)), theirs.random((2_000, 3)))
    assert numbers.random() == theirs.random()


def test_normals_follow_the_normal_distribution():
    drawn = normals(Numbers(1), 10_000, 2).ravel()
    assert abs(drawn.mean()) < 0.02
    assert abs(drawn.var() - 1) < 0.02
    assert abs(np.mean(abs(drawn) < 1) - 0.6827) < 0.01


def test_normals_draw_again_outside_the_unit_circle():
    # (0.8, 0.8) is outside; (0.6, 0) gives sqrt(-2 ln(0.36) / 0.36) · 0.6.
    numbers = Handed(0.9, 0.9, 0.8, 0.5)
    assert np.isclose(normals(numbers, 1, 1)[0, 0], np.sqrt(-2 * np.log(0.36)))


def test_shuffling_swaps_from_the_end():
    # 3 left: index 0 and the last swap, 2 1 0; 2 left: index 1 stays; 1 left: index 0 stays.
    assert shuffled(Handed(0.0, 0.99, 0.5), 3).tolist() == [2, 1, 0]


def test_shuffling_keeps_every_number_once():
    assert sorted(shuffled(Numbers(3), 1000).tolist()) == list(range(1000))
