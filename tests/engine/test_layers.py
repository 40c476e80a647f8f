"""Each layer of the document as a Keras layer: what it computes, against numpy."""

import re
from math import erf, prod

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.graph import Node
from playground.document.keras_call import first_values
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
from playground.document.layers.ends import Output
from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.merging import Add, Average, Concatenate, Maximum, Merge, Multiply, Subtract
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    Rescaling,
    UnitNormalization,
)
from playground.document.layers.pictures import (
    AveragePooling2D,
    Conv2D,
    GlobalAveragePooling2D,
    MaxPooling2D,
    PictureLayer,
)
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, Embedding, Recurrent, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.seeds import part_seed
from playground.engine.layers import apply_node, evaluated, keras_layer
from playground.ui.texts.layers import layer_help

X = np.array([[-3.0, -1.0, -0.25, 0.0], [0.25, 0.5, 1.0, 4.0]], np.float32)
Y = np.array([[2.0, 0.5, -1.0, 3.0], [-2.0, 1.5, 0.0, 1.0]], np.float32)

PICTURE = np.arange(32, dtype=np.float32).reshape(2, 4, 4, 1) ** 2

SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805


def windows(reduce):
    """`reduce` of each 2 × 2 window of PICTURE."""
    rows = [[reduce(PICTURE[:, y : y + 2, x : x + 2], axis=(1, 2)) for x in range(3)] for y in range(3)]
    return np.array(rows).transpose(2, 0, 1, 3)


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))


FUNCTIONS = {
    "linear": lambda x: x,
    "step": lambda x: (x > 0).astype(float),
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "tanh": np.tanh,
    "relu": lambda x: np.maximum(x, 0),
    "leaky_relu": lambda x: np.where(x > 0, x, 0.2 * x),
    "elu": elu,
    "selu": lambda x: SELU_SCALE * elu(x, SELU_ALPHA),
    "gelu": lambda x: x * (1 + np.vectorize(erf)(x / np.sqrt(2))) / 2,
    "silu": lambda x: x / (1 + np.exp(-x)),
    "softplus": lambda x: np.log1p(np.exp(x)),
    "softmax": softmax,
}

# Kind -> a layer with settings of its own, and what it makes of X (and Y) with its first weights, not in training.
COMPUTED = {
    "Linear": (Linear(), FUNCTIONS["linear"](X)),
    "Step": (Step(), FUNCTIONS["step"](X)),
    "Sigmoid": (Sigmoid(), FUNCTIONS["sigmoid"](X)),
    "Tanh": (Tanh(), FUNCTIONS["tanh"](X)),
    "ReLU": (ReLU(), FUNCTIONS["relu"](X)),
    "LeakyReLU": (LeakyReLU(0.3), np.where(X > 0, X, 0.3 * X)),
    "PReLU": (PReLU(0.3), np.where(X > 0, X, 0.3 * X)),
    "ELU": (ELU(0.7), elu(X, 0.7)),
    "SELU": (SELU(), FUNCTIONS["selu"](X)),
    "GELU": (GELU(), FUNCTIONS["gelu"](X)),
    "SiLU": (SiLU(), FUNCTIONS["silu"](X)),
    "Softplus": (Softplus(), FUNCTIONS["softplus"](X)),
    "Softmax": (Softmax(), softmax(X)),
    "Formula": (Formula("clip(x, -1, x ** 2) + sin(pi / 2)"), np.minimum(np.maximum(X, -1), X**2) + 1),
    "Dropout": (Dropout(0.5), X),
    "GaussianNoise": (GaussianNoise(0.5), X),
    "BatchNormalization": (BatchNormalization(epsilon=0.5), X / np.sqrt(1.5)),
    "LayerNormalization": (
        LayerNormalization(epsilon=0.5),
        (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + 0.5),
    ),
    "UnitNormalization": (UnitNormalization(), X / np.linalg.norm(X, axis=1, keepdims=True)),
    "Normalization": (
        Normalization((1.0, -2.0, 0.0, 0.5), (4.0, 0.25, 1.0, 9.0)),
        (X - np.array([1.0, -2.0, 0.0, 0.5])) / np.array([2.0, 0.5, 1.0, 3.0]),
    ),
    "Rescaling": (Rescaling(-2.0, 0.5), 0.5 - 2 * X),
    "ActivityRegularization": (ActivityRegularization(), X),
    "Conv2D": (Conv2D(1, 2, activation="linear", kernel_initializer="ones"), windows(np.sum)),
    "MaxPooling2D": (MaxPooling2D(), windows(np.max)[:, ::2, ::2]),
    "AveragePooling2D": (AveragePooling2D(), windows(np.mean)[:, ::2, ::2]),
    "GlobalAveragePooling2D": (GlobalAveragePooling2D(), PICTURE.mean(axis=(1, 2))),
    **{layer.kind: (layer, PICTURE) for layer in (RandomFlip(), RandomTranslation(), RandomRotation())},
    "Embedding": (Embedding(2, 3), None),
    "SimpleRNN": (SimpleRNN(1), None),
    "LSTM": (LSTM(2), None),
    "GRU": (GRU(2), None),
    "Flatten": (Flatten(), X),
    "Reshape": (Reshape((2, 2)), X.reshape(2, 2, 2)),
    "Add": (Add(), X + Y),
    "Subtract": (Subtract(), X - Y),
    "Multiply": (Multiply(), X * Y),
    "Average": (Average(), (X + Y) / 2),
    "Maximum": (Maximum(), np.maximum(X, Y)),
    "Concatenate": (Concatenate(), np.concatenate([X, Y], axis=1)),
    "Dense": (Dense(3, "linear", kernel_initializer="ones"), np.repeat(X.sum(axis=1, keepdims=True), 3, axis=1)),
}


def network_of(layer, *shapes, seed=1):
    """A Keras network of that layer alone, and the Keras layer that holds its weights."""
    inputs = [keras.Input(shape) for shape in shapes]
    output, made = apply_node(Node("node_1", layer), inputs, seed)
    return keras.Model(inputs if len(inputs) > 1 else inputs[0], output), made


def computed(layer, *arrays, seed=1):
    network, _ = network_of(layer, *(array.shape[1:] for array in arrays), seed=seed)
    return keras.ops.convert_to_numpy(network(arrays if len(arrays) > 1 else arrays[0], training=False))


def values_for(layer):
    if isinstance(layer, PictureLayer):
        return [PICTURE]
    return [X, Y] if isinstance(layer, Merge) else [X]


def test_every_kind_that_can_be_dragged_out_is_expected_here():
    assert set(COMPUTED) == set(PALETTE)


@pytest.mark.parametrize("kind", [kind for kind, (_, expected) in COMPUTED.items() if expected is not None])
def test_a_layer_computes_what_its_formula_says(kind):
    layer, expected = COMPUTED[kind]
    np.testing.assert_allclose(computed(layer, *values_for(layer)), expected, rtol=1e-5, atol=1e-6)


SHAPES = [(4,), (2, 3), (2, 3, 2)]
FITTING = {Normalization: [(4,), (2, 4)], PictureLayer: [(4, 5, 2), (2, 2, 1)], Recurrent: [(4, 3), (1, 1)]}


def shapes_for(kind):
    return next((shapes for family, shapes in FITTING.items() if issubclass(LAYERS[kind], family)), SHAPES)


@pytest.mark.parametrize(("kind", "shape"), [(kind, shape) for kind in COMPUTED for shape in shapes_for(kind)], ids=str)
def test_shape_and_parameters_are_those_of_keras(kind, shape):
    layer, _ = COMPUTED[kind]
    if kind == "Reshape":
        layer = Reshape((prod(shape), 1))
    shapes = [shape] * len(values_for(layer))
    network, made = network_of(layer, *shapes)
    assert network.output_shape == (None, *layer.output_shape(shapes))
    assert network.count_params() == layer.parameters(shapes)
    assert made is None or made.count_params() == layer.parameters(shapes)


@pytest.mark.parametrize("use_bias", [True, False])
@pytest.mark.parametrize("trainable", [True, False])
def test_a_dense_layer_counts_its_bias_and_can_be_frozen(use_bias, trainable):
    layer = Dense(5, use_bias=use_bias, trainable=trainable)
    network, made = network_of(layer, (4,))
    assert network.count_params() == layer.parameters([(4,)]) == 20 + 5 * use_bias
    assert len(made.trainable_variables) == (1 + use_bias) * trainable


@pytest.mark.parametrize("kind", [BatchNormalization, LayerNormalization])
def test_a_normalization_can_be_frozen(kind):
    _, made = network_of(kind(trainable=False), (4,))
    assert made.trainable_variables == []
    assert made.count_params() == kind().parameters([(4,)])


def test_merges_stretch_lengths_of_one_as_numpy_does():
    column = np.array([[2.0], [3.0]], np.float32)
    np.testing.assert_allclose(computed(Add(), X, column), X + column)
    np.testing.assert_allclose(computed(Multiply(), X, column), X * column)
    assert Add().output_shape([(4,), (1,)]) == (4,)


def test_merges_take_more_than_two_in_order():
    np.testing.assert_array_equal(computed(Concatenate(), X, Y, X[:, :1]), np.concatenate([X, Y, X[:, :1]], axis=1))
    np.testing.assert_allclose(computed(Add(), X, Y, X), 2 * X + Y, rtol=1e-6)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_dense_layer_applies_its_activation_to_x_times_w_plus_b(activation):
    network, made = network_of(Dense(3, activation), (4,))
    random = np.random.default_rng(0)
    kernel, bias = random.normal(size=(4, 3)), random.normal(size=3)
    made.set_weights([kernel, bias])
    expected = FUNCTIONS[activation](X.astype(np.float64) @ kernel + bias)
    np.testing.assert_allclose(network(X), expected, rtol=1e-5, atol=1e-6)


KERAS_INITIALIZERS = {
    "glorot_uniform": keras.initializers.GlorotUniform,
    "glorot_normal": keras.initializers.GlorotNormal,
    "he_uniform": keras.initializers.HeUniform,
    "he_normal": keras.initializers.HeNormal,
    "lecun_uniform": keras.initializers.LecunUniform,
    "lecun_normal": keras.initializers.LecunNormal,
    "random_uniform": keras.initializers.RandomUniform,
    "random_normal": keras.initializers.RandomNormal,
    "truncated_normal": keras.initializers.TruncatedNormal,
    "orthogonal": keras.initializers.Orthogonal,
}


@pytest.mark.parametrize("name", INITIALIZERS)
def test_an_initializer_is_the_one_of_keras_with_its_seed(name):
    found = keras.ops.convert_to_numpy(evaluated(first_values(name, 7))((4, 3)))
    if name in ("zeros", "ones"):
        expected = np.full((4, 3), name == "ones")
    else:
        expected = keras.ops.convert_to_numpy(KERAS_INITIALIZERS[name](seed=7)((4, 3)))
    np.testing.assert_array_equal(found, expected)


def kernel_and_bias(node_id, seed):
    layer = Dense(3, kernel_initializer="he_normal", bias_initializer="random_normal")
    made = keras_layer(Node(node_id, layer), keras.Input((3,)), seed)
    made.build((None, 3))
    return made.get_weights()


def test_first_weights_depend_on_the_seed_the_node_and_the_part_alone():
    kernel, bias = kernel_and_bias("dense_1", 1)
    again_kernel, again_bias = kernel_and_bias("dense_1", 1)
    np.testing.assert_array_equal(kernel, again_kernel)
    np.testing.assert_array_equal(bias, again_bias)
    for other_kernel, other_bias in (kernel_and_bias("dense_2", 1), kernel_and_bias("dense_1", 2)):
        assert not np.isclose(kernel, other_kernel).any()
        assert not np.isclose(bias, other_bias).any()
    assert part_seed(1, "dense_1", "kernel") != part_seed(1, "dense_1", "bias")


def test_penalties_are_those_of_the_kernel():
    _, made = network_of(Dense(3, l1=0.5, l2=0.25), (4,))
    kernel = made.get_weights()[0].astype(np.float64)
    made.bias.assign([100.0, 100.0, 100.0])
    expected = 0.5 * np.abs(kernel).sum() + 0.25 * (kernel**2).sum()
    assert float(sum(made.losses)) == pytest.approx(expected, rel=1e-5)
    assert network_of(Dense(3), (4,))[1].losses == []


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize(("size", "strides"), [(1, 1), (2, 1), (3, 2), (2, 3), (5, 4)])
def test_windows_over_a_picture_are_as_many_as_in_keras(size, strides, padding):
    for layer in (Conv2D(3, size, strides, padding), MaxPooling2D(size, padding)):
        network, _ = network_of(layer, (7, 6, 2))
        assert network.output_shape == (None, *layer.output_shape([(7, 6, 2)]))


def test_a_penalty_on_values_is_the_mean_over_the_batch():
    network, made = network_of(ActivityRegularization(l1=0.5, l2=0.25), (4,))
    network(X)
    expected = (0.5 * np.abs(X).sum() + 0.25 * (X**2).sum()) / len(X)
    assert float(sum(made.losses)) == pytest.approx(expected, rel=1e-5)


def test_learned_slopes_can_be_frozen():
    _, made = network_of(PReLU(trainable=False), (4,))
    assert made.trainable_variables == []


def test_batch_normalization_moves_with_its_momentum():
    network, made = network_of(BatchNormalization(momentum=0.75), (4,))
    network(X, training=True)
    gamma, beta, mean, variance = made.get_weights()
    np.testing.assert_allclose(mean, 0.25 * X.mean(axis=0), rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(variance, 0.75 + 0.25 * X.var(axis=0), rtol=1e-5)
    np.testing.assert_array_equal([gamma, beta], [np.ones(4), np.zeros(4)])


def test_the_derivative_of_a_step_is_zero():
    network, made = network_of(Dense(3, "step"), (4,))
    network.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
    network.run_eagerly = True
    before = made.get_weights()
    network.train_on_batch(X, np.full((2, 3), 5.0))
    for was, now in zip(before, made.get_weights(), strict=True):
        np.testing.assert_array_equal(was, now)


def test_the_ends_pass_values_through():
    x = keras.Input((4,))
    assert apply_node(Node("output", Output()), [x], 1) == (x, None)
    assert set(LAYERS) == {*PALETTE, "Data", "Output"}


def test_the_slopes_in_the_explanation_are_those_of_keras_and_tensorflow():
    slopes = LAYERS["LeakyReLU"]().slope, -float(tf.nn.leaky_relu(-1.0)), keras.layers.LeakyReLU().negative_slope
    assert [f"{slope:.1g}" for slope in slopes] == re.findall(r"0\.\d", layer_help("LeakyReLU"))
