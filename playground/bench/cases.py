"""The networks that are measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.settings import SGD, Adam, DataSettings, Optimizer, TrainingSettings
from playground.ui.assets import asset

if TYPE_CHECKING:
    import keras

Arrays = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]


def chain(
    units: tuple[int, ...],
    data: DataSettings,
    training: TrainingSettings,
    activation: str = "tanh",
    last: str = "tanh",
    loss: str = "mean_squared_error",
) -> Document:
    """Dense layers one behind the other, from Data to Output."""
    document, before = Document(data=data, training=training), DATA
    for place, count in enumerate(units):
        layer = Dense(count, last if place == len(units) - 1 else activation)
        document, before = edits.add_node(document, layer, 220.0 * (place + 1), 0.0, before)
    return edits.connect(edits.set_layer(document, OUTPUT, Output(loss)), before, OUTPUT)


def circle() -> Document:
    return chain((4, 2, 1), DataSettings("circle"), TrainingSettings())


def spiral(optimizer: Optimizer | None = None) -> Document:
    training = TrainingSettings(optimizer=optimizer or SGD())
    return chain((8,) * 6 + (1,), DataSettings("spiral"), training)


def digits() -> Document:
    training = replace(TrainingSettings(batch_size=32), optimizer=Adam(), learning_rate=0.001)
    data = DataSettings("digits", points=1797)
    return chain((64, 32, 10), data, training, "relu", "linear", "sparse_categorical_crossentropy_logits")


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "circle 2-4-2-1": circle,
    "spiral 2-8-8-8-8-8-8-1": spiral,
    "spiral 2-8-8-8-8-8-8-1, Adam": lambda: spiral(Adam()),
    "digits 64-64-32-10": digits,
    "dropout 2-32-32-1": lambda: example("dropout", asset("examples")),
    "waves 32-8-3, LSTM": lambda: example("waves", asset("examples")),
}


@dataclass(frozen=True, slots=True)
class KerasCase:
    """A network built directly from Keras layers, and made examples for it (10 classes)."""

    shape: tuple[int, ...]
    rows: tuple[int, int]
    batch_size: int
    build: Callable[[], keras.Model]

    def arrays(self) -> Arrays:
        """Train and validation inputs and class numbers, float32."""
        random = np.random.default_rng(0)
        train, validation = self.rows
        x = random.normal(size=(train + validation, *self.shape)).astype(np.float32)
        y = random.integers(0, 10, size=(train + validation, 1)).astype(np.float32)
        return x[:train], y[:train], x[train:], y[train:]


def _large() -> keras.Model:
    import keras

    layers = [keras.layers.Dense(units, activation="relu") for units in (256, 128, 64)]
    return keras.Sequential([keras.Input((784,)), *layers, keras.layers.Dense(10)])


def _convolutions() -> keras.Model:
    import keras

    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(8, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(10),
        ]
    )


KERAS: dict[str, KerasCase] = {
    "dense 784-256-128-64-10": KerasCase((784,), (12_800, 1_280), 128, _large),
    "small CNN": KerasCase((28, 28, 1), (2_560, 256), 64, _convolutions),
}
