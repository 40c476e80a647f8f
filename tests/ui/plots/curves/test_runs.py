"""Earlier runs: which are kept and shown, and their figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.document import Document
from playground.document.settings import DataSettings
from playground.frames.run import NO_CURVES, Curves, EndedRun
from playground.ui.plots.curves.runs import MOST_KEPT, MOST_SHOWN, Ghosts, best_point, summary
from tests.made_curves import made_curves


def ended(*numbers: int, document: Document | None = None) -> list[EndedRun]:
    return [EndedRun(number, document or Document(), NO_CURVES) for number in numbers]


def numbers(ghosts: Ghosts) -> list[int]:
    return [ghost.run.number for ghost in ghosts.kept]


def shown(ghosts: Ghosts, document: Document | None = None) -> list[int]:
    return [ghost.run.number for ghost in ghosts.shown(document or Document())]


def test_runs_come_once_and_the_oldest_go_first() -> None:
    ghosts = Ghosts().with_ended(ended(1, 2)).with_ended(ended(1, 2, 3))
    assert numbers(ghosts) == [1, 2, 3]
    assert ghosts.with_ended(ended(1, 2, 3)) is ghosts
    assert numbers(ghosts.with_ended(ended(2, 3))) == [2, 3]
    assert numbers(ghosts.with_ended(ended(*range(4, 20)))) == list(range(20 - MOST_KEPT, 20))


def test_a_deleted_run_does_not_come_back() -> None:
    ghosts = Ghosts().with_ended(ended(1, 2)).without(1)
    assert numbers(ghosts.with_ended(ended(1, 2))) == [2]
    assert numbers(ghosts.without_any().with_ended(ended(1, 2))) == []


def test_the_newest_few_are_shown_unless_one_chooses() -> None:
    ghosts = Ghosts().with_ended(ended(*range(1, 7)))
    assert shown(ghosts) == [4, 5, 6][-MOST_SHOWN:]
    assert shown(ghosts.with_shown(1, True).with_shown(6, False)) == [1, 3, 4, 5]


@pytest.mark.parametrize("settings", [{"name": "xor"}, {"noise": 10.0}, {"train_share": 60.0}, {"seed": 2}], ids=str)
def test_runs_on_other_points_are_never_beside_a_run(settings) -> None:
    other = replace(Document(), data=DataSettings(**settings))
    ghosts = Ghosts().with_ended([*ended(1), *ended(2, document=other)])
    assert shown(ghosts) == [1]
    assert shown(ghosts, other) == [2]
    assert shown(ghosts.with_shown(2, True)) == [1]


def test_runs_that_saw_other_features_of_the_same_points_are_beside_each_other() -> None:
    other = replace(Document(), data=DataSettings(features=("x1", "x1_squared")))
    assert shown(Ghosts().with_ended([*ended(1), *ended(2, document=other)])) == [1, 2]


def test_a_name_is_kept_without_the_space_around_it() -> None:
    (ghost,) = Ghosts().with_ended(ended(1)).named(1, "  wide ").kept
    assert ghost.name == "wide"


@given(st.lists(st.floats(allow_nan=True, width=32), max_size=40))
def test_the_best_point_is_the_first_lowest_finite_loss(losses: list[float]) -> None:
    epochs = np.arange(len(losses)) * 3
    found = best_point(made_curves(epochs, *(np.array(losses, np.float32),) * 2, metrics=()))
    finite = [(loss, epoch) for loss, epoch in zip(losses, epochs, strict=True) if np.isfinite(loss)]
    assert found == (None if not finite else min(finite)[::-1])


def test_a_run_in_figures(curves: Curves) -> None:
    found = summary(curves)
    assert (found.epochs, found.best_epoch) == (400, 400)
    assert found.train_loss == pytest.approx(0.5 * np.exp(-4))
    assert found.best_loss == found.validation_loss == pytest.approx(0.5 * np.exp(-4) + 0.05)
    assert found.metrics["accuracy"] == pytest.approx(0.9 - 0.4 * np.exp(-4))
    assert np.isnan(summary(NO_CURVES).train_loss)
