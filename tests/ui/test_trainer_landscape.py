"""The trainer works out a landscape between two frames, and stops when told."""

from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.frames.landscape import Landscape, Survey, SurveyRefused
from playground.frames.rates import RateSearch
from tests.ui.driven_trainer import hold, settle, small_document, starting, unfinished, wait_for, wait_for_epoch


@pytest.fixture
def document():
    return small_document()


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def wait_for_landscape(trainer, condition=lambda found: True):
    found = []

    def came():
        newest = trainer.take_landscape()
        if newest is not None and condition(newest):
            found.append(newest)
        return found

    wait_for(trainer, came)
    return found[0]


def is_done(found):
    return isinstance(found, Landscape) and found.share_done == 1


def test_a_landscape_comes_while_training_goes_on(start, document):
    trainer = start(document)
    trainer.play()
    wait_for_epoch(trainer, 1)
    trainer.survey(Survey(side=11))
    found = wait_for_landscape(trainer, is_done)
    assert np.isfinite(found.losses).all()
    assert trainer.status.state == "training"


def test_rates_come_while_training_goes_on(start, document):
    trainer = start(document)
    trainer.search_rates(RateSearch())
    trainer.play()
    found = []

    def came():
        found.extend([newest] if (newest := trainer.take_rates()) is not None else [])
        return found and found[-1].share_done == 1

    wait_for(trainer, came)
    assert np.isfinite(found[-1].losses[:100]).all()
    assert trainer.status.state == "training"
    trainer.search_rates(None)
    settle(trainer)
    assert trainer.take_rates() is None


def test_a_landscape_comes_at_rest(start, document):
    trainer = start(document)
    trainer.survey(Survey(side=11))
    assert wait_for_landscape(trainer, is_done).step == 0


@pytest.mark.parametrize("way", [{"learning_rate": 0.5}, {"batch_size": 7}, {"seed": 9}])
def test_it_goes_on_while_only_the_training_is_changed(start, document, way):
    trainer = start(document)
    trainer.survey(Survey(side=61))
    wait_for_landscape(trainer)
    trainer.show_document(edits.set_training(document, replace(document.training, **way)))
    assert wait_for_landscape(trainer, is_done).step == 0


def test_of_an_earlier_moment_it_is_the_landscape_around_that(start, document):
    trainer = start(document)
    trainer.play()
    wait_for_epoch(trainer, 1)
    trainer.show_past(0)
    trainer.survey(Survey(side=11))
    assert wait_for_landscape(trainer, is_done).step == 0


def test_none_stops_it(start, document):
    trainer = start(document)
    go = hold(trainer)
    trainer.survey(Survey(side=201))
    trainer.survey(None)
    go.set()
    settle(trainer)
    assert not is_done(trainer.take_landscape())
    settle(trainer)
    assert trainer.take_landscape() is None


def test_an_edit_stops_it(start, document):
    trainer = start(document)
    go = hold(trainer)
    trainer.survey(Survey(side=201))
    trainer.show_document(edits.set_layer(document, "dense_1", Dense(4)))
    go.set()
    settle(trainer)
    trainer.take_landscape()
    settle(trainer)
    assert trainer.take_landscape() is None


def test_a_run_that_has_not_begun_is_refused(start, document):
    trainer = start(document)
    trainer.survey(Survey("run"))
    assert wait_for_landscape(trainer) == SurveyRefused()


def test_where_there_is_no_network_yet_it_is_refused(start, document):
    trainer = start(unfinished(document), until="unfinished")
    trainer.survey(Survey())
    assert wait_for_landscape(trainer) == SurveyRefused()
