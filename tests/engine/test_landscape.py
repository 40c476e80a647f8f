"""The loss landscape: its centre, its directions and its path, against Keras and hand computations."""

import numpy as np
import pytest

from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.engine.landscape import Surveyor, Surveys, TooShortError
from playground.engine.session import Session
from playground.frames.landscape import Survey


@pytest.fixture(scope="module")
def trained(chain, loops):
    session = Session(
        chain(Dense(4), Dense(1), data=DataSettings(), training=TrainingSettings(optimizer=Adam())), loops
    )
    for _ in range(12):
        session.train(25)
    return session


def finished(session, **asked):
    surveyor = Surveyor(session, Survey(**asked))
    while not surveyor.done:
        surveyor.advance(1.0)
    return surveyor.landscape()


def test_it_is_worked_out_around_a_kept_moment_too(trained):
    moment = trained.film.moments[4]
    surveyor = Surveyor(trained, Survey(side=9), past=moment.step)
    surveyor.advance(60.0)
    found, epoch = surveyor.landscape(), moment.step // trained.plain.steps_per_epoch
    assert (found.step, found.epoch) == (moment.step, epoch)
    at_the_star = found.losses[np.flatnonzero(found.y == 0)[0], np.flatnonzero(found.x == 0)[0]]
    assert at_the_star == pytest.approx(trained.recorder.curves().train_loss[epoch], rel=1e-5)
    here = found.path[list(found.path_steps).index(moment.step)]
    assert here == pytest.approx([0, 0], abs=1e-6)


def loss_of(session, weights):
    """Keras's own evaluate with other weights."""
    network = session.keras_network()
    network.set_weights(weights)
    arrays = session.arrays
    return network.evaluate(arrays.train_x, arrays.train_y, verbose=0)


@pytest.mark.parametrize("directions", ["random", "run"])
def test_the_centre_has_the_present_loss(trained, directions):
    found = finished(trained, directions=directions, side=9)
    row, column = np.flatnonzero(found.y == 0), np.flatnonzero(found.x == 0)
    assert len(row) == len(column) == 1
    assert found.losses[row[0], column[0]] == pytest.approx(trained.recorder.curves().train_loss[-1], rel=1e-5)
    assert found.share_done == 1.0


def test_every_point_is_keras_s_loss_there(trained):
    found = finished(trained, directions="random", side=5, seed=3)
    generator = np.random.default_rng(3)
    here = [value.numpy() for value in trained.state[: len(trained.plain.network.variables)]]
    ways = []
    for _ in range(2):
        way = []
        for value in here:
            if value.ndim < 2:
                way.append(np.zeros_like(value))
                continue
            drawn = generator.standard_normal(value.shape)
            way.append(drawn * np.linalg.norm(value, axis=0) / np.linalg.norm(drawn, axis=0))
        ways.append(way)
    for row, column in ((0, 0), (1, 3), (4, 2)):
        moved = [
            value + found.x[column] * one + found.y[row] * other for value, one, other in zip(here, *ways, strict=True)
        ]
        assert found.losses[row, column] == pytest.approx(loss_of(trained, moved), rel=1e-4)


def test_the_path_ends_at_the_present_weights(trained):
    found = finished(trained, directions="run", side=5)
    np.testing.assert_allclose(found.path[-1], 0, atol=1e-5)
    assert found.path_steps.tolist() == trained.film.reel(1).steps.tolist()


def test_the_run_s_directions_are_those_of_scikit_learn(trained):
    from sklearn.decomposition import PCA

    found = finished(trained, directions="run", side=5)
    count = len(trained.plain.network.trainable_variables)
    weights = np.array(
        [np.concatenate([value.numpy().ravel() for value in moment.state[:count]]) for moment in trained.film.moments]
    )
    expected = PCA(2).fit_transform(weights)
    expected -= expected[-1]
    for ours, theirs in zip(found.path.T, expected.T, strict=True):
        assert min(np.abs(ours - theirs).max(), np.abs(ours + theirs).max()) < 1e-3


def test_the_path_lies_within_the_picture(trained):
    found = finished(trained, directions="run", side=5)
    for places, along in ((found.x, found.path[:, 0]), (found.y, found.path[:, 1])):
        assert places[0] <= along.min()
        assert along.max() <= places[-1]


def test_it_is_worked_out_from_the_middle_and_leaves_the_network_alone(trained):
    before = [value.numpy().copy() for value in trained.state]
    surveyor = Surveyor(trained, Survey(side=15))
    surveyor.advance(0.0)
    some = surveyor.landscape()
    assert 0 < some.share_done < 1
    assert np.isfinite(some.losses[np.argmin(np.abs(some.y)), np.argmin(np.abs(some.x))])
    for value, kept in zip(trained.state, before, strict=True):
        np.testing.assert_array_equal(value.numpy(), kept)


def test_it_grows_outwards_as_the_picture_shows_it_whatever_each_axis_spans(trained, monkeypatch):
    surveyor = Surveyor(trained, Survey(directions="run", side=7))
    monkeypatch.setattr(surveyor, "_work_out", lambda points: np.zeros(len(points)))
    monkeypatch.setattr("playground.engine.landscape.time.perf_counter", iter(range(200)).__next__)
    found = surveyor.landscape()
    x, y = (places / (places.max() - places.min()) for places in (found.x, found.y))
    assert np.ptp(found.x) > 2 * np.ptp(found.y)
    far = np.sqrt(x[None, :] ** 2 + y[:, None] ** 2)
    while not surveyor.done:
        before = np.isfinite(surveyor.landscape().losses)
        surveyor.advance(0.0)
        added = np.isfinite(surveyor.landscape().losses) & ~before
        assert added.sum() == 1
        assert far[added].max() <= far[~before].min() + 1e-6


def test_a_run_that_has_not_begun_has_no_directions(chain, loops):
    session = Session(chain(Dense(2), Dense(1)), loops)
    with pytest.raises(TooShortError):
        Surveyor(session, Survey(directions="run"))


def test_what_does_not_learn_does_not_move(chain, loops):
    session = Session(chain(Dense(3, trainable=False), BatchNormalization(), Dense(1)), loops)
    session.train(10)
    found = finished(session, side=5)
    assert np.isfinite(found.losses).all()
    surveyor = Surveyor(session, Survey())
    learning = {variable.path for variable in session.plain.network.trainable_variables}
    paths = [session.plain.network.variables[at].path for at in surveyor._at]
    assert set(paths) == learning


def test_filters_of_pictures_are_normalised_each(chain, loops):
    from playground.engine.landscape import _filter_normalised

    weights = np.random.default_rng(0).normal(size=(3, 3, 2, 5)).astype(np.float32)
    way = _filter_normalised(weights, np.random.default_rng(1)).reshape(weights.shape)
    for unit in range(5):
        assert np.linalg.norm(way[..., unit]) == pytest.approx(np.linalg.norm(weights[..., unit]), rel=1e-5)


def test_a_landscape_that_fails_is_given_up(trained, monkeypatch):
    surveys = Surveys()
    surveys.begin(trained, Survey(side=9))
    monkeypatch.setattr(Surveyor, "advance", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        surveys.advance(1.0)
    assert not surveys.working


def test_where_each_point_takes_long_a_slice_has_few(trained, monkeypatch):
    surveyor, now = Surveyor(trained, Survey(side=21)), [0.0]
    work_out = surveyor._work_out

    def slowly(points):
        now[0] += 0.005 * len(points)
        return work_out(points)

    monkeypatch.setattr(surveyor, "_work_out", slowly)
    monkeypatch.setattr("playground.engine.landscape.time.perf_counter", lambda: now[0])
    for _ in range(20):
        before = now[0]
        surveyor.advance(0.02)
        assert 0.019 < now[0] - before < 0.041
