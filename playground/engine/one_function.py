"""Which training loops XLA compiles as one native function, and how the others are kept from it.

Where it does, a step of a small network costs no dispatch of its kernels, some 60 to 100 of them. But inside such a
function products are plain loops, so a network with large weight arrays is faster outside it.
"""

from __future__ import annotations

import keras
import tensorflow as tf

# Numbers in one weight array above which its products are too slow inside; and those times the rows of a batch.
LARGEST_ARRAY = 1_024
MOST_PRODUCTS = 32_768
# Compiling takes time by more than the square of the length: some 10 s for so many arrays.
MOST_ARRAYS = 64
# What XLA writes beside the call of a loop that it has made one function.
ONE_FUNCTION = 'xla_cpu_small_call="true"'


def suits_one_function(network: keras.Model, batch_size: int) -> bool:
    """Whether this network's loop is faster as one function: a rule on the network alone, found by measuring."""
    sizes = [variable.shape.num_elements() for variable in network.weights]
    largest = max(sizes, default=0)
    return len(sizes) <= MOST_ARRAYS and largest <= LARGEST_ARRAY and batch_size * largest <= MOST_PRODUCTS


def kept_outside(row: tf.Tensor) -> tf.Tensor:
    """The same number, by a way that keeps the loop it is used in from being compiled as one function.

    XLA compiles no loop so that holds a sort.
    """
    return tf.sort(tf.stack([row, row + 1]))[0]
