"""Which loops XLA compiles as one native function, as its own text of what it compiled says."""

import keras
import numpy as np
import pytest

from playground.document.layers.dense import Dense
from playground.engine.loops import Loops
from playground.engine.one_function import LARGEST_ARRAY, MOST_ARRAYS, MOST_PRODUCTS, suits_one_function
from playground.engine.session import Session
from playground.engine.train import Loop

MARK = "xla_cpu_small_call"
"""What XLA writes beside the call of a loop that it has made one function."""


def compiled(document, as_one=None):
    """XLA's text of the twin after all of its passes."""
    session = Session(document, Loops())
    twin = Loop(session.spec, twin=True, as_one=as_one)
    sizes = session.spec.batches
    indices, others = np.zeros((twin.most_steps, sizes.width), np.int32), np.zeros(twin.most_steps, np.bool_)
    rates = np.zeros(twin.most_rows + 1, np.float32)
    given = (session.state, session.arrays, indices, others, rates, np.int32(1), np.int32(0))
    return twin._run.experimental_get_compiler_ir(*given, noting=True)(stage="optimized_hlo")


def test_the_loop_of_a_small_network_is_one_function(chain):
    assert MARK in compiled(chain(Dense(4), Dense(1)))


def test_the_loop_of_a_wide_network_is_not(chain):
    assert MARK not in compiled(chain(Dense(40), Dense(40), Dense(1)))


def test_one_that_would_be_can_be_kept_from_it(chain):
    assert MARK not in compiled(chain(Dense(4), Dense(1)), as_one=False)


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
