"""What a file keeps of a run: it goes on from there bit for bit, as if it had never been closed."""

import json

import numpy as np
import pytest

from playground.document.document import Document
from playground.document.edits import rivals
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.regularization import Dropout
from playground.document.schedules import SCHEDULES, OnPlateau
from playground.document.settings import OPTIMIZERS, SGD
from playground.document.stopping import Stopping
from playground.engine.lasting import MisfitError, go_on_from, training_of
from playground.engine.loops import Loops
from playground.engine.rivals import Rivals
from playground.engine.session import Session
from playground.frames.trained import Training
from playground.frames.wanted import Wanted
from playground.projects.codec import decode, encode

SHARED = Loops()


def reopened(session: Session) -> Session:
    """Another session that goes on from the text of a file."""
    training = through_file(training_of(Rivals(SHARED).keep(session), session.document))
    other = Session(session.document, SHARED)
    go_on_from(other, training.present)
    return other


def through_file(training: Training) -> Training:
    return decode(json.loads(encode(training)))


def assert_same(one: Session, other: Session) -> None:
    assert one.step == other.step
    for ours, theirs in zip(one.state, other.state, strict=True):
        np.testing.assert_array_equal(ours.numpy(), theirs.numpy())
    ours, theirs = one.look(Wanted(0, 0)), other.look(Wanted(0, 0))
    np.testing.assert_array_equal(ours.curves.values, theirs.curves.values)
    np.testing.assert_array_equal(ours.curves.means, theirs.curves.means)
    assert ours.events == theirs.events
    assert (ours.run, ours.learning_rate) == (theirs.run, theirs.learning_rate)
    assert [run.document for run in ours.ended] == [run.document for run in theirs.ended]


def cases() -> list[object]:
    optimizers = [pytest.param({"optimizer": kind()}, id=name) for name, kind in OPTIMIZERS.items()]
    schedules = [
        pytest.param({"schedule": OnPlateau(patience=2) if kind is OnPlateau else kind()}, id=name)
        for name, kind in SCHEDULES.items()
    ]
    others = {
        "momentum": {"optimizer": SGD(momentum=0.9, nesterov=True)},
        "unshuffled": {"order": "as_made"},
        "carried": {"part_batches": "carried"},
        "clipped": {"clipping": "global_norm"},
        "patient": {"stopping": Stopping(patience=150, restore_best=True)},
    }
    return [*optimizers, *schedules, *(pytest.param(case, id=name) for name, case in others.items())]


@pytest.mark.parametrize("settings", cases())
def test_100_epochs_a_close_and_100_more_are_200(chain, with_training, settings) -> None:
    document = with_training(chain(Dense(3), Dense(1)), **settings)
    whole, first = Session(document, SHARED), Session(document, SHARED)
    epochs = 100 * whole.plain.steps_per_epoch
    whole.train(epochs)
    whole.train(epochs)
    first.train(epochs)
    second = reopened(first)
    assert_same(first, second)
    second.train(epochs)
    assert_same(whole, second)


def test_random_draws_and_moving_means_go_on_in_the_middle_of_an_epoch(chain) -> None:
    first = Session(chain(Dense(4), BatchNormalization(), Dropout(0.3), Dense(1)), SHARED)
    first.train(102)
    second = reopened(first)
    for one in (first, second):
        one.train(103)
    assert_same(first, second)


def test_earlier_runs_marks_and_the_best_epoch_are_there(chain, with_training) -> None:
    document = chain(Dense(3), Dense(1))
    first = Session(document, SHARED)
    first.train(100)
    first.reset()
    first.train(50)
    first.resume()
    first.set_weight(document.graph.trained[1], 0, (0, 0), 0.5)
    first.train(60)
    first.update(with_training(document, learning_rate=0.1))
    first.train(61)
    second = reopened(first)
    assert len(second.course.ended) == 1
    assert_same(first, second)
    assert first.go_to_best() == second.go_to_best() > 0
    for one in (first, second):
        one.reset()
        one.train(20)
    assert_same(first, second)


def test_rivals_go_along(chain) -> None:
    document = rivals.add_rival(chain(Dense(3), Dense(1)), "Other")
    all_runs = Rivals(SHARED)
    main = all_runs.take(None, document)
    main.train(25)
    while all_runs.follow(main, lambda pace: 10):
        pass
    training = through_file(training_of(all_runs.keep(main), document))
    ((name, run),) = training.rivals
    assert (name, run.document) == (document.rivals[0].id, None)
    other = Session(rivals.rival_document(document, document.rivals[0]), SHARED)
    go_on_from(other, run)
    assert_same(all_runs.sessions[0], other)


def test_what_is_of_another_network_is_refused(chain) -> None:
    def trained(document: Document) -> Training:
        session = Session(document, SHARED)
        session.train(10)
        return through_file(training_of(Rivals(SHARED).keep(session), document))

    session = Session(chain(Dense(3), Dense(1)), SHARED)
    before = session.state
    with pytest.raises(MisfitError):
        go_on_from(session, trained(chain(Dense(4), Dense(1))).present)
    assert session.state is before
