"""Layers for sequences as Keras layers: what they compute, step by step, against numpy."""

import numpy as np
import pytest

from playground.document.layers.sequences import GRU, LSTM, Embedding, SimpleRNN
from tests.engine.test_layers import network_of

SEQUENCE = np.array([[[0.5, -1.0], [2.0, 0.25], [0.0, 1.0]]], np.float32)


@pytest.mark.parametrize("kind", [SimpleRNN, LSTM, GRU])
def test_a_recurrent_layer_can_give_every_step(kind):
    network, made = network_of(kind(5, return_sequences=True, trainable=False), (4, 3))
    assert network.output_shape == (None, *kind(5, return_sequences=True).output_shape([(4, 3)])) == (None, 4, 5)
    assert made.trainable_variables == []


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def test_a_simple_recurrent_layer_steps_as_its_formula_says():
    network, made = network_of(SimpleRNN(2, activation="softplus"), (3, 2))
    kernel, recurrent, bias = made.get_weights()
    state = np.zeros((1, 2))
    for step in range(3):
        state = np.log1p(np.exp(SEQUENCE[:, step] @ kernel + state @ recurrent + bias))
    np.testing.assert_allclose(network(SEQUENCE), state, rtol=1e-5)


def test_a_long_memory_steps_as_its_formula_says():
    network, made = network_of(LSTM(2), (3, 2))
    kernel, recurrent, bias = made.get_weights()
    state, memory = np.zeros((1, 2)), np.zeros((1, 2))
    for step in range(3):
        write, keep, new, read = np.split(SEQUENCE[:, step] @ kernel + state @ recurrent + bias, 4, axis=1)
        memory = sigmoid(keep) * memory + sigmoid(write) * np.tanh(new)
        state = sigmoid(read) * np.tanh(memory)
    np.testing.assert_allclose(network(SEQUENCE), state, rtol=1e-5)


def test_a_gated_layer_steps_as_its_formula_says():
    network, made = network_of(GRU(2), (3, 2))
    kernel, recurrent, bias = made.get_weights()
    state = np.zeros((1, 2))
    for step in range(3):
        update, reset, new = np.split(SEQUENCE[:, step] @ kernel + bias[0], 3, axis=1)
        own_update, own_reset, own_new = np.split(state @ recurrent + bias[1], 3, axis=1)
        kept = sigmoid(update + own_update)
        state = kept * state + (1 - kept) * np.tanh(new + sigmoid(reset + own_reset) * own_new)
    np.testing.assert_allclose(network(SEQUENCE), state, rtol=1e-5)


def test_an_embedding_looks_up_the_nearest_number_it_knows():
    layer = Embedding(3, 2)
    network, made = network_of(layer, (5,))
    (table,) = made.get_weights()
    values = np.array([[-7.0, 0.0, 1.9, 2.0, 1e9]], np.float32)
    np.testing.assert_array_equal(network(values)[0], table[[0, 0, 1, 2, 2]])
