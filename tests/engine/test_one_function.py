"""Which loops XLA compiles as one native function, as its own text says; and compiled functions called straight."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.layers.dense import Dense
from playground.engine import direct
from playground.engine.direct import Direct
from playground.engine.loops import Loops
from playground.engine.one_function import LARGEST_ARRAY, MOST_ARRAYS, MOST_PRODUCTS, suits_one_function
from playground.engine.session import Session
from playground.engine.train import Loop


def is_one_function(document, as_one=None):
    """Whether XLA's own text of the twin says so."""
    session = Session(document, Loops())
    return Loop(session.spec, twin=True, as_one=as_one).is_one_function(session.state, session.arrays)


def test_the_loop_of_a_small_network_is_one_function(chain):
    assert is_one_function(chain(Dense(4), Dense(1)))


def test_the_loop_of_a_wide_network_is_not(chain):
    assert not is_one_function(chain(Dense(40), Dense(40), Dense(1)))


def test_one_that_would_be_can_be_kept_from_it(chain):
    assert not is_one_function(chain(Dense(4), Dense(1)), as_one=False)


def network(*units):
    return keras.Sequential([keras.Input((2,)), *[keras.layers.Dense(count) for count in units]])


@pytest.mark.parametrize(
    ("units", "batch_size", "suits"),
    [
        ((4, 2, 1), 10, True),
        ((32, 32, 1), 10, True),
        ((33, 32, 1), 10, False),
        ((8,) * 6, MOST_PRODUCTS // 64, True),
        ((8,) * 6, MOST_PRODUCTS // 64 + 1, False),
        ((LARGEST_ARRAY // 2, 1), 1, True),
        ((LARGEST_ARRAY // 2 + 1, 1), 1, False),
        ((2,) * (MOST_ARRAYS // 2), 10, True),
        ((2,) * (MOST_ARRAYS // 2 + 1), 10, False),
    ],
)
def test_the_rule_knows_the_largest_weight_array_and_the_batch(units, batch_size, suits):
    assert suits_one_function(network(*units), batch_size) == suits


# Called straight


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
