"""The search for a learning rate: its losses against a loop of Keras's own, what it reads, and what it leaves alone."""

import numpy as np
import pytest

from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.settings import OPTIMIZERS, SGD, Adam, DataSettings, TrainingSettings
from playground.engine.rates import Searcher, Searches, search
from playground.engine.session import Session
from playground.frames.rates import Rates, RateSearch, RatesRefused, read, tried_rates

CLOSE = {"rel": 1e-5, "abs": 1e-6}


def session_of(chain, loops, optimizer, loss="binary_crossentropy", **settings):
    training = TrainingSettings(optimizer=optimizer, batch_size=5, **settings)
    layers = Dense(4, activation="tanh"), Dense(1, activation="sigmoid")
    return Session(chain(*layers, loss=loss, data=DataSettings(points=46, train_share=50), training=training), loops)


def some(session, asked, past=None, count=40):
    """The first losses of a search."""
    searcher = Searcher(session, asked, past)
    for _ in range(count):
        searcher.advance(0.0)
    return searcher.found()


def by_keras(session, count):
    """The losses of the same batches at the same rates, by train_on_batch."""
    network = session.keras_network()
    x, y = session.arrays.train_x.numpy(), session.arrays.train_y.numpy()
    found = []
    for at, rate in enumerate(tried_rates()[:count]):
        network.optimizer.learning_rate.assign(rate)
        rows = session.rows_of(session.step + at, 1)
        network.reset_metrics()
        found.append(float(np.ravel(network.train_on_batch(x[rows], y[rows]))[0]))
    return found


@pytest.mark.parametrize(("optimizer", "trained"), [(SGD(momentum=0.9), 7), (Adam(), 0)])
def test_its_losses_are_those_of_a_keras_loop_at_the_same_rates(chain, loops, optimizer, trained):
    session = session_of(chain, loops, optimizer)
    session.train(trained)
    before, step = [value.numpy() for value in session.state], session.step
    found, _ = search(session, RateSearch())
    # Up to where steps are so large that float32 itself decides.
    count = int(np.searchsorted(found.rates, 0.05))
    assert found.losses[:count] == pytest.approx(by_keras(session, count), **CLOSE)
    assert session.step == step
    for value, kept in zip(session.state, before, strict=True):
        assert np.array_equal(value.numpy(), kept)


def test_it_begins_where_it_is_told(chain, loops):
    session = session_of(chain, loops, Adam())
    at_first = some(session, RateSearch())
    for _ in range(8):
        session.train(25)
    again, now = some(session, RateSearch(from_first=True)), some(session, RateSearch())
    assert np.array_equal(again.losses, at_first.losses)
    assert np.array_equal(some(session, RateSearch(), past=0).losses, at_first.losses)
    assert now.losses.mean() < 0.9 * at_first.losses.mean()
    assert (now.epoch, again.epoch) == (session.epoch, 0)


@pytest.mark.parametrize("name", list(OPTIMIZERS))
def test_every_optimizer_has_a_curve(chain, loops, name):
    found = some(session_of(chain, loops, OPTIMIZERS[name]()), RateSearch(), count=25)
    # So small at first that hardly anything is learned, and what there is to learn is the same.
    assert found.losses == pytest.approx(found.untaught, rel=1e-3)
    assert not np.array_equal(found.losses, found.untaught)


def test_a_run_goes_the_same_way_beside_it(chain, loops):
    """Also where random numbers are drawn."""
    document = chain(Dense(4), Dropout(0.5), Dense(1))
    alone, beside = Session(document, loops), Session(document, loops)
    searches = Searches()
    searches.begin(beside, RateSearch())
    for _ in range(30):
        alone.train(1)
        beside.train(1)
        found = searches.advance(0.0)
    assert len(found.losses) == 30
    for one, other in zip(alone.state, beside.state, strict=True):
        assert np.array_equal(one.numpy(), other.numpy())
    assert searches.begin(None, RateSearch()) == RatesRefused()


def curve(losses, untaught=None):
    rates = tried_rates()
    made = np.asarray([losses(rate) for rate in rates])
    flat = np.full(len(rates), made[0]) if untaught is None else untaught
    return Rates(RateSearch(), rates, made, flat, 1.0, 0)


def test_the_steepest_part_of_a_known_curve_is_found():
    # Falls from 1 to 0 as a logistic curve of the power of ten, steepest at its middle; breaks from 1 on.
    found = read(curve(lambda rate: 100.0 if rate > 1 else 1 / (1 + np.exp(4 * (np.log10(rate) + 2)))))
    assert np.log10(found.rate) == pytest.approx(-2, abs=0.1)
    assert np.log10(found.broken_at) == pytest.approx(0, abs=0.1)
    assert found.least[1] < 0.01


def test_hard_batches_are_taken_off():
    """Noise that the batches have by themselves moves nothing, though it is larger than the fall."""
    noise = np.random.default_rng(1).normal(0, 0.5, len(tried_rates()))
    clean = read(curve(lambda rate: 2 - 0.6 / (1 + np.exp(-4 * (np.log10(rate) + 2)))))
    rates, plain = tried_rates(), 2 - 0.6 / (1 + np.exp(-4 * (np.log10(tried_rates()) + 2)))
    found = read(Rates(RateSearch(), rates, plain + noise, 2 + noise, 1.0, 0))
    assert np.log10(found.rate) == pytest.approx(np.log10(clean.rate), abs=0.15)


@pytest.mark.parametrize(
    ("losses", "why"),
    [
        (lambda rate: 1.0, "flat"),
        (lambda rate: 0.99 if rate > 0.01 else 1.0, "flat"),
        (lambda rate: 1.0 + max(0.0, np.log10(rate) + 2) ** 2, "rises"),
        (lambda rate: 1.0 if rate < 0.1 else float("inf"), "rises"),
        (lambda rate: 1.0 if rate < 1.5e-6 else float("nan"), "broken"),
        (lambda rate: float("nan"), "broken"),
    ],
)
def test_a_curve_that_says_nothing_is_told(losses, why):
    found = read(curve(losses))
    assert (found.rate, found.why) == (None, why)
