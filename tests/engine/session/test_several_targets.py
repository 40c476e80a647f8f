"""A network that learns several numbers at once, against Keras's own `fit`."""

from __future__ import annotations

import numpy as np
import pytest

from playground.datasets.dataset import load, sample
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings, TrainingSettings
from playground.engine.session import Session
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted
from playground.tables.choices import first_choices
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare

ROWS = np.random.default_rng(2).normal(size=(60, 5))
TEXT = "\n".join(("a,b,p,q,r", *(",".join(f"{value:.4f}" for value in row) for row in ROWS)))


@pytest.fixture
def session(chain, loops) -> Session:
    table = pasted_table(TEXT)
    own = prepare(table, first_choices(table.columns, ["p", "q", "r"]), "t").own
    training = TrainingSettings(order="as_made", batch_size=8, metrics=("mean_absolute_error", "r2"))
    return Session(chain(Dense(5, "tanh"), Dense(3), data=DataSettings(own=own), training=training), loops)


def test_losses_and_metrics_are_those_of_fit(session: Session) -> None:
    data = load(session.document.data)
    x, y = data.points.astype(np.float32), data.targets.astype(np.float32)
    first, last = slice(None, data.train_count), slice(data.train_count, None)
    network = session.keras_network()
    told = network.fit(x[first], y[first], 8, 6, verbose=0, shuffle=False, validation_data=(x[last], y[last])).history
    session.train(6 * session.plain.steps_per_epoch)
    np.testing.assert_allclose(session.recorder.curves().validation_loss[1:], told["val_loss"], rtol=1e-5)
    found, right = network.predict(x[last], verbose=0), y[last]
    row = session.recorder.row(6)
    assert row["validation_mean_absolute_error"] == pytest.approx(np.abs(found - right).mean(), rel=1e-5)
    # The mean of each target's own, as Keras and scikit-learn have it.
    each = 1 - ((found - right) ** 2).sum(0) / ((right - right.mean(0)) ** 2).sum(0)
    assert row["validation_r2"] == pytest.approx(each.mean(), rel=1e-4)


@pytest.mark.parametrize("target", [0, 2])
def test_views_are_of_the_wanted_target(session: Session, target: int) -> None:
    data, network = load(session.document.data), session.keras_network()
    row = tuple(data.points[3].tolist())
    frame = session.look(Wanted(surface_side=5, map_side=0, target=target, points=True, tried=row))
    x = data.points.astype(np.float32)
    right = network.predict(x, verbose=0)
    np.testing.assert_allclose(frame.predicted, right[sample(data), target : target + 1], atol=1e-5)
    assert frame.surface.shape == (5, 5, 1)
    np.testing.assert_allclose(frame.tried["output"], right[3], atol=1e-5)


def test_a_walk_goes_back_from_all_of_them(session: Session) -> None:
    data = load(session.document.data)
    labels = tuple(data.targets[4].tolist())
    walk = session.look(Wanted(walk=WalkQuestion(tuple(data.points[4].tolist()), labels))).walk
    output = walk.stops[-1].value
    np.testing.assert_allclose(walk.target, labels, rtol=1e-6)
    assert walk.loss == pytest.approx(np.mean((output - labels) ** 2), rel=1e-5)
    np.testing.assert_allclose(walk.stops[-1].gradient, 2 * (output - labels) / 3, rtol=1e-4)
    # One of data with another number of targets is older than these.
    assert session.look(Wanted(walk=WalkQuestion((0.0, 0.0), (1.0,)))).walk is None
