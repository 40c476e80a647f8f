"""A run that another worker goes on with is the same run, bit for bit."""

import pickle
from dataclasses import replace

import numpy as np
import pytest

from playground.document.document import Document
from playground.document.edits import rivals
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.schedules import OnPlateau
from playground.document.settings import SGD, Adam
from playground.document.stopping import Stopping
from playground.engine.loops import Loops
from playground.engine.rivals import Rivals
from playground.engine.session import Session
from playground.frames.wanted import Wanted

EPOCHS = 30


def copied(session: Session, most_film_bytes: int | None = None) -> Session:
    """Another session that goes on as this one would, told over a pipe."""
    kept = pickle.loads(pickle.dumps(session.keep(most_film_bytes)))
    other = Session(session.document, Loops())
    other.go_on_as(kept)
    return other


def assert_same(one: Session, other: Session) -> None:
    assert one.step == other.step
    for ours, theirs in zip(one.state, other.state, strict=True):
        np.testing.assert_array_equal(ours.numpy(), theirs.numpy())
    for name in one.recorder.names:
        np.testing.assert_array_equal(one.recorder.newest(name, 10_000)[1], other.recorder.newest(name, 10_000)[1])
    assert one.course.events == other.course.events


@pytest.mark.parametrize("optimizer", [SGD(momentum=0.9), Adam()])
def test_it_goes_on_in_the_middle_of_an_epoch(chain, with_training, optimizer) -> None:
    session = Session(with_training(chain(Dense(4), Dense(1)), optimizer=optimizer), Loops())
    session.train(EPOCHS * 5 + 2)
    other = copied(session)
    assert_same(session, other)
    for one in (session, other):
        one.train(EPOCHS * 5)
    assert_same(session, other)


def test_random_draws_go_on_where_they_were(chain) -> None:
    session = Session(chain(Dense(8), Dropout(0.3), Dense(1)), Loops())
    session.train(40)
    other = copied(session)
    for one in (session, other):
        one.train(40)
    assert_same(session, other)


def test_rules_remember_what_they_have_seen(chain, with_training) -> None:
    document = with_training(
        chain(Dense(4), Dense(1)), schedule=OnPlateau(patience=2, factor=0.5), stopping=Stopping(patience=9)
    )
    session = Session(document, Loops())
    session.train(5 * 12)
    other = copied(session)
    assert session.train(5 * 300) == other.train(5 * 300)
    assert_same(session, other)


def test_the_past_and_the_best_epoch_are_there(chain) -> None:
    session = Session(chain(Dense(4), Dense(1)), Loops())
    session.train(5 * EPOCHS)
    other = copied(session)
    assert [moment.step for moment in other.film.moments] == [moment.step for moment in session.film.moments]
    assert session.go_to_best() == other.go_to_best()
    assert_same(session, other)
    for one in (session, other):
        one.go_back_to(50)
        one.train(20)
    assert_same(session, other)


def test_sizes_and_earlier_runs_go_along(chain) -> None:
    session = Session(chain(Dense(4), Dense(1)), Loops())
    session.train(5 * EPOCHS)
    session.reset()
    session.train(25)
    other = copied(session)
    ours, theirs = session.look(Wanted(0, 0)), other.look(Wanted(0, 0))
    assert (theirs.run, len(theirs.ended)) == (ours.run, 1)
    np.testing.assert_array_equal(theirs.ended[0].curves.epochs, ours.ended[0].curves.epochs)


def test_a_short_farewell_leaves_out_a_long_film_but_for_its_end(chain) -> None:
    session = Session(chain(Dense(4), Dense(1)), Loops())
    session.train(5 * EPOCHS)
    other = copied(session, most_film_bytes=1)
    assert [moment.step for moment in other.film.moments] == [session.step]


def with_rival(document: Document) -> Document:
    return rivals.add_rival(replace(document, name="One"), "Other")


def test_rivals_go_along_and_stay_on_the_clock(chain) -> None:
    document = with_rival(chain(Dense(4), Dense(1)))
    ours = Rivals(Loops())
    main = ours.take(None, document)
    main.train(25)
    while ours.follow(main, lambda pace: 10):
        pass
    theirs = Rivals(Loops())
    other = theirs.go_on_as(None, document, pickle.loads(pickle.dumps(ours.keep(main))))
    assert_same(main, other)
    assert [session.step for session in theirs.sessions] == [session.step for session in ours.sessions] == [25]
    for session, copy in zip(ours.sessions, theirs.sessions, strict=True):
        assert_same(session, copy)
