"""The table of every kind of layer that a document can have."""

from __future__ import annotations

from playground.document.layers.activations import (
    ELU,
    GELU,
    SELU,
    Formula,
    LeakyReLU,
    Linear,
    PReLU,
    ReLU,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Step,
    Tanh,
)
from playground.document.layers.augmenting import RandomFlip, RandomRotation, RandomTranslation
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.layers.layer import Layer
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

LAYERS: dict[str, type[Layer]] = {
    kind.__name__: kind
    for kind in (
        Data, Output, Dense,
        Linear, Step, Sigmoid, Tanh, ReLU, LeakyReLU, PReLU, ELU, SELU, GELU, SiLU, Softplus, Softmax, Formula,
        Dropout, GaussianNoise, ActivityRegularization,
        BatchNormalization, LayerNormalization, UnitNormalization, Normalization, Rescaling,
        Conv2D, MaxPooling2D, AveragePooling2D, GlobalAveragePooling2D, RandomFlip, RandomTranslation, RandomRotation,
        Embedding, SimpleRNN, LSTM, GRU,
        Flatten, Reshape, Add, Subtract, Multiply, Average, Maximum, Concatenate,
    )
}  # fmt: skip

PALETTE = tuple(name for name, kind in LAYERS.items() if kind.family != "ends")
