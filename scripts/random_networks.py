"""Random networks of all layers that can train on iris, as chains that now and then branch and merge."""

from __future__ import annotations

import random

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers import activations as act
from playground.document.layers.augmenting import RandomFlip, RandomRotation, RandomTranslation
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer, Shape
from playground.document.layers.merging import Add, Average, Concatenate, Maximum, Multiply, Subtract
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    Rescaling,
    UnitNormalization,
)
from playground.document.layers.pictures import AveragePooling2D, Conv2D, GlobalAveragePooling2D, MaxPooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, Embedding, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape

FLAT: tuple[Layer, ...] = (
    Dense(3, "relu", l1=0.1),
    Dense(4, "step"),
    Dense(2, "gelu", use_bias=False, kernel_initializer="he_normal"),
    Dense(5, "softmax"),
    Dense(3, "leaky_relu", trainable=False, bias_initializer="playground_bias"),
    act.Linear(),
    act.Step(),
    act.Sigmoid(),
    act.Tanh(),
    act.ReLU(),
    act.LeakyReLU(0.3),
    act.PReLU(0.1),
    act.ELU(0.5),
    act.SELU(),
    act.GELU(),
    act.SiLU(),
    act.Softplus(),
    act.Softmax(),
    act.Formula("x * sigmoid(1.5 * x)"),
    act.Formula("where(x > 0, x, -x / 3) + sin(x) ** 2"),
    act.Formula("step(x) + abs(x)"),
    Dropout(0.3),
    GaussianNoise(0.2),
    ActivityRegularization(0.1, 0.2),
    BatchNormalization(0.9, 0.01),
    LayerNormalization(0.01),
    UnitNormalization(),
    Rescaling(2.0, -1.0),
    Normalization((0.5,), (4.0,)),
    Embedding(7, 2),
    Reshape((1, 4)),
    Flatten(),
)
SEQUENCES: tuple[Layer, ...] = (
    LSTM(3),
    GRU(2),
    SimpleRNN(3, activation="relu"),
    LSTM(2, return_sequences=True),
    GRU(3, return_sequences=True),
    Flatten(),
    Dense(3, "tanh"),
    BatchNormalization(),
)
PICTURES: tuple[Layer, ...] = (
    RandomFlip("vertical"),
    RandomTranslation(0.2),
    RandomRotation(0.125),
    Conv2D(2, 2, padding="same", activation="step"),
    Conv2D(3, 3, 2, "same", "silu", l2=0.1),
    MaxPooling2D(2, "same"),
    AveragePooling2D(2, "same"),
    GlobalAveragePooling2D(),
    Flatten(),
    BatchNormalization(),
    act.PReLU(),
)
MERGES: tuple[Layer, ...] = (Add(), Subtract(), Multiply(), Average(), Maximum(), Concatenate())


def network(seed: int) -> Document:
    """A random network that can train, of a chain that now and then branches and merges."""
    drawn = random.Random(seed)
    document, before = edits.choose_data(Document(), "iris"), DATA
    shape: Shape = (4,)
    if drawn.random() < 0.4:
        document, before, shape = _shaped(document, drawn.choice([(4, 1), (2, 2), (2, 2, 1)]))
    for _ in range(drawn.randint(1, 6)):
        layers = {1: FLAT, 2: SEQUENCES, 3: PICTURES}[len(shape)]
        layer = drawn.choice(layers)
        layer = Reshape((1, shape[0])) if isinstance(layer, Reshape) else layer
        document, node = edits.add_node(document, layer, 0, 0, before)
        after = layer.output_shape((shape,))
        if after == shape and before != DATA and drawn.random() < 0.4:
            document, merged = edits.add_node(document, drawn.choice(MERGES), 0, 0, before)
            document = edits.connect(document, node, merged)
            node, after = merged, document.graph.by_id[merged].layer.output_shape((shape, shape))
        before, shape = node, after
    if len(shape) > 1:
        document, before = edits.add_node(document, Flatten(), 0, 0, before)
    document, before = edits.add_node(document, Dense(3, "softmax"), 0, 0, before)
    return edits.connect(document, before, OUTPUT)


def _shaped(document: Document, shape: Shape) -> tuple[Document, str, Shape]:
    document, node = edits.add_node(document, Reshape(shape), 0, 0, DATA)
    return document, node, shape
