"""A document as a compiled keras.Model: shapes, counts, optimizer, loss; and what structures share."""

from dataclasses import fields, replace

import keras
import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.framework.ops import gradient_registry

from playground.document.checks.shapes import flow
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.layers import PALETTE
from playground.document.layers.merging import Concatenate
from playground.document.settings import (
    OPTIMIZERS,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    AdamW,
    Lion,
    Nadam,
    RMSprop,
    TrainingSettings,
)
from playground.engine import build
from playground.engine.build import build_keras, forget_networks, keras_optimizer, structure
from playground.engine.train import Arrays, Loop
from tests.engine.around import around


def spec_of(document, **changed):
    known = {"inputs": len(document.data.input_names), "outputs": 1, "task": "binary", "rows": (23, 23), "metrics": ()}
    return structure(document.graph, document.training, **{**known, **changed})


@pytest.mark.parametrize("kind", PALETTE)
def test_a_chain_with_any_layer_has_the_shapes_and_counts_that_the_document_shows(chain, kind):
    document = chain(*around(kind))
    known = flow(document)
    built = build_keras(spec_of(document), seed=1)
    assert known.errors == {}
    assert set(built.tensors) == set(document.graph.by_id)
    for node_id, tensor in built.tensors.items():
        assert tuple(tensor.shape[1:]) == known.shapes[node_id], node_id
    for node_id, layer in built.layers.items():
        assert layer.count_params() == known.parameters[node_id], node_id
    assert built.network.count_params() == sum(known.parameters.values())
    assert built.network.output_shape == (None, 1)


def test_branches_meet_in_the_order_of_their_connections(chain):
    document = chain(Dense(2), Dense(3))
    document, merged = edits.add_node(document, Concatenate(), 0, 0, after="dense_2")
    document = edits.connect(edits.connect(document, "dense_1", merged), merged, OUTPUT)
    built = build_keras(spec_of(document, outputs=5), seed=1)
    network = keras.Model(built.network.input, [built.tensors[node] for node in ("dense_1", "dense_2", OUTPUT)])
    one, two, both = network(np.ones((1, 2), np.float32))
    np.testing.assert_array_equal(both, np.concatenate([two, one], axis=1))


def test_nodes_that_lead_nowhere_are_not_built(chain):
    document, stray = edits.add_node(chain(Dense(1)), Dense(9), 0, 0, after=DATA)
    assert stray not in build_keras(spec_of(document), seed=1).tensors
    assert spec_of(document) == spec_of(chain(Dense(1)))


def first_weights(document, seed):
    built = build_keras(spec_of(document), seed)
    return {node_id: layer.get_weights() for node_id, layer in built.layers.items()}


def test_an_edit_elsewhere_keeps_a_nodes_first_weights(chain):
    document = chain(Dense(3), Dense(1))
    edge = document.graph.edges[1]
    changed, _ = edits.insert_node(document, Dense(3), edge, 0, 0)
    before, after = first_weights(document, 1), first_weights(changed, 1)
    for node_id in before:
        np.testing.assert_array_equal(before[node_id][0], after[node_id][0])
    assert not np.array_equal(before["dense_1"][0], first_weights(document, 2)["dense_1"][0])


# Structures


def test_names_places_seed_and_learning_rate_are_not_structure(chain, with_training):
    document = chain(Dense(3), Dense(1))
    other = edits.move(edits.rename(document, "dense_1", "First"), {"dense_1": (77, 88)})
    other = with_training(other, seed=99, learning_rate=1.5, epochs=3)
    assert spec_of(other) == spec_of(document)
    assert hash(spec_of(other)) == hash(spec_of(document))


@pytest.mark.parametrize(
    "change",
    [
        {"batch_size": 6},
        {"optimizer": Adam()},
        {"optimizer": SGD(momentum=0.5)},
        {"clipping": "norm"},
    ],
    ids=str,
)
def test_what_the_loop_depends_on_is_structure(chain, with_training, change):
    document = chain(Dense(3), Dense(1))
    assert spec_of(with_training(document, **change)) != spec_of(document)


@pytest.mark.parametrize("layer", [Dense(4), Dense(3, "relu"), Dense(3, l2=0.1), Dense(3, trainable=False)], ids=repr)
def test_a_layers_settings_are_structure(chain, layer):
    document = chain(Dense(3), Dense(1))
    assert spec_of(edits.set_layer(document, "dense_1", layer)) != spec_of(document)


def test_the_loss_is_structure(chain):
    assert spec_of(chain(Dense(1), loss="hinge")) != spec_of(chain(Dense(1), loss="huber"))
    assert spec_of(chain(Dense(1), loss="hinge")).loss.keras == "Hinge"


def test_a_bound_that_does_not_clip_is_not_structure(chain, with_training):
    document = chain(Dense(1))
    assert spec_of(with_training(document, clip_at=5.0)) == spec_of(document)
    clipped = with_training(document, clipping="norm")
    assert spec_of(with_training(clipped, clip_at=5.0)) != spec_of(clipped)


def test_a_batch_is_never_larger_than_the_data(chain, with_training):
    assert spec_of(with_training(chain(Dense(1)), batch_size=4096)).batches.usual == 23


def test_dropout_and_noise_draw(chain):
    drawing = {kind for kind in PALETTE if spec_of(chain(*around(kind))).draws_random}
    assert drawing == {"Dropout", "GaussianNoise", "RandomFlip", "RandomTranslation", "RandomRotation"}


# Optimizers and losses

UNUSUAL = [
    SGD(momentum=0.5, nesterov=True),
    Adam(0.8, 0.9, 1e-4, amsgrad=True),
    AdamW(0.1, 0.8, 0.9, 1e-4),
    RMSprop(0.8, 0.3, 1e-4, centered=True),
    Adagrad(0.5, 1e-4),
    Adadelta(0.8, 1e-4),
    Nadam(0.8, 0.9, 1e-4),
    Lion(0.8, 0.9),
]
KERAS_OPTIMIZERS = {
    "SGD": keras.optimizers.SGD,
    "Adam": keras.optimizers.Adam,
    "AdamW": keras.optimizers.AdamW,
    "RMSprop": keras.optimizers.RMSprop,
    "Adagrad": keras.optimizers.Adagrad,
    "Adadelta": keras.optimizers.Adadelta,
    "Nadam": keras.optimizers.Nadam,
    "Lion": keras.optimizers.Lion,
}


@pytest.mark.parametrize("settings", UNUSUAL, ids=lambda settings: type(settings).__name__)
def test_each_setting_reaches_the_optimizer(settings):
    made = keras_optimizer(settings, 0.25, ("none", 0.0))
    config = made.get_config()
    assert type(made) is KERAS_OPTIMIZERS[type(settings).__name__]
    assert config["learning_rate"] == 0.25
    for setting in fields(settings):
        assert getattr(settings, setting.name) != getattr(type(settings)(), setting.name), "tell the default apart"
        assert config[setting.name] == getattr(settings, setting.name)
    assert config["clipnorm"] is config["clipvalue"] is config["global_clipnorm"] is None


def test_every_optimizer_is_expected_here():
    assert {type(settings).__name__ for settings in UNUSUAL} == set(OPTIMIZERS) == set(KERAS_OPTIMIZERS)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_defaults_are_those_of_keras(name):
    ours = keras_optimizer(OPTIMIZERS[name](), 0.25, ("none", 0.0))
    assert ours.get_config() == KERAS_OPTIMIZERS[name](learning_rate=0.25, name=ours.name).get_config()


@pytest.mark.parametrize(
    ("clipping", "argument"), [("value", "clipvalue"), ("norm", "clipnorm"), ("global_norm", "global_clipnorm")]
)
def test_clipping_reaches_the_optimizer(clipping, argument):
    config = keras_optimizer(SGD(), 0.1, (clipping, 0.5)).get_config()
    assert {name: config[name] for name in ("clipvalue", "clipnorm", "global_clipnorm") if config[name]} == {
        argument: 0.5
    }


# What TensorFlow would keep for good


def custom_gradients():
    return [name for name in gradient_registry._registry if name.startswith("CustomGradient-")]


def test_forgetting_gradients_empties_the_registry_and_a_traced_loop_goes_on(chain):
    document = chain(Dense(3, "gelu"), Dense(1), training=TrainingSettings(AdamW(), clipping="global_norm"))
    spec = spec_of(document)
    loop = Loop(spec, twin=False)
    x, y = tf.ones((23, 2)), tf.ones((23, 1))
    state = [tf.identity(variable.value) for variable in loop.variables]
    indices, others = np.zeros((2, spec.batches.width), np.int32), np.zeros(2, np.bool_)
    before, _ = loop.run(state, Arrays(x, y, x, y), indices, others, 0)
    kept = len(gradient_registry._registry) - len(custom_gradients())
    assert custom_gradients(), "or else TensorFlow no longer leaks, and forget_networks can go"
    forget_networks()
    assert custom_gradients() == []
    assert len(gradient_registry._registry) == kept > 0
    after, _ = loop.run(state, Arrays(x, y, x, y), indices, others, 0)
    for one, other in zip(before, after, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_tensorflow_without_that_registry_is_no_trouble(monkeypatch):
    monkeypatch.setattr(build, "gradient_registry", object())
    forget_networks()


def test_a_structure_forgets_names_only(chain):
    document = edits.rename(chain(Dense(3), Dense(1)), "dense_1", "First")
    wanted = [document.graph.by_id[node_id] for node_id in (DATA, "dense_1", "dense_2", OUTPUT)]
    assert [node for node, _ in spec_of(document).nodes] == [replace(node, name="") for node in wanted]
