"""A layer that nobody knew: its class and its row are enough for the engine, the script and the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.checks.memory import needed_bytes
from playground.document.checks.problems import find_problems
from playground.document.checks.shapes import flow
from playground.document.edits import edits
from playground.document.edits.growing import grow, is_frozen
from playground.document.files.file import dumps, loads
from playground.document.graph import Node
from playground.document.keras_call import Made, SeedOf
from playground.document.layers.dense import Dense
from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS, Layer, Shape, ShapeError
from playground.document.layers.layers import LAYERS
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.layers.weighted import SUM_DEFAULTS, SUM_NAMES, sum_arguments
from playground.document.limits import choice, flag, real, whole
from playground.engine.layers import apply_node
from playground.engine.loops import Loops
from playground.engine.probes.probes import can_flow
from playground.engine.session import Session
from tests.engine.code.test_python_code import assert_same_weights, chain, run

X = np.random.default_rng(1).normal(size=(9, 2)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class RepeatVector(Layer):
    """The same values several times, one below the other."""

    family: ClassVar[str] = "shape"
    n: int = whole(3, low=1, high=100)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if len(shapes[0]) != 1:
            raise ShapeError("merge", shapes)
        return (self.n, *shapes[0])


@dataclass(frozen=True, slots=True)
class SpatialDropout1D(Layer):
    """In training, zeroes whole features with probability `rate`."""

    family: ClassVar[str] = "regularization"
    draws_random: ClassVar[bool] = True
    shown: ClassVar[tuple[str, ...]] = ("rate",)
    rate: float = real(0.5, low=0.0, high=0.95)

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("SpatialDropout1D", self.rate, seed=seed_of("dropout"))


@dataclass(frozen=True, slots=True)
class Conv1D(Layer):
    """Slides each filter along a sequence."""

    size_field: ClassVar[str] = "filters"
    weight_names: ClassVar[tuple[str, ...]] = SUM_NAMES
    has_activation: ClassVar[bool] = True
    is_slow: ClassVar[bool] = True
    keras_defaults: ClassVar[Mapping[str, object]] = SUM_DEFAULTS
    filters: int = whole(4, low=1, high=64)
    kernel_size: int = whole(2, low=1, high=8)
    activation: str = choice("relu", ACTIVATIONS)
    use_bias: bool = flag(True)
    kernel_initializer: str = choice("he_normal", INITIALIZERS)
    bias_initializer: str = choice("zeros", INITIALIZERS)
    trainable: bool = flag(True)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        length, _ = shapes[0]
        return (length - self.kernel_size + 1, self.filters)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return (self.kernel_size * shapes[0][-1] + self.use_bias) * self.filters

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("Conv1D", self.filters, self.kernel_size, **sum_arguments(self, seed_of))


PLACES = {
    RepeatVector: (Dense(4), RepeatVector(2), Flatten(), Dense(1)),
    SpatialDropout1D: (Dense(6), Reshape((3, 2)), SpatialDropout1D(), Flatten(), Dense(1)),
    Conv1D: (Dense(6), Reshape((3, 2)), Conv1D(activation="step", use_bias=False), Flatten(), Dense(1)),
}


@pytest.fixture(params=PLACES, ids=lambda kind: kind.__name__)
def document(request, monkeypatch):
    """A network with the new layer in it, which now has a row."""
    monkeypatch.setitem(LAYERS, request.param.__name__, request.param)
    return chain(*PLACES[request.param], batch_size=7, seed=5)


def new_node(document) -> Node:
    return next(node for node in document.graph.nodes if type(node.layer) in PLACES)


def test_its_shape_and_parameters_are_those_of_keras(document):
    node, known = new_node(document), flow(document)
    (source,) = document.graph.sources[node.id]
    x = keras.Input(known.shapes[source])
    output, made = apply_node(node, [x], 1)
    assert type(made).__name__ == node.layer.kind
    assert output.shape[1:] == known.shapes[node.id]
    assert made.count_params() == known.parameters[node.id]
    assert node.layer.weight_names[: len(made.weights)] == tuple(weight.name for weight in made.weights)


def test_the_script_makes_what_the_engine_trains(document, capsys):
    made, expected = run(document, 0)["network"], Session(document, Loops()).keras_network()
    np.testing.assert_allclose(made(X), expected(X), rtol=1e-6, atol=1e-7)
    assert_same_weights(document, epochs=1)


def test_it_is_judged_saved_and_changed_as_any_other(document):
    node = new_node(document)
    assert loads(dumps(document)) == document
    assert not [problem for problem in find_problems(document) if problem.severity == "error"]
    assert needed_bytes(document, flow(document)) > 0
    grown = grow(document, [node.id], 1).graph.by_id[node.id].layer
    assert (grown != node.layer) == bool(node.layer.size_field)
    if node.layer.has_activation:
        assert [problem.code for problem in find_problems(document)] == ["step_activation"]
        frozen = edits.set_layer(document, node.id, replace(node.layer, trainable=False))
        assert is_frozen(frozen.graph.by_id[node.id].layer)


def test_what_flows_into_its_activation_is_seen(monkeypatch):
    monkeypatch.setitem(LAYERS, "Conv1D", Conv1D)
    document = chain(Dense(6), Reshape((3, 2)), Conv1D(1, activation="tanh"), Flatten(), Dense(1))
    loops = Loops()
    session = Session(document, loops)
    assert can_flow("conv1d_1", session.plain)
    flowing, dead = loops.plain(session.plain.spec)[1].flowing(session.state, "conv1d_1", tf.constant(X))
    network = session.keras_network()
    before = np.asarray(keras.Model(network.input, network.get_layer("reshape_1").output)(X))
    kernel, bias = network.get_layer("conv1d_1").get_weights()
    expected = [(before[:, at : at + 2] * kernel[..., 0]).sum(axis=(1, 2)) + bias for at in (0, 1)]
    np.testing.assert_allclose(flowing, np.stack(expected, axis=1).ravel(), rtol=1e-5, atol=1e-6)
    assert not dead.any()
