"""Edits of a document in training keep what was learned, as far as it fits."""

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.graph import OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.settings import SGD, Adam, TrainingSettings
from playground.engine.session import Session
from playground.frames.wanted import Wanted
from tests.engine.session.runs import assert_same, losses, moments, train_epochs


@pytest.fixture
def trained(chain, loops):
    """Three epochs and two batches of a network with Adam."""
    training = TrainingSettings(Adam(), learning_rate=0.01, batch_size=5)
    session = Session(chain(Dense(3), Dense(3), Dense(1), training=training), loops)
    session.train(17)
    return session


def weights(session):
    return {node: [array.copy() for array in arrays] for node, arrays in session.weights_by_node().items()}


def test_a_learning_rate_is_taken_over_without_a_new_trace(trained, with_training):
    before, kept, learned = weights(trained), moments(trained), losses(trained)
    traces = trained.plain._run._function.experimental_get_tracing_count()
    plain = trained.plain
    trained.update(with_training(trained.document, learning_rate=0.5))
    assert trained.step == 17
    assert_same(moments(trained), kept)
    for node, arrays in trained.weights_by_node().items():
        assert_same(arrays, before[node])
    trained.train(5)
    assert trained.plain is plain
    assert plain._run._function.experimental_get_tracing_count() == traces
    np.testing.assert_array_equal(losses(trained)[:, : learned.shape[1]], learned)


def test_a_learning_rate_taken_over_is_the_one_used(chain, with_training, loops):
    document = chain(Dense(3), Dense(1), training=TrainingSettings(SGD(), learning_rate=0.1, batch_size=23))
    slow, fast = Session(document, loops), Session(document, loops)
    fast.update(with_training(document, learning_rate=0.2))
    before = weights(slow)["dense_1"][0]
    slow.train(1)
    fast.train(1)
    moved = weights(slow)["dense_1"][0] - before
    np.testing.assert_allclose(weights(fast)["dense_1"][0] - before, 2 * moved, rtol=1e-3)


@pytest.mark.parametrize(
    ("training", "data"),
    [({"batch_size": 7}, {}), ({}, {"features": ("x1", "x1_squared")})],
    ids=str,
)
def test_other_batches_or_features_keep_weights_optimizer_and_curves(trained, with_training, with_data, training, data):
    before, kept, learned = weights(trained), moments(trained), losses(trained)
    trained.update(with_data(with_training(trained.document, **training), **data))
    for node, arrays in trained.weights_by_node().items():
        assert_same(arrays, before[node])
    assert_same(moments(trained), kept)
    assert (trained.epoch, trained.batch) == (3, 0)
    np.testing.assert_array_equal(losses(trained)[:, :3], learned[:, :3])
    train_epochs(trained, 1)
    assert trained.epoch == 4
    assert losses(trained).shape[1] == 5


def test_an_inserted_layer_keeps_what_others_learned(trained, loops):
    before = weights(trained)
    edge = trained.document.graph.edges[1]
    changed, added = edits.insert_node(trained.document, Dense(3), edge, 0, 0)
    trained.update(changed)
    after, fresh = weights(trained), weights(Session(changed, loops))
    for node in before:
        assert_same(after[node], before[node])
    assert_same(after[added], fresh[added])
    assert (trained.epoch, trained.batch) == (3, 0)
    assert trained.recorder.count == 4
    trained.train(7)
    assert trained.recorder.count == 5


def test_other_units_give_fresh_weights_where_shapes_no_longer_fit(trained, loops):
    before = weights(trained)
    changed = edits.set_layer(trained.document, "dense_2", Dense(4))
    trained.update(changed)
    after, fresh = weights(trained), weights(Session(changed, loops))
    assert_same(after["dense_1"], before["dense_1"])
    assert_same(after["dense_2"], fresh["dense_2"])
    np.testing.assert_array_equal(after["dense_3"][0], fresh["dense_3"][0])
    np.testing.assert_array_equal(after["dense_3"][1], before["dense_3"][1])


def test_another_activation_or_loss_keeps_all_weights(trained):
    before = weights(trained)
    changed = edits.set_layer(trained.document, "dense_1", Dense(3, "relu"))
    trained.update(edits.set_layer(changed, OUTPUT, Output("hinge")))
    after = weights(trained)
    for node in before:
        assert_same(after[node], before[node])
    assert trained.epoch == 3


def test_an_edit_that_changes_the_network_shows_in_the_newest_loss(trained):
    before = losses(trained)
    changed = edits.set_layer(trained.document, "dense_2", Dense(4))
    trained.update(changed)
    x, y = trained.arrays.train_x, trained.arrays.train_y
    expected = trained.keras_network().evaluate(x, y, verbose=0)
    found = losses(trained)
    assert found[0, -1] == pytest.approx(expected, rel=1e-5)
    assert found[0, -1] != before[0, -1]
    np.testing.assert_array_equal(found[:, :-1], before[:, :-1])


def test_a_new_seed_starts_over(trained, with_training, loops):
    changed = with_training(trained.document, seed=2)
    trained.update(changed)
    assert trained.step == 0
    assert_same(losses(trained), losses(Session(changed, loops)))
    trained.train(10)
    fresh = Session(changed, loops)
    fresh.train(10)
    np.testing.assert_array_equal(losses(trained), losses(fresh))


@pytest.mark.parametrize("data", [{"noise": 20.0}, {"train_share": 70.0}, {"seed": 2}, {"name": "xor"}], ids=str)
def test_other_points_are_a_new_run_without_those_before(trained, with_data, loops, data):
    trained.reset()
    trained.train(17)
    changed = with_data(trained.document, **data)
    trained.update(changed)
    assert (trained.step, trained.course.ended, trained.course.events) == (0, (), ())
    train_epochs(trained, 2)
    fresh = Session(changed, loops)
    train_epochs(fresh, 2)
    np.testing.assert_array_equal(losses(trained), losses(fresh))


def test_a_network_that_keeps_no_layers_weights_is_a_new_run_beside_the_one_before(trained, loops):
    learned = losses(trained)
    changed = trained.document
    for node, units in (("dense_1", 5), ("dense_2", 4)):
        changed = edits.set_layer(changed, node, Dense(units))
    trained.update(changed)
    assert (trained.step, trained.recorder.count) == (0, 1)
    (before,) = trained.course.ended
    np.testing.assert_array_equal(before.curves.values.T, learned)
    assert_same(losses(trained), losses(Session(changed, loops)))


def test_another_kind_of_task_starts_over(trained, with_data):
    changed = with_data(trained.document, name="sinc")
    trained.update(edits.set_layer(changed, "dense_3", Dense(1, "linear")))
    assert trained.step == 0
    assert trained.look(Wanted()).curves.names == ("train_loss", "validation_loss")


def test_a_reset_after_edits_is_the_first_frame_of_the_edited_document(trained, loops, with_training):
    changed = with_training(edits.set_layer(trained.document, "dense_2", Dense(4)), learning_rate=0.3)
    trained.update(changed)
    trained.train(9)
    trained.reset()
    fresh = Session(changed, loops)
    assert_same([value.numpy() for value in trained.state], [value.numpy() for value in fresh.state])
    trained.train(9)
    fresh.train(9)
    np.testing.assert_array_equal(losses(trained), losses(fresh))


def test_undoing_an_edit_gives_the_same_loop_again(trained):
    document, plain = trained.document, trained.plain
    trained.update(edits.set_layer(document, "dense_2", Dense(4)))
    assert trained.plain is not plain
    trained.update(document)
    assert trained.plain is plain


def test_names_and_places_change_nothing(trained):
    before, state = losses(trained), [value.numpy() for value in trained.state]
    named = edits.move(edits.rename(trained.document, "dense_1", "First"), {"dense_1": (7, 8)})
    trained.update(named)
    assert trained.step == 17
    assert_same([value.numpy() for value in trained.state], state)
    np.testing.assert_array_equal(losses(trained), before)
    assert trained.look(Wanted()).graph.by_id["dense_1"].name == "First"
