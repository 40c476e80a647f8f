"""A 2-2-1 network computed by hand, and a look at a session that has its weights."""

import numpy as np
import tensorflow as tf

from playground.document.layers.dense import Dense
from playground.engine.session import Session
from playground.engine.weights import places
from playground.frames.wanted import Wanted

W1, B1 = np.array([[0.5, -1.0], [0.25, 2.0]]), np.array([0.1, -0.2])
W2, B2 = np.array([[1.5], [-0.5]]), np.array([0.3])
SIDE = 5
# The plane as one would draw it: x1 from -6 at the left to 6, x2 from 6 at the top to -6.
LINE = [-6.0, -3.0, 0.0, 3.0, 6.0]


def plane(function):
    """A picture of function(x1, x2), row 0 at the top."""
    return np.array([[function(x1, x2) for x1 in LINE] for x2 in reversed(LINE)])


def first(x1, x2):
    return np.tanh(0.5 * x1 + 0.25 * x2 + 0.1)


def second(x1, x2):
    return np.tanh(-1.0 * x1 + 2.0 * x2 - 0.2)


def output(x1, x2):
    return 1.5 * first(x1, x2) - 0.5 * second(x1, x2) + 0.3


def put(session, **weights):
    """The session with these weights, as if it had learned them."""
    for at, (node, index) in enumerate(places(session.plain)):
        if node in weights:
            session.state[at] = tf.constant(weights[node][index], tf.float32)
    return session


def by_hand(chain, loops, loss="mean_squared_error", last="linear", **others):
    document = chain(Dense(2, "tanh"), Dense(1, last), loss=loss, **others)
    return put(Session(document, loops), dense_1=(W1, B1), dense_2=(W2, B2))


def look(session, **wanted):
    return session.look(Wanted(**{"surface_side": SIDE, "map_side": SIDE, **wanted}))
