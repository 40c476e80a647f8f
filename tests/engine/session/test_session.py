"""One document in training: one seed, one history; edits that keep what was learned; looks that stay as they were."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.regularization import Dropout, GaussianNoise
from playground.document.settings import SGD, Adam, DataSettings, TrainingSettings
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.wanted import Wanted

EVERYTHING = Wanted(surface_side=5, map_side=4, nodes=(DATA, "dense_1", "dense_2"), selected="dense_1")


def losses(session):
    """Every epoch's row, for comparing two runs."""
    curves = session.recorder.curves(session.recorder.count)
    return curves.values.T


def optimizer_values(session):
    return [value.numpy() for value in session.state[len(session.plain.network.variables) :]]


def moments(session):
    """The optimizer's values but for its learning rate."""
    rate = session.plain.network.optimizer.learning_rate
    places = [variable is rate for variable in session.plain.network.optimizer.variables]
    return [value for value, is_rate in zip(optimizer_values(session), places, strict=True) if not is_rate]


def assert_same(ours, others):
    assert len(ours) == len(others)
    for one, other in zip(ours, others, strict=True):
        np.testing.assert_array_equal(one, other)


def train_epochs(session, epochs):
    session.train(epochs * session.plain.steps_per_epoch - session.batch)


# One seed, one history


@pytest.fixture(scope="module")
def circle(chain):
    """What a new user sees: the circle, two tanh layers."""
    return chain(Dense(4), Dense(1), data=DataSettings(), training=TrainingSettings())


@pytest.fixture(scope="module")
def straight(circle, loops):
    """A hundred epochs of it in one go, on the plain graph alone."""
    session = Session(circle, loops)
    session.train(100 * session.plain.steps_per_epoch)
    assert session.loop is session.plain
    return losses(session)


def test_it_learns(straight):
    assert straight[0, -1] < 0.2 * straight[0, 0]


CHUNKINGS = {
    "batch by batch": [1] * 200 + [2300],
    "uneven": [8, 3, 517, 1, 1, 970, 1000],
    "epochs": [25] * 100,
}


@pytest.mark.parametrize("chunks", CHUNKINGS.values(), ids=CHUNKINGS)
def test_losses_are_the_same_however_training_is_cut(circle, loops, straight, chunks):
    session = Session(circle, loops)
    for steps in chunks:
        session.train(steps)
        assert session.epoch * 25 + session.batch == session.step
    assert session.step == 2_500
    np.testing.assert_allclose(losses(session), straight, rtol=1e-5)


def test_looking_changes_nothing(circle, loops, straight):
    session = Session(circle, loops)
    for steps in (40, 60, 900, 1500):
        session.look(EVERYTHING)
        session.train(steps)
    np.testing.assert_allclose(losses(session), straight, rtol=1e-5)


@pytest.mark.parametrize("steps_before", [0, 25, 1_237])
def test_moving_over_to_xla_changes_nothing(circle, straight, steps_before, twins):
    session = Session(circle, Loops())
    session.train(steps_before)
    if not twins:
        session.twin_to_compile()()
        twins[session.spec] = session.loop
    session._loops.add_twin(session.spec, twins[session.spec])
    assert session.loop is not session.plain
    session.train(2_500 - steps_before)
    np.testing.assert_allclose(losses(session), straight, rtol=1e-5)


@pytest.fixture(scope="module")
def twins():
    """Compiled once for all."""
    return {}


def test_another_seed_is_another_history(circle, with_training, loops, straight):
    session = Session(with_training(circle, seed=2), loops)
    train_epochs(session, 3)
    assert (losses(session)[0] != straight[0, :4]).all()


DRAWING = {
    "dropout": (Dense(4), Dropout(0.3), Dense(1)),
    "noise": (GaussianNoise(0.5), Dense(4), BatchNormalization(), Dropout(0.2), Dense(1)),
}


@pytest.mark.parametrize("parts", DRAWING.values(), ids=DRAWING)
def test_networks_that_draw_random_numbers_repeat_bit_for_bit(chain, with_training, loops, parts):
    document = chain(*parts)
    one = Session(document, loops)
    one.train(40)
    other = Session(document, loops)
    for steps in (1, 1, 7, 31):
        other.look(EVERYTHING)
        other.train(steps)
    third = Session(with_training(document, seed=2), loops)
    third.train(40)
    assert_same([value.numpy() for value in one.state], [value.numpy() for value in other.state])
    np.testing.assert_array_equal(losses(one), losses(other))
    assert (losses(one)[0] != losses(third)[0]).all()


def test_networks_that_draw_random_numbers_take_one_path_to_the_end(chain):
    """Whether the twin is there before the first batch or not, batches looked at or not, and after edits."""
    document = chain(*DRAWING["dropout"])
    early, late = Session(document, Loops()), Session(document, Loops())
    assert not early.ready
    early.compile_twin()
    assert early.ready
    assert early.loop is not early.plain
    late.look(Wanted(0, 0, batches=True))
    for session in (early, late):
        session.train(12)
        session.update(edits.set_layer(session.document, "dropout_1", Dropout(0.5)))
        assert not session.ready, "another network, another twin"
        session.train(9)
        session.go_back_to(5)
        session.train(20)
        assert session.loop is not session.plain
    assert_same([value.numpy() for value in early.state], [value.numpy() for value in late.state])
    np.testing.assert_array_equal(losses(early), losses(late))


def test_networks_that_draw_nothing_are_ready_at_once(circle, loops):
    assert Session(circle, loops).ready


def test_the_pace_counts_all_that_training_takes(circle, with_training):
    session = Session(with_training(circle, batch_size=7), Loops())
    assert session.pace is None
    session.train(1)
    called = session.loop.tempo.seconds
    assert session.pace > called > 0
    session.compile_twin()
    assert session.pace is None, "the twin has not trained yet"
    session.train(1)
    assert session.pace > session.loop.tempo.seconds > 0


def test_a_run_after_reset_is_the_same_run(chain, loops):
    session = Session(chain(Dense(3), Dropout(), Dense(1), training=TrainingSettings(Adam(), batch_size=5)), loops)
    first = session.look(EVERYTHING)
    session.train(33)
    before = losses(session)
    session.reset()
    again = session.look(EVERYTHING)
    assert (session.epoch, session.batch) == (0, 0)
    np.testing.assert_array_equal(again.surface, first.surface)
    np.testing.assert_array_equal(again.curves.train_loss, first.curves.train_loss)
    session.train(33)
    np.testing.assert_array_equal(losses(session), before)


# Frames


def arrays_of(value):
    """Every array in a frame, however deep."""
    if isinstance(value, np.ndarray):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from arrays_of(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from arrays_of(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from arrays_of(part)


def test_a_frame_stays_as_it_was_while_training_goes_on(chain, loops):
    session = Session(chain(Dense(3), Dense(1)), loops)
    train_epochs(session, 2)
    frame = session.look(EVERYTHING)
    held = list(arrays_of(frame))
    kept = [array.copy() for array in held]
    assert len(held) >= 5 + 1 + 3 + 4 + 1 + 1  # curves, surface, maps, weights, flowing, reel at least
    session.train(50)
    session.look(EVERYTHING)
    assert_same(held, kept)
    assert (session.weights_by_node()["dense_1"][0] != frame.weights["dense_1"][0]).any()


def test_writing_into_a_frame_does_not_reach_the_network(chain, loops):
    session = Session(chain(Dense(3), Dense(1)), loops)
    expected = session.look(EVERYTHING).surface
    for array in arrays_of(session.look(EVERYTHING)):
        if array.flags.writeable:
            array[...] = 99
    np.testing.assert_array_equal(session.look(EVERYTHING).surface, expected)
    np.testing.assert_array_equal(losses(session), losses(Session(session.document, loops)))


def test_a_frame_tells_what_it_shows(chain, loops):
    document = chain(Dense(3), Dense(1))
    session = Session(document, loops)
    session.train(12)
    frame = session.look(EVERYTHING)
    assert (frame.epoch, frame.batch) == (2, 2)
    assert (frame.graph, frame.data, frame.wanted) == (document.graph, document.data, EVERYTHING)
    assert frame.curves.epochs.tolist() == [0, 1, 2]
    assert [array.shape for array in frame.weights["dense_1"]] == [(2, 3), (3,)]


def test_parameters_are_counted(chain, loops):
    assert Session(chain(Dense(3), BatchNormalization(), Dense(1)), loops).parameters == 9 + 12 + 4


def test_a_regression_has_no_accuracies(chain, loops):
    session = Session(chain(Dense(1, "linear"), data=DataSettings("sinc", points=46)), loops)
    curves = session.look(Wanted()).curves
    assert len(curves.train_loss) == 1
    assert curves.names == ("train_loss", "validation_loss")


def test_a_network_taken_away_predicts_and_goes_on_as_the_session_does(chain, loops):
    session = Session(chain(Dense(3), Dense(1), training=TrainingSettings(Adam(), batch_size=23)), loops)
    session.train(4)
    network = session.keras_network()
    arrays = session.arrays
    network.run_eagerly = True
    network.train_on_batch(arrays.train_x, arrays.train_y)
    session.train(1)
    for ours, theirs in zip(session.state, [*network.variables, *network.optimizer.variables], strict=True):
        np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=1e-5, atol=1e-6)


# Edits while training


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
