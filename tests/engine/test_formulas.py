"""Formulas in networks: as their text says, kept by files, and never at odds with a layer's name."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.formula.formula import _PLAIN, evaluate
from playground.document.formula.parser import parse
from playground.document.graph import Node
from playground.document.layers.activations import Formula, Sigmoid, Tanh
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add, Maximum, Multiply, Subtract
from playground.engine.exports.export import export
from playground.engine.layers import apply_node
from playground.engine.session import Session
from playground.ui.plots.charts.activations import function_of
from tests.engine.code.test_python_code import assert_same_weights

X = np.array([[-2.5, -1.0, -0.25], [0.5, 1.0, 3.0]], np.float32)

FORMULAS = [
    "x", "-x", "x * sigmoid(1.5*x)", "maximum(0.1*x, x)", "sin(pi * x) ** 2", "2 ** x", "e - 1 / (1 + x ** 4)",
    "clip(x, -1, 1)", "clip(1, x, 2)", "step(x) + sign(x)", "sqrt(abs(x)) + log(square(x) + 1)",
    "relu(x) - softplus(-x)", "cos(x) + tan(x / 4) * tanh(x)", "minimum(2, exp(x))",
    "where(x > 0, x, 0.1 * x)", "where(x <= -1, -1, where(1 >= x, x, 1))", "where(x == 1, 5, 3)",
    "where(square(x) < 1, sin(pi * x), x / 2) + where(x != 0.5, 1, 0)",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_computes_what_it_says_and_comes_back_from_a_file(text, tmp_path):
    x = keras.Input((3,))
    output, made = apply_node(Node("formula_1", Formula(text)), [x], 1)
    network = keras.Model(x, output)
    expected = [[evaluate(parse(text), float(value), _PLAIN) for value in row] for row in X]
    np.testing.assert_allclose(network(X), expected, rtol=1e-5, atol=1e-6)
    assert (made.name, made.variables) == ("formula_1", [])
    network.save(tmp_path / "formula.keras")
    np.testing.assert_array_equal(keras.saving.load_model(tmp_path / "formula.keras")(X), network(X))


@pytest.mark.parametrize("text", [text for text in FORMULAS if "where" in text])
def test_what_is_drawn_is_what_keras_computes(text):
    x = np.linspace(-3, 3, 25, dtype=np.float32)
    network = keras.Model(inner := keras.Input((1,)), apply_node(Node("formula_1", Formula(text)), [inner], 1)[0])
    drawn = function_of(Formula(text))
    np.testing.assert_allclose(network(x[:, None])[:, 0], drawn.value(x), rtol=1e-5, atol=1e-6)
    away = x + 0.0137
    moved = tf.constant(away[:, None])
    with tf.GradientTape() as tape:
        tape.watch(moved)
        values = network(moved)
    slope = tape.gradient(values, moved)
    slope = np.zeros(25) if slope is None else slope[:, 0]
    np.testing.assert_allclose(slope, drawn.derivative(away.astype(float)), rtol=1e-4, atol=1e-4)


CROWD = (
    Dense(2, "linear"), Multiply(), Formula("x * x * x + x - x / 2"), Add(), Subtract(),
    Formula("tanh(x) * maximum(x, where(x > 0.2, sigmoid(x), x))"), Tanh(), Sigmoid(),
    Maximum(), Dense(1),
)  # fmt: skip


@pytest.fixture
def crowded(chain):
    """A chain in which operations of formulas and layers go by the same names; Data feeds each merge."""
    return chain(*CROWD)


def test_operations_of_a_formula_take_no_name_from_a_layer(crowded, loops, tmp_path):
    session = Session(crowded, loops)
    session.train(4)
    export(session, tmp_path / "network.keras")
    loaded = keras.saving.load_model(tmp_path / "network.keras", safe_mode=True)
    x = session.dataset.test_inputs
    np.testing.assert_allclose(loaded(x), session.keras_network()(x), rtol=1e-6)


def test_the_script_has_the_same_formulas(crowded, capsys):
    assert_same_weights(crowded, epochs=2)
