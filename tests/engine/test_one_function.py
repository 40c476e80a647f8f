"""Which loops XLA compiles as one native function, as its own text of what it compiled says."""

import keras
import pytest

from playground.document.layers.dense import Dense
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
