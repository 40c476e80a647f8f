"""What tests of the engine share: its flags are set before TensorFlow loads; small documents; compiled loops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

# First, as it says how TensorFlow and Keras load.
import playground.engine  # noqa: F401

# isort: split
import keras
import pytest
import tensorflow as tf

from playground.document.document import Document
from playground.document.edits.edits import add_node, connect, set_layer
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.document.layers.merging import Merge
from playground.document.settings import DataSettings, TrainingSettings
from playground.engine.loops import Loops

# A graph that trains a few steps never wins back the time in which TensorFlow makes it faster.
tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
# Each call of Keras and TensorFlow would otherwise go through another that shortens what is told of an error.
tf.debugging.disable_traceback_filtering()
keras.config.disable_traceback_filtering()

FEW_POINTS = DataSettings(points=50, train_share=50)
"""25 train, in 5 batches of 5: a short last batch would be traced and compiled once more."""
UNEVEN_POINTS = DataSettings(points=46, train_share=50)
"""About as many points as asked for; 23 train, which batches of 5 do not divide."""


def make_chain(
    *layers: Layer,
    loss: str = "mean_squared_error",
    data: DataSettings = FEW_POINTS,
    training: TrainingSettings | None = None,
) -> Document:
    """Data, the layers one after another, Output. A merge takes what comes out of the layer before, and Data."""
    document, last = Document(data=data, training=training or TrainingSettings(batch_size=5)), DATA
    for layer in layers:
        before = last
        document, last = add_node(document, layer, 0, 0, after=before)
        if isinstance(layer, Merge):
            document = connect(document, DATA, last)
    return set_layer(connect(document, last, OUTPUT), OUTPUT, Output(loss))


@pytest.fixture(scope="session")
def chain() -> Callable[..., Document]:
    return make_chain


@pytest.fixture(scope="session")
def with_training() -> Callable[..., Document]:
    """The document with some of its training settings changed."""

    def change(document: Document, **settings: Any) -> Document:
        return replace(document, training=replace(document.training, **settings))

    return change


@pytest.fixture(scope="session")
def with_data() -> Callable[..., Document]:
    """The document with some of its data settings changed."""

    def change(document: Document, **settings: Any) -> Document:
        return replace(document, data=replace(document.data, **settings))

    return change


@pytest.fixture(scope="module")
def loops() -> Loops:
    return Loops()
