"""Schedules and stopping rules: the rates and the epochs of Keras's own callbacks, however the run is cut."""

from dataclasses import replace

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from playground.document.layers.dense import Dense
from playground.document.schedules import Constant, CosineDecay, ExponentialDecay, OnPlateau, StepDecay
from playground.document.settings import SGD, Adam, DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.engine.loops import Loops
from playground.engine.run.rules import Waiting
from playground.engine.schedule import Schedule, batch_sizes
from playground.engine.session import Session
from playground.frames.run import Stop
from playground.frames.wanted import Wanted

PACES = {"batch by batch": 1, "seven at a time": 7, "a thousand epochs": 5_000}
LITTLE = Wanted(surface_side=0, map_side=0)


def settings(schedule=None, stopping=None, rate=0.1, optimizer=None):
    return TrainingSettings(
        optimizer or SGD(), rate, batch_size=5, schedule=schedule or Constant(), stopping=stopping or Stopping()
    )


def noisy(chain, schedule=None, stopping=None, rate=0.1):
    """A network whose validation loss goes up and down."""
    data = DataSettings("xor", points=46, noise=40.0)
    return chain(Dense(6), Dense(1), data=data, training=settings(schedule, stopping, rate, Adam()))


def run(session, epochs, pace):
    """Train in calls of so many batches; what stopped it, or None."""
    steps = epochs * session.plain.steps_per_epoch
    while session.step < steps:
        stop = session.train(min(pace, steps - session.step))
        if stop:
            return stop
    return None


def rows(session):
    curves = session.recorder.curves(session.recorder.count)
    return curves.values.T


class Shuffled(keras.utils.PyDataset):
    """The batches that our session takes, for Keras's fit."""

    def __init__(self, session):
        super().__init__()
        self.x, self.y = session.arrays.train_x.numpy(), session.arrays.train_y.numpy()
        sizes = batch_sizes(len(self.x), session.document.training)
        self.schedule = Schedule(len(self.x), sizes, True, session.document.training.seed)
        self.epoch = 0

    def __len__(self):
        return self.schedule.sizes.steps

    def __getitem__(self, place):
        indices, others = self.schedule.batches(self.epoch * len(self) + place, 1)
        chosen = indices[0][: self.schedule.sizes.other if others[0] else self.schedule.sizes.usual]
        return self.x[chosen], self.y[chosen]


class Judge(keras.callbacks.Callback):
    """Gives each epoch's number to the batches, its losses to the callbacks behind it, and keeps rates."""

    def __init__(self, session, batches):
        super().__init__()
        self.session, self.batches, self.rates, self.losses = session, batches, [], []

    def on_epoch_begin(self, epoch, logs=None):
        self.batches.epoch = epoch

    def on_train_batch_begin(self, batch, logs=None):
        if batch == 0:
            self.rates.append(float(self.model.optimizer.learning_rate))

    def on_epoch_end(self, epoch, logs=None):
        arrays = self.session.arrays
        for name, x, y in (
            ("train_loss", arrays.train_x, arrays.train_y),
            ("validation_loss", arrays.validation_x, arrays.validation_y),
        ):
            logs[name] = float(keras.ops.mean(self.model.loss(y, self.model(x, training=False))))
        self.losses.append(logs["validation_loss"])


def by_keras(session, epochs, *callbacks):
    """Keras's own fit with callbacks: each epoch's rate, the validation losses, and the network."""
    network, batches = session.keras_network(), Shuffled(session)
    network.run_eagerly = False
    judge = Judge(session, batches)
    network.fit(batches, epochs=epochs, shuffle=False, verbose=0, callbacks=[judge, *callbacks])
    return judge.rates, judge.losses, network


def rates_of(session, epochs):
    """The rate of each epoch, looked at in its first batch."""
    found = []
    for _ in range(epochs):
        session.train(1)
        found.append(session.look(LITTLE).learning_rate)
        session.train(session.plain.steps_per_epoch - 1)
    return found


SCHEDULES = {
    "constant": (Constant(), lambda epoch: 0.1),
    "steps": (StepDecay(3, 0.5), lambda epoch: 0.1 * 0.5 ** (epoch // 3)),
    "exponential": (ExponentialDecay(3, 0.5), keras.optimizers.schedules.ExponentialDecay(0.1, 3, 0.5)),
    "cosine": (CosineDecay(6, 0.2), keras.optimizers.schedules.CosineDecay(0.1, 6, 0.2)),
}


@pytest.mark.parametrize("name", SCHEDULES)
def test_rates_and_losses_are_those_of_keras_learning_rate_scheduler(chain, loops, name):
    schedule, keras_schedule = SCHEDULES[name]
    session = Session(noisy(chain, schedule), loops)
    scheduler = keras.callbacks.LearningRateScheduler(lambda epoch: float(keras_schedule(epoch)))
    rates, losses, network = by_keras(session, 9, scheduler)
    np.testing.assert_allclose(rates_of(session, 9), rates, rtol=1e-5)
    np.testing.assert_allclose(rows(session)[1, 1:], losses, rtol=1e-4)
    for ours, theirs in zip(session.keras_network().get_weights(), network.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-5)


def test_on_plateau_lowers_the_rate_when_keras_does(chain, loops):
    schedule = OnPlateau(factor=0.5, patience=2, lowest=0.1, least_gain=0.001)
    session = Session(noisy(chain, schedule), loops)
    reducer = keras.callbacks.ReduceLROnPlateau("validation_loss", 0.5, 2, mode="min", min_delta=0.001, min_lr=0.01)
    rates, losses, _ = by_keras(session, 40, reducer)
    assert len({round(rate, 6) for rate in rates}) == 5
    np.testing.assert_allclose(rates_of(session, 40), rates, rtol=1e-5)
    np.testing.assert_allclose(rows(session)[1, 1:], losses, rtol=1e-3)


@pytest.mark.parametrize("least_gain", [0.0, 0.01])
def test_early_stopping_stops_when_keras_does_with_the_same_weights(chain, loops, least_gain):
    stopping = Stopping(patience=6, least_gain=least_gain)
    session = Session(noisy(chain, stopping=stopping, rate=0.03), loops)
    stopper = keras.callbacks.EarlyStopping("validation_loss", least_gain, 6, mode="min", restore_best_weights=True)
    _, losses, network = by_keras(session, 400, stopper)
    stop = run(session, 400, 1_000)
    assert stop.epoch == session.epoch == len(losses) == stopper.stopped_epoch + 1 < 400
    assert stop.best_epoch == stopper.best_epoch + 1
    for ours, theirs in zip(session.keras_network().get_weights(), network.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-4)


@pytest.fixture(scope="module")
def everything(chain):
    """Rates that fall on plateaus, and patience that ends the run."""
    stopping = Stopping(patience=15, restore_best=True)
    return noisy(chain, OnPlateau(patience=3, factor=0.7), stopping, 0.05)


@pytest.mark.parametrize("twin", [False, True], ids=["plain", "xla"])
def test_a_run_is_the_same_however_it_is_cut(everything, twin):
    found, loops = [], Loops()
    for pace in PACES.values():
        session = Session(everything, loops)
        if twin and session.loop is session.plain:
            session.twin_to_compile()()
        stop = run(session, 1_000, pace)
        found.append((stop, session.epoch, rows(session), session.look(LITTLE).learning_rate, session.state))
    first = found[0]
    assert first[0].rule == "patience"
    for stop, epoch, losses, rate, state in found[1:]:
        assert (replace(stop, value=0.0), epoch) == (replace(first[0], value=0.0), first[1])
        assert rate == first[3] < 0.05
        np.testing.assert_array_equal(losses, first[2])
        for one, other in zip(state, first[4], strict=True):
            np.testing.assert_array_equal(one.numpy(), other.numpy())


def test_the_best_epoch_s_network_is_restored_and_its_loss_is_the_one_shown(everything, loops):
    session = Session(everything, loops)
    stop = run(session, 1_000, 5_000)
    losses = rows(session)[1]
    assert stop.restored
    assert stop.best_epoch == int(np.argmin(losses)) == stop.epoch - 15
    now = session.course.row(session.epoch)["validation_loss"]
    assert now == pytest.approx(losses[stop.best_epoch], rel=1e-5)
    straight = Session(everything, loops)
    straight.train(stop.best_epoch * straight.plain.steps_per_epoch)
    for node, arrays in straight.weights_by_node().items():
        for one, other in zip(arrays, session.weights_by_node()[node], strict=True):
            np.testing.assert_array_equal(one, other)


def test_without_restoring_the_last_weights_stay_and_one_can_still_go_to_the_best(chain, loops):
    document = noisy(chain, stopping=Stopping(patience=15, restore_best=False), rate=0.05)
    session = Session(document, loops)
    stop = run(session, 1_000, 5_000)
    losses = rows(session)[1].copy()
    assert not stop.restored
    assert losses[-1] > losses[stop.best_epoch]
    assert session.go_to_best() == stop.best_epoch
    assert session.course.row(stop.epoch)["validation_loss"] == pytest.approx(losses[stop.best_epoch], rel=1e-5)
    assert session.epoch == stop.epoch


def test_before_any_epoch_there_is_no_best(everything, loops):
    session = Session(everything, loops)
    session.train(1)
    assert session.go_to_best() == 0
    assert session.step == 1


# The other rules


def test_a_run_stops_at_its_epoch_and_goes_on_when_asked(chain, loops):
    session = Session(noisy(chain, stopping=Stopping(until_epochs=4)), loops)
    assert session.train(5_000) == Stop("until_epochs", 4)
    assert session.step == 4 * session.plain.steps_per_epoch
    assert session.train(50) is None
    assert session.epoch == 14


@pytest.mark.parametrize("watched", ["train_loss", "validation_loss"])
@pytest.mark.parametrize("pace", PACES.values(), ids=PACES)
def test_a_run_stops_at_the_first_epoch_whose_loss_is_low_enough(chain, loops, watched, pace):
    column = ("train_loss", "validation_loss").index(watched)
    free = Session(noisy(chain), loops)
    run(free, 60, 5_000)
    bound = float(np.median(rows(free)[column]))
    epoch = 1 + int(np.argmax(rows(free)[column, 1:] <= bound))
    session = Session(noisy(chain, stopping=Stopping(until_loss=bound, watched=watched)), loops)
    stop = run(session, 60, pace)
    assert (stop.rule, stop.epoch, stop.watched, session.epoch) == ("until_loss", epoch, watched, epoch)
    assert stop.value == rows(free)[column, epoch]


def test_a_run_stops_at_an_accuracy_and_again_only_after_it_was_left(chain, loops):
    free = Session(noisy(chain), loops)
    run(free, 100, 5_000)
    shares = 100 * rows(free)[2]
    bound = float(np.round(np.quantile(shares, 0.6), 3)) - 0.01
    there = shares >= bound
    arrivals = [epoch for epoch in range(1, 101) if there[epoch] and not (epoch > 1 and there[epoch - 1])]
    session = Session(noisy(chain, stopping=Stopping(until_accuracy=bound, watched="train_loss")), loops)
    stops = []
    while (stop := run(session, 100, 5_000)) is not None:
        stops.append(stop.epoch)
    assert stops == arrivals
    assert len(stops) > 1


def test_a_regression_has_no_accuracy_to_stop_at(chain, loops):
    training = settings(None, Stopping(until_accuracy=1), 1e-4)
    document = chain(Dense(1, "linear"), data=DataSettings("sinc", points=46), training=training)
    assert Session(document, loops).train(100) is None


def test_played_on_patience_starts_over(everything, loops):
    session = Session(everything, loops)
    first = run(session, 1_000, 5_000)
    second = run(session, 1_000, 5_000)
    assert second.epoch >= first.epoch + 15


# Edits while it runs


def test_another_learning_rate_scales_what_the_schedule_has_come_to(chain, with_training, loops):
    session = Session(noisy(chain, StepDecay(2, 0.5)), loops)
    session.train(22)
    assert session.look(LITTLE).learning_rate == pytest.approx(0.025)
    session.update(with_training(session.document, learning_rate=0.4))
    assert session.look(LITTLE).learning_rate == pytest.approx(0.1)
    session.train(10)
    assert session.look(LITTLE).learning_rate == pytest.approx(0.05)


def test_another_network_is_watched_anew_at_the_full_rate(chain, with_training, loops):
    session = Session(noisy(chain, OnPlateau(patience=1, factor=0.1)), loops)
    session.train(200)
    assert session.look(LITTLE).learning_rate < 0.1
    session.update(with_training(session.document, batch_size=7))
    assert session.look(LITTLE).learning_rate == pytest.approx(0.1)
    assert session.go_to_best() == 0


def test_a_reset_begins_at_the_full_rate_and_is_the_same_run(everything, loops):
    session = Session(everything, loops)
    first = run(session, 1_000, 5_000)
    losses = rows(session)
    session.reset()
    assert session.look(LITTLE).learning_rate == pytest.approx(0.05)
    assert run(session, 1_000, 311) == first
    np.testing.assert_array_equal(rows(session), losses)


def test_a_schedule_compiles_nothing_anew(chain, with_training, loops):
    session = Session(noisy(chain), loops)
    session.train(50)
    plain, traces = session.plain, session.plain._run._function.experimental_get_tracing_count()
    for schedule in (StepDecay(), CosineDecay(), OnPlateau()):
        session.update(with_training(session.document, schedule=schedule, stopping=Stopping(patience=3)))
        session.train(50)
    assert session.plain is plain
    assert plain._run._function.experimental_get_tracing_count() == traces


def test_going_back_in_time_goes_back_to_the_rate_of_then(chain, loops):
    session = Session(noisy(chain, OnPlateau(patience=1, factor=0.5)), loops)
    rates = []
    for _ in range(30):
        session.train(session.plain.steps_per_epoch)
        rates.append(session.look(LITTLE).learning_rate)
    assert rates[9] > rates[-1]
    session.go_back_to(10 * session.plain.steps_per_epoch)
    assert session.look(LITTLE).learning_rate == rates[9]
    assert session.go_to_best() == 0


def test_the_best_epoch_is_trained_again_in_the_order_that_it_had(chain, loops):
    document = noisy(chain, rate=0.05)
    session = Session(document, loops)
    session.train(60 * session.plain.steps_per_epoch)
    session.update(replace(document, training=replace(document.training, order="as_made")))
    losses = rows(session)[1].copy()
    best = session.go_to_best()
    assert 0 < best < 60
    assert session.course.row(60)["validation_loss"] == pytest.approx(losses[best], rel=1e-5)


@settings_of_hypothesis(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 6), max_size=9), max_size=6),
    st.sampled_from([0.0, 0.5, 1.0]),
)
def test_the_best_of_many_epochs_is_that_of_one_after_another(pieces, least_gain):
    at_once, one_by_one, epoch = Waiting(), Waiting(), 0
    for piece in pieces:
        at_once.see_all(np.array(piece, np.float32), epoch, least_gain)
        for loss in piece:
            epoch += 1
            one_by_one.see(float(loss), epoch, least_gain)
        assert vars(at_once) == vars(one_by_one)
