"""Where result cells come from, against numpy and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engine.lab.asking import ask

NUMBERED = np.arange(6).reshape(2, 3)

# Code over x = [[0 ... 5]] and what numpy makes of the places.
MOVED = {
    "tf.reshape(tf.reshape(tf.range(6), [2, 3]), [3, 2])": NUMBERED.reshape(3, 2),
    "tf.transpose(tf.reshape(tf.range(6), [2, 3]))": NUMBERED.T,
    "tf.tile(tf.reshape(tf.range(6), [2, 3]), [2, 2])": np.tile(NUMBERED, (2, 2)),
    "tf.reshape(tf.range(6), [2, 3])[:, ::-2]": NUMBERED[:, ::-2],
    "tf.gather(tf.reshape(tf.range(6), [2, 3]), [2, 0, 0], axis=1)": NUMBERED[:, [2, 0, 0]],
    "tf.broadcast_to(tf.reshape(tf.range(6), [2, 3]), [2, 2, 3])": np.broadcast_to(NUMBERED, (2, 2, 3)),
    "tf.boolean_mask(tf.reshape(tf.range(6), [2, 3]), [False, True])": NUMBERED[[False, True]],
    "tf.pad(tf.reshape(tf.range(6), [2, 3]), [[1, 0], [0, 2]], constant_values=3)": np.pad(
        NUMBERED, [(1, 0), (0, 2)], constant_values=-1
    ),
    "tf.pad([1, 2, 3], [[2, 2]], mode='REFLECT')": np.pad(np.arange(3), 2, mode="reflect"),
}


@pytest.mark.parametrize(("code", "places"), MOVED.items())
def test_values_that_move(code: str, places: np.ndarray) -> None:
    (sources,) = ask(code).sources
    found = [[place for _, place in sources.of(cell)] for cell in range(places.size)]
    assert found == [[place] if place >= 0 else [] for place in places.ravel().tolist()]


def test_two_inputs() -> None:
    (sources,) = ask("tf.concat([[[1, 2]], [[3, 4], [5, 6]]], axis=0)").sources
    assert [sources.of(cell) for cell in range(6)] == [(("a", 0),), (("a", 1),)] + [(("b", i),) for i in range(4)]
    (sources,) = ask("tf.where([[True, False], [False, True]], [[1, 2], [3, 4]], [[5, 6], [7, 8]])").sources
    assert [sources.of(cell) for cell in range(4)] == [(("x", 0),), (("y", 1),), (("y", 2),), (("x", 3),)]
    parts = ask("tf.split(tf.range(5), [2, 3])").sources
    assert [part.of(0) for part in parts] == [(("value", 0),), (("value", 2),)]


def test_a_matrix_product_is_a_row_and_a_column() -> None:
    (sources,) = ask("tf.matmul([[1, 0, 2, -1], [0, 1, 1, 3]], [[1, 2, 3], [0, 1, 0], [1, 0, 1], [2, 1, 0]])").sources
    assert sources.of(3) == tuple(("a", 4 + k) for k in range(4)) + tuple(("b", 3 * k) for k in range(4))
    assert sources.reached("a", 0) == (0, 1, 2)
    assert sources.reached("b", 1) == (1, 4)
    turned = ask("tf.matmul([[1, 2], [3, 4]], [[1, 2], [3, 4]], transpose_b=True)").sources[0]
    assert turned.of(1) == (("a", 0), ("a", 1), ("b", 2), ("b", 3))


def test_broadcasting_repeats() -> None:
    (sources,) = ask("tf.constant([[1], [2]]) + tf.constant([10, 20, 30])").sources
    assert sources.of(5) == (("x", 1), ("y", 2))
    assert sources.reached("x", 0) == (0, 1, 2)


def test_summaries() -> None:
    table = "tf.constant([[1., 5., 2.], [7., 0., 3.]])"
    assert [place for _, place in ask(f"tf.reduce_sum({table}, axis=0)").sources[0].of(1)] == [1, 4]
    assert [place for _, place in ask(f"tf.reduce_max({table}, axis=0)").sources[0].of(0)] == [3]
    assert [place for _, place in ask(f"tf.argmin({table}, axis=1)").sources[0].of(1)] == [4]
    assert len(ask(f"tf.nn.softmax({table}, axis=1)").sources[0].of(0)) == 3


def test_limits_show_who_won() -> None:
    (sources,) = ask("tf.maximum([-2., 3.], 0.)").sources
    assert [sources.of(cell) for cell in (0, 1)] == [(("y", 0),), (("x", 1),)]
    (cut,) = ask("tf.clip_by_value([1., 5., 9.], 2, 7)").sources
    assert [len(cut.of(cell)) for cell in range(3)] == [0, 1, 0]


def test_scattered_values_in_one_place_are_two_sources() -> None:
    (sources,) = ask("tf.scatter_nd([[4], [4]], tf.constant([1., 2.]), [8])").sources
    assert sources.of(4) == (("updates", 0), ("updates", 1))
    assert sources.of(0) == ()
    (last,) = ask("tf.tensor_scatter_nd_update(tf.zeros([8]), [[4], [4]], tf.constant([1., 2.]))").sources
    assert (last.of(4), last.of(0)) == ((("updates", 1),), (("tensor", 0),))


def test_what_cannot_be_followed_has_none() -> None:
    assert ask("tf.zeros([2, 2])").sources == ()
    assert ask("tf.transpose(tf.zeros([20, 32, 32, 3]), [0, 3, 1, 2])").sources == ()
