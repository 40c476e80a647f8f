"""What a mistake inside Keras or TensorFlow says to a person."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.engine.run.failing import LONGEST, failed
from playground.frames.run import OUT_OF_MEMORY


def test_a_mistake_of_keras_is_one_plain_line() -> None:
    network = keras.Sequential([keras.layers.Dense(2)])
    network.build((None, 3))
    with pytest.raises(ValueError, match="incompatible") as caught:
        network(np.zeros((1, 5), np.float32))
    error = str(dict(failed(caught.value).values)["error"])
    assert error.startswith("ValueError: Input 0 ")
    assert all(noise not in error for noise in ("\x1b", "\n", "Arguments received"))
    assert len(error) < LONGEST + 20


def test_too_little_memory_is_told_as_such() -> None:
    for error in (MemoryError(), tf.errors.ResourceExhaustedError(None, None, "OOM when allocating tensor")):
        assert failed(error).code == OUT_OF_MEMORY
