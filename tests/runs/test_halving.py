"""Successive halving: who goes on and for how long, against counting by hand; and going on where it was stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from playground.document.edits import rivals
from playground.document.examples import example
from playground.runs.axes import AxisError, networks, parse_axis
from playground.runs.halving import rungs, standing, train, work
from playground.runs.rows import Row
from playground.runs.trials import Trial, grid, seeds_axis
from playground.ui.assets import asset

SPIRAL = example("spiral", asset("examples"))
UNITS = parse_axis(SPIRAL, "dense_1.units=1,2,3,4,5,6,7,8,9")


class Counted:
    """Its loss is the width over the epochs; width 1 breaks. Remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def events(self, trials: Sequence[Trial], _: object = None) -> Iterator[Row]:
        for trial in trials:
            width, epochs = dict(trial.settings)["dense_1.units"], trial.until or trial.epochs
            self.asked.append((width, epochs))
            state = "diverged" if width == 1 else "stopped" if trial.until else "done"
            yield Row(trial.key, state, {"epochs": epochs, "test_loss": width / epochs})


def played(trials: Sequence[Trial], rows: dict[str, Row]) -> Counted:
    runner = Counted()
    for row in train(runner, trials, rows, lambda: False, halving=True):
        assert isinstance(row, Row)
        rows[row.key] = row
    return runner


@pytest.mark.parametrize(
    ("groups", "epochs", "steps"),
    [
        (9, 90, (10, 30, 90)),
        (2, 90, (90,)),
        (3, 90, (30, 90)),
        (100, 8, (2, 8)),
        (27, 1, (1,)),
        (28, 90, (3, 10, 30, 90)),
    ],
)
def test_steps_are_as_many_as_there_are_groups_and_epochs_for(groups: int, epochs: int, steps: tuple[int, ...]) -> None:
    assert rungs(groups, epochs) == steps


def test_the_best_third_goes_on_with_all_its_seeds_and_what_broke_does_not() -> None:
    trials = grid(SPIRAL, [UNITS, seeds_axis(2)], 90)
    rows: dict[str, Row] = {}
    assert work(trials, rows, True) == 18 * 10 + 6 * 30 + 2 * 90
    runner = played(trials, rows)
    assert [one for one in runner.asked if one[1] > 10] == [*[(w, 30) for w in (2, 2, 3, 3, 4, 4)], (2, 90), (2, 90)]
    found = standing(trials, rows, True)
    ends = [(found[trial.key].state, found[trial.key].numbers["epochs"]) for trial in trials[::2]]
    assert ends == [("diverged", 10), ("done", 90), ("stopped", 30), ("stopped", 30), *[("stopped", 10)] * 5]
    # The same again has nothing to do; a run that is lost is trained again and nothing else.
    assert played(trials, rows).asked == []
    assert work(trials, rows, True) == 0
    del rows[trials[2].key]
    assert played(trials, rows).asked == [(2, 90)]


def test_networks_of_a_project_are_an_axis() -> None:
    both = rivals.add_rival(rivals.rename_rival(SPIRAL, rivals.PRESENT, "Deep"), "Shallow")
    axis = parse_axis(both, "network=Deep,Shallow")
    trials = grid(both, [axis, parse_axis(both, "dense_1.units=3,4")], 5)
    assert [trial.document.graph.by_id["dense_1"].layer.units for trial in trials] == [3, 4, 3, 4]
    assert all(not trial.document.rivals for trial in trials)
    assert list(networks(both)) == ["Deep", "Shallow"]
    with pytest.raises(AxisError):
        parse_axis(SPIRAL, "network=Deep")
