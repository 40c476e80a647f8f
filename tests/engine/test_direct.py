"""A compiled function called straight: the same values, also where TensorFlow has no such way."""

import numpy as np
import pytest
import tensorflow as tf

from playground.engine import direct
from playground.engine.direct import Direct


def scaled(values, factor):
    """Of nested tensors, as the loops have them."""
    one, (two, three) = values
    return [one * factor, two * factor], three


def given(number):
    return [tf.constant([1.0, 2.0]) * number, (tf.constant(3.0), tf.constant(number))], tf.constant(2.0)


@pytest.mark.parametrize("by_xla", [False, True])
def test_each_call_works_with_what_it_is_given(by_xla):
    call = Direct(scaled, by_xla)
    for number in (1.0, 5.0):
        (one, two), three = call(*given(number))
        np.testing.assert_array_equal(one, [2 * number, 4 * number])
        assert (float(two), float(three)) == (6.0, number)


def test_without_the_private_name_it_is_the_same(monkeypatch):
    monkeypatch.setattr(direct, "STRAIGHT", "no such name")
    test_each_call_works_with_what_it_is_given(False)


def test_the_private_name_is_there():
    call = Direct(scaled, False)
    call(*given(1.0))
    assert callable(getattr(call._traced, direct.STRAIGHT))
