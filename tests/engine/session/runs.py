"""What of a session in training two runs are compared by."""

import numpy as np


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
