"""Rivals train on the clock of the present network, each exactly as it would alone."""

from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits, rivals
from playground.document.edits.rivals import PRESENT
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.settings import Adam
from playground.document.stopping import Stopping
from playground.engine.loops import Loops
from playground.engine.rivals import Rivals
from playground.engine.session import Session
from playground.frames.run import Status
from playground.frames.wanted import Wanted
from tests.engine.conftest import make_chain

LITTLE = Wanted(surface_side=4, map_side=0, rivals=True)
EPOCH = 5
"""Batches in an epoch of the present network."""


@pytest.fixture(scope="module")
def loops():
    return Loops()


def against(document, change):
    """The document with a rival that is the same but for that change."""
    return rivals.swap_with_rival(change(rivals.add_rival(document)), "rival_1")


def trained(document, **settings):
    return edits.set_training(document, replace(document.training, **settings))


def with_layer(document, layer, node="dense_1"):
    return edits.set_layer(document, node, layer)


CHANGES = {
    "relu": lambda document: with_layer(document, Dense(3, "relu")),
    "Adam": lambda document: trained(document, optimizer=Adam()),
    "dropout": lambda document: edits.insert_node(document, Dropout(0.3), document.graph.edges[1], 0, 0)[0],
    "another batch size": lambda document: trained(document, batch_size=8),
    "the same": lambda document: document,
}


def few(pace):
    return 3


def all_at_once(pace):
    return 1_000_000


def level(field, main, most=few):
    while field.behind(main):
        assert field.follow(main, most)


def assert_same_run(session, other):
    assert session.step == other.step
    one, two = session.look(LITTLE), other.look(LITTLE)
    np.testing.assert_array_equal(one.curves.train_loss, two.curves.train_loss)
    np.testing.assert_array_equal(one.curves.validation_loss, two.curves.validation_loss)
    np.testing.assert_array_equal(one.surface, two.surface)


def alone(document, loops, steps):
    session = Session(rivals.rival_document(document, document.rivals[0]), loops)
    session.train(steps)
    return session


@pytest.mark.parametrize("name", CHANGES)
def test_a_rival_trains_exactly_as_it_would_alone(name, loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES[name])
    field = Rivals(loops)
    main = field.take(None, document)
    for steps in (1, 7, 2, 30):
        main.train(steps)
        level(field, main, all_at_once if steps == 7 else few)
    (rival,) = field.sessions
    a_rivals_epoch = rival.plain.steps_per_epoch
    assert rival.step == 40 * a_rivals_epoch // EPOCH
    assert_same_run(rival, alone(document, loops, rival.step))


def test_the_present_network_trains_as_without_rivals(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["relu"])
    field = Rivals(loops)
    main = field.take(None, document)
    for _ in range(4):
        main.train(5)
        level(field, main)
    without = Session(replace(document, rivals=()), loops)
    without.train(20)
    assert_same_run(main, without)


def test_the_same_network_as_a_rival_has_the_same_losses(loops):
    document = rivals.add_rival(make_chain(Dense(3), Dense(1)))
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(13)
    level(field, main)
    assert_same_run(field.sessions[0], main)


def test_one_that_comes_late_catches_up(loops):
    document = make_chain(Dense(3), Dense(1))
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(17)
    assert field.take(main, rivals.add_rival(document)) is main
    assert field.behind(main)
    level(field, main)
    assert_same_run(field.sessions[0], main)


def test_swapped_networks_go_on_with_their_runs(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["relu"])
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(10)
    level(field, main)
    (rival,) = field.sessions
    assert field.take(main, rivals.swap_with_rival(document, "rival_1")) is rival
    assert field.sessions == (main,)
    assert field.take(rival, document) is main
    assert (main.step, rival.step) == (10, 10)


def test_earlier_runs_are_numbered_on_from_those_of_the_network_before(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["relu"])
    field = Rivals(loops)
    main = field.take(None, document)
    for _ in range(2):
        main.train(3 * EPOCH)
        level(field, main)
        main.reset()
        field.reset()
    kept = main.look(LITTLE).ended
    swapped = rivals.swap_with_rival(document, "rival_1")
    present = field.take(main, swapped)
    assert present is not main
    present.train(3 * EPOCH)
    present.reset()
    ended = present.look(LITTLE).ended
    assert [run.number for run in kept] == [1, 2]
    assert ended[:2] == kept
    assert [run.number for run in ended] == [1, 2, 4]
    assert field.take(present, document) is main
    assert (main.look(LITTLE).run, main.look(LITTLE).ended) == (6, ended)


def test_an_edit_of_the_present_network_leaves_its_rival(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["relu"])
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(10)
    level(field, main)
    (rival,) = field.sessions
    state = rival.state
    assert field.take(main, with_layer(document, Dense(5))) is main
    assert main.document.graph.by_id["dense_1"].layer == Dense(5)
    assert field.sessions[0] is rival
    assert rival.state is state


def test_another_seed_is_another_seed_for_all(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["relu"])
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(10)
    level(field, main)
    other = trained(document, seed=8)
    field.take(main, other)
    assert (main.step, field.sessions[0].step) == (0, 0)
    main.train(10)
    level(field, main)
    assert_same_run(field.sessions[0], alone(other, loops, 10))


def test_other_data_are_other_data_for_all(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["relu"])
    field = Rivals(loops)
    main = field.take(None, document)
    field.take(main, edits.set_data(document, replace(document.data, name="xor")))
    assert {session.dataset.settings.name for session in (main, *field.sessions)} == {"xor"}


def test_a_rival_that_diverges_stays_and_says_so(loops):
    def wild(document):
        return trained(with_layer(document, Dense(3, "relu")), learning_rate=10.0)

    document = against(make_chain(Dense(3), Dense(1, "linear")), wild)
    field = Rivals(loops)
    main = field.take(None, document)
    for _ in range(20):
        main.train(20)
        level(field, main, all_at_once)
    (seen,) = field.look(main, LITTLE, None)
    assert (seen.status.state, main.epoch) == ("diverged", 80)
    assert seen.epoch < 80
    field.reset()
    assert field.look(main, LITTLE, None)[0].status == Status("training")
    assert field.sessions[0].step == 0


def test_a_rival_that_stops_by_its_rule_stays_and_says_so(loops):
    document = against(make_chain(Dense(3), Dense(1)), lambda d: trained(d, stopping=Stopping(until_epochs=3)))
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(8 * EPOCH)
    level(field, main)
    (seen,) = field.look(main, LITTLE, None)
    stop = dict(seen.status.values)["stop"]
    assert (seen.epoch, seen.status.code, stop.rule, stop.epoch) == (3, "stopped", "until_epochs", 3)
    assert not field.behind(main)
    renamed = rivals.rename_rival(document, "rival_1", "Short")
    field.take(main, renamed)
    assert field.look(main, LITTLE, None)[0].status == seen.status
    measured = trained(renamed, metrics=("auc",))
    field.take(main, measured)
    (again,) = field.look(main, LITTLE, None)
    assert again.status == seen.status, "what is measured sets nothing going"
    assert "validation_auc" in again.row
    field.take(main, trained(measured, seed=4))
    assert field.look(main, LITTLE, None)[0].status == Status("training")


def test_all_go_back_together(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["another batch size"])
    field = Rivals(loops)
    main = field.take(None, document)
    for _ in range(6):
        main.train(EPOCH)
        level(field, main)
    main.go_back_to(2 * EPOCH)
    field.go_back(main)
    (rival,) = field.sessions
    assert (main.epoch, rival.epoch) == (2, 2)
    main.train(2 * EPOCH)
    level(field, main)
    assert_same_run(rival, alone(document, loops, 4 * rival.plain.steps_per_epoch))


def test_the_past_is_shown_at_the_same_epoch(loops):
    document = against(make_chain(Dense(3), Dense(1)), CHANGES["another batch size"])
    field = Rivals(loops)
    main = field.take(None, document)
    for _ in range(4):
        main.train(EPOCH)
        level(field, main)
    (seen,) = field.look(main, LITTLE, 3 * EPOCH)
    assert seen.epoch == 3
    then = alone(document, loops, 3 * field.sessions[0].plain.steps_per_epoch).look(LITTLE)
    np.testing.assert_array_equal(seen.surface, then.surface)
    assert seen.row == then.row
    assert field.sessions[0].epoch == 4


def test_an_unfinished_rival_is_shown_as_such_and_not_trained(loops):
    document = against(make_chain(Dense(3), Dense(1)), lambda d: edits.disconnect(d, d.graph.edges[1]))
    field = Rivals(loops)
    main = field.take(None, document)
    main.train(5)
    assert field.sessions == ()
    assert not field.behind(main)
    (seen,) = field.look(main, LITTLE, None)
    assert (seen.id, seen.status, seen.surface) == ("rival_1", Status("unfinished"), None)


def test_a_rival_that_fails_does_not_hold_up_the_others(loops, monkeypatch):
    document = rivals.add_rival(against(make_chain(Dense(3), Dense(1)), CHANGES["relu"]))
    field = Rivals(loops)
    main = field.take(None, document)
    broken = field.sessions[0]

    def fail(steps):
        raise RuntimeError("no memory")

    monkeypatch.setattr(broken, "train", fail)
    main.train(5)
    level(field, main)
    first, second = field.look(main, LITTLE, None)
    assert first.status == Status("failed", "engine", (("error", "RuntimeError: no memory"),))
    assert (second.status, second.epoch) == (Status("training"), 1)


def test_one_that_goes_is_forgotten(loops):
    document = rivals.add_rival(rivals.add_rival(make_chain(Dense(3), Dense(1))))
    field = Rivals(loops)
    main = field.take(None, document)
    second = field.sessions[1]
    field.take(main, rivals.remove_rival(document, "rival_1"))
    assert field.sessions == (second,)
    assert field.take(main, make_chain(Dense(3), Dense(1))) is main
    assert field.sessions == field.look(main, LITTLE, None) == ()
    assert PRESENT == ""
