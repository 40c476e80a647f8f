"""The compiled loop against Keras's own train_on_batch, fit and evaluate, given the same batches."""

from functools import partial

import keras
import numpy as np
import pytest

from playground.document.checks.xla import draws_by_xla
from playground.document.document import Document
from playground.document.layers.dense import Dense
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.merging import Add, Concatenate, Multiply
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.regularization import Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, SimpleRNN
from playground.document.layers.shaping import Reshape
from playground.document.losses import LOSSES
from playground.document.settings import (
    OPTIMIZERS,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    AdamW,
    DataSettings,
    Lion,
    Nadam,
    RMSprop,
    TrainingSettings,
)
from playground.engine.loops import Loops
from playground.engine.schedule import BLOCK, Schedule, batch_sizes
from playground.engine.session import Session
from playground.engine.train import EVALUATED, Loop
from tests.engine.around import side_by_side
from tests.engine.conftest import UNEVEN_POINTS, make_chain

STEPS = 6
"""One more than an epoch of 23 rows in batches of 5, whose last holds 3."""


WHOLE = 23
"""All rows in one batch: traced in half the time, where a short batch makes no difference of its own."""


@pytest.fixture(scope="module")
def chain():
    return partial(make_chain, data=UNEVEN_POINTS)


def settings(optimizer=None, learning_rate=0.05, batch_size=5, **others):
    return TrainingSettings(optimizer or SGD(), learning_rate, batch_size=batch_size, **others)


def epoch_of(rows, size, seed, epoch):
    """The row numbers of one epoch of shuffled batches, (steps, size)."""
    sizes = batch_sizes(rows, TrainingSettings(batch_size=size))
    return Schedule(rows, sizes, True, seed).batches(epoch * sizes.steps, sizes.steps)[0]


def given_batches(session, steps):
    """The row numbers of the first batches, the last of each epoch short; cut here, not by the loop."""
    rows, size, seed = session.spec.rows[0], session.spec.batches.usual, session.document.training.seed
    for step in range(steps):
        epoch, place = divmod(step, -(-rows // size))
        order = epoch_of(rows, size, seed, epoch).ravel()[:rows]
        yield order[place * size : (place + 1) * size]


def state_by_keras(session, steps=STEPS):
    """Every variable, the optimizer's too, after Keras's own eager steps from the session's state.

    By Keras's way through XLA where random numbers are drawn, as they are others there.
    """
    network = session.keras_network()
    by_xla = draws_by_xla(session.document, session.spec.rows[0])
    network.run_eagerly, network.jit_compile = not by_xla, by_xla
    x, y = session.arrays.train_x.numpy(), session.arrays.train_y.numpy()
    for rows in given_batches(session, steps):
        network.train_on_batch(x[rows], y[rows])
    return [variable.numpy() for variable in (*network.variables, *network.optimizer.variables)]


def assert_alike(session, expected):
    for variable, ours, other in zip(session.plain.variables, session.state, expected, strict=True):
        np.testing.assert_allclose(ours.numpy(), other, rtol=1e-5, atol=1e-5, err_msg=variable.path)


def check_against_keras(document, twin=False):
    session = Session(document, Loops())
    first = [value.numpy() for value in session.state]
    expected = state_by_keras(session)
    if twin:
        session.twin_to_compile()()
        assert session.loop is not session.plain
    session.train(STEPS)
    assert_alike(session, expected)
    return session, first


VARIED = [
    SGD(momentum=0.9, nesterov=True),
    Adam(amsgrad=True),
    AdamW(weight_decay=0.1),
    RMSprop(momentum=0.5, centered=True),
    Adagrad(),
    Adadelta(),
    Nadam(),
    Lion(),
]


@pytest.mark.parametrize("twin", [False, True], ids=["plain", "xla"])
@pytest.mark.parametrize("optimizer", VARIED, ids=repr)
def test_every_optimizer_ends_where_keras_does(chain, optimizer, twin):
    document = chain(Dense(3), Dense(1), training=settings(optimizer, batch_size=WHOLE))
    session, first = check_against_keras(document, twin)
    assert all((value.numpy() != before).any() for value, before in zip(session.state[:4], first[:4], strict=True))


def test_every_optimizer_is_tried():
    assert {type(optimizer).__name__ for optimizer in VARIED} == set(OPTIMIZERS)


IRIS = DataSettings("iris", train_share=15)
FOR_LOSS = {
    "mean_squared_error": ("tanh", 1, None),
    "half_squared_error": ("tanh", 1, None),
    "mean_absolute_error": ("linear", 1, DataSettings("sinc", points=46)),
    "huber": ("linear", 1, DataSettings("sinc", points=46)),
    "binary_crossentropy": ("sigmoid", 1, None),
    "binary_crossentropy_logits": ("linear", 1, None),
    "categorical_crossentropy": ("softmax", 2, None),
    "categorical_crossentropy_logits": ("linear", 3, IRIS),
    "sparse_categorical_crossentropy": ("softmax", 3, IRIS),
    "sparse_categorical_crossentropy_logits": ("linear", 2, None),
    "kl_divergence": ("softmax", 3, IRIS),
    "hinge": ("linear", 3, IRIS),
}


def for_loss(chain, loss, **training):
    activation, outputs, data = FOR_LOSS[loss]
    given = {} if data is None else {"data": data}
    return chain(Dense(3), Dense(outputs, activation), loss=loss, training=settings(**training), **given)


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_ends_where_keras_does(chain, loss):
    check_against_keras(for_loss(chain, loss, batch_size=WHOLE))


@pytest.mark.parametrize("loss", ["binary_crossentropy_logits", "sparse_categorical_crossentropy", "hinge"])
def test_losses_end_where_keras_does_through_xla(chain, loss):
    check_against_keras(for_loss(chain, loss), twin=True)


FAMILIES = dict.fromkeys(LAYERS[kind].family for kind in PALETTE)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_layer_ends_where_keras_does(chain, family):
    """Dropout and noise too, through XLA: they draw from a seed that is part of the state."""
    kinds = [kind for kind in PALETTE if LAYERS[kind].family == family]
    document = Document(data=UNEVEN_POINTS, training=settings(batch_size=WHOLE))
    check_against_keras(side_by_side(kinds, document))


SPECIAL = {
    "penalties": ((Dense(3, l1=0.05, l2=0.1), Dense(1, l2=0.2)), settings()),
    "clipped values": ((Dense(3), Dense(1)), settings(clipping="value", clip_at=0.01)),
    "clipped norms": ((Dense(3), Dense(1)), settings(clipping="norm", clip_at=0.01)),
    "one clipped norm": ((Dense(3), Dense(1)), settings(Adam(), clipping="global_norm", clip_at=0.01)),
    "moving statistics": ((Dense(3), BatchNormalization(0.7), Dense(1)), settings(Adam())),
    "frozen layers": ((Dense(3, trainable=False), BatchNormalization(trainable=False), Dense(1)), settings()),
    "sequences": ((Reshape((2, 1)), LSTM(3, True), GRU(2, True), SimpleRNN(2), Dense(1)), settings()),
    "merges": ((Dense(2), Add(), Multiply(), Concatenate(), Dense(1)), settings()),
}


@pytest.mark.parametrize("name", SPECIAL)
def test_special_networks_end_where_keras_does(chain, name):
    parts, training = SPECIAL[name]
    check_against_keras(chain(*parts, training=training))


@pytest.mark.parametrize("name", ["penalties", "one clipped norm", "moving statistics", "sequences"])
def test_special_networks_end_where_keras_does_through_xla(chain, name):
    parts, training = SPECIAL[name]
    check_against_keras(chain(*parts, training=training), twin=True)


@pytest.mark.parametrize("units", [3, 40], ids=["as one function", "kernel by kernel"])
def test_xla_tells_the_same_by_either_way_as_the_plain_graph(chain, units):
    """Rows of epochs and losses of batches, with an epoch cut in two."""
    session = Session(chain(Dense(units), Dense(units), Dense(1), training=settings(SGD(0.9))), Loops())
    twin = Loop(session.spec, twin=True)
    indices, others = Schedule(23, session.spec.batches, True, 1).batches(0, 13)
    state, rows, losses = session.plain.run_noting(session.state, session.arrays, indices, others, 0)
    half, first_row, first_losses = twin.run_noting(session.state, session.arrays, indices[:7], others[:7], 0)
    whole, second_row, second_losses = twin.run_noting(half, session.arrays, indices[7:], others[7:], 2)
    for ours, other in zip(whole, state, strict=True):
        np.testing.assert_allclose(ours, other, rtol=1e-5, atol=1e-5)
    assert len(rows) == 2
    np.testing.assert_allclose(np.concatenate([first_row, second_row]), rows, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(np.concatenate([first_losses, second_losses]), losses, rtol=1e-5)
    again, same_row = twin.run(session.state, session.arrays, indices[:7], others[:7], 0)
    np.testing.assert_array_equal(same_row, first_row)
    for one, other in zip(again, half, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("clipping", ["value", "norm", "global_norm"])
def test_clipping_bounds_what_a_step_changes(chain, loops, clipping):
    document = chain(Dense(3), Dense(1), training=settings(SGD(), 1.0, clipping=clipping, clip_at=0.01))
    session = Session(document, loops)
    before = [value.numpy() for value in session.state[:4]]
    session.train(1)
    moved = [value.numpy() - was for value, was in zip(session.state[:4], before, strict=True)]
    size = {
        "value": max(abs(change).max() for change in moved),
        "norm": max(np.linalg.norm(change) for change in moved),
        "global_norm": np.sqrt(sum(np.sum(change**2) for change in moved)),
    }[clipping]
    assert size == pytest.approx(0.01, rel=1e-3)


def test_a_network_written_by_hand_ends_the_same_through_fit(chain, loops):
    """Nothing of ours but the first weights and the order of rows; fit cuts its own short last batch."""
    document = chain(Dense(3, "relu", l2=0.01), Dense(1), loss="mean_squared_error", training=settings(Adam(), 0.02))
    session = Session(document, loops)
    network = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(3, "relu", kernel_regularizer=keras.regularizers.L2(0.01)),
            keras.layers.Dense(1, "tanh"),
        ]
    )
    network.set_weights([*session.weights_by_node()["dense_1"], *session.weights_by_node()["dense_2"]])
    network.compile(optimizer=keras.optimizers.Adam(0.02), loss="mean_squared_error", run_eagerly=True)
    data = session.dataset
    for epoch in range(3):
        order = epoch_of(len(data.train_points), 5, 1, epoch).ravel()[: len(data.train_points)]
        x, y = data.train_points[order].astype(np.float32), data.train_labels[order].astype(np.float32)
        network.fit(x, y[:, None], batch_size=5, epochs=1, shuffle=False, verbose=0)
    session.train(3 * session.plain.steps_per_epoch)
    ours = [array for node in ("dense_1", "dense_2") for array in session.weights_by_node()[node]]
    for one, other in zip(ours, network.get_weights(), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-5)


# What is recorded after each epoch


@pytest.mark.parametrize("loss", ["mean_squared_error", "binary_crossentropy", "sparse_categorical_crossentropy"])
def test_recorded_losses_and_accuracies_are_those_of_keras(chain, loops, loss):
    _, outputs, _ = FOR_LOSS[loss]
    session = Session(for_loss(chain, loss), loops)
    session.train(2 * session.plain.steps_per_epoch)
    network = session.keras_network()
    curves, arrays = session.recorder.curves(), session.arrays
    shown = (
        (arrays.train_x, arrays.train_y, curves.train_loss, curves.column("train_accuracy")),
        (arrays.validation_x, arrays.validation_y, curves.validation_loss, curves.column("validation_accuracy")),
    )
    middle = 0.5 if loss == "binary_crossentropy" else 0.0
    for x, y, losses, accuracies in shown:
        found, target = network.predict(x, verbose=0), y.numpy()
        sides = found.argmax(axis=1) == target[:, 0] if outputs > 1 else (found > middle) == (target > middle)
        assert losses[-1] == pytest.approx(network.evaluate(x, y, verbose=0), rel=1e-5)
        assert accuracies[-1] == pytest.approx(sides.mean())
        assert len(losses) == 3


def test_recorded_losses_leave_out_penalties_dropout_and_noise(chain, loops):
    parts = (Dense(3, l2=5.0), Dropout(0.9), GaussianNoise(1.0), Dense(1))
    session = Session(chain(*parts, training=settings()), loops)
    weights = session.weights_by_node()
    hidden = np.tanh(session.arrays.train_x.numpy() @ weights["dense_1"][0] + weights["dense_1"][1])
    found = np.tanh(hidden @ weights["dense_2"][0] + weights["dense_2"][1])
    expected = np.mean((found - session.arrays.train_y.numpy()) ** 2)
    assert session.recorder.curves().train_loss[0] == pytest.approx(expected, rel=1e-5)


def test_large_train_sets_are_judged_by_their_first_rows(chain, loops):
    document = chain(Dense(1), data=DataSettings("reg-plane", points=6_000), training=settings())
    session = Session(document, loops)
    kernel, bias = session.weights_by_node()["dense_1"]
    data = session.dataset
    error = np.tanh(data.train_points @ kernel + bias)[:, 0] - data.train_labels
    assert len(data.train_points) > EVALUATED
    expected = np.mean(error[:EVALUATED] ** 2)
    assert session.recorder.curves().train_loss[0] == pytest.approx(expected, rel=1e-4)
    assert expected != pytest.approx(np.mean(error**2), rel=1e-4)


def test_rows_end_with_their_epochs(chain, loops):
    session = Session(chain(Dense(3), Dense(1), training=settings()), loops)
    indices, others = session._schedule.batches(0, 15)
    for first, count, ended in [(0, 4, 0), (0, 5, 1), (4, 1, 1), (3, 1, 0), (4, 6, 2), (2, 13, 3), (0, 0, 0)]:
        chosen = slice(first, first + count)
        _, rows = session.plain.run(session.state, session.arrays, indices[chosen], others[chosen], first)
        assert rows.shape == (ended, 4)


def test_a_run_leaves_the_state_it_came_from_alone(chain, loops):
    session = Session(chain(Dense(3), Dense(1), training=settings()), loops)
    before = session.state
    kept = [value.numpy() for value in before]
    session.train(7)
    for value, copy in zip(before, kept, strict=True):
        np.testing.assert_array_equal(value.numpy(), copy)


# Which rows make a batch


@pytest.mark.parametrize(("rows", "size"), [(23, 5), (25, 5), (5, 5), (7, 1)])
def test_each_row_comes_once_an_epoch(rows, size):
    for epoch in (0, 1, BLOCK - 1, BLOCK, 10 * BLOCK + 3):
        chosen = epoch_of(rows, size, 1, epoch)
        assert chosen.shape == (-(-rows // size), size)
        assert sorted(chosen.ravel()[:rows]) == list(range(rows))
        assert not chosen.ravel()[rows:].any()


def test_the_order_follows_seed_and_epoch():
    first = epoch_of(23, 5, 1, 0).copy()
    others = [epoch_of(23, 5, 2, 0), epoch_of(23, 5, 1, 1), epoch_of(23, 5, 1, BLOCK)]
    assert all((first != other).any() for other in others)
    for block in range(20):
        epoch_of(23, 5, 7, block * BLOCK)
    np.testing.assert_array_equal(epoch_of(23, 5, 1, 0), first)
