"""Random numbers as a histogram: the curves against numpy's own numbers, the bars against the values."""

import numpy as np
import pytest

from playground.frames.lab import LabAnswer, LabQuestion, LabTensor
from playground.lab.matching import read_code


def answer_of(code, values):
    values = np.asarray(values, np.float32)
    tensor = LabTensor(values, values.shape, "float32", values.nbytes)
    return LabAnswer(LabQuestion(read_code(code)), results=(tensor,))


NUMBERS = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("tf.random.stateless_normal([2, 3], seed=[0, 0], mean=1., stddev=2.)", NUMBERS.normal(1, 2, 200_000)),
        ("tf.random.normal([2, 3])", NUMBERS.normal(0, 1, 200_000)),
        ("tf.random.stateless_uniform([2, 3], seed=[0, 0], minval=-1., maxval=3.)", NUMBERS.uniform(-1, 3, 200_000)),
        (
            "tf.random.stateless_truncated_normal([2, 3], seed=[0, 0])",
            [one for one in NUMBERS.normal(0, 1, 200_000) if abs(one) <= 2],
        ),
    ],
)
def test_the_curve_is_that_of_which_the_numbers_are_drawn(code, numbers):
    from playground.ui.lab.histogram import density

    shares, edges = np.histogram(numbers, 40, (-4, 4), density=True)
    middles = (edges[:-1] + edges[1:]) / 2
    assert density(read_code(code).last, middles) == pytest.approx(shares, abs=0.02)


def test_each_number_is_in_a_bar_and_other_operations_have_none(qtbot):
    from playground.ui.lab.histogram import Histogram
    from playground.ui.theme import LIGHT

    view = Histogram(LIGHT)
    qtbot.addWidget(view)
    values = NUMBERS.normal(0, 1, (10, 10))
    view.show_answer(answer_of("tf.random.normal([10, 10])", values))
    assert not view.isHidden()
    assert view.counts.sum() == 100
    assert (view.edges[0] <= values.min(), view.edges[-1] >= values.max()) == (True, True)
    assert "100 numbers" in view.said
    view.grab()
    view.show_answer(answer_of("tf.zeros([10, 10])", values))
    assert view.isHidden()
