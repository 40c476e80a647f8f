"""What varies: names and values as they are typed, and the runs that come of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from playground.document.edits import edits
from playground.document.examples import example
from playground.document.settings import Adam
from playground.runs.axes import AxisError, parse_axis, settings_of
from playground.runs.trials import by_chance, grid, seeds_axis
from playground.ui.assets import asset
from playground.ui.texts.runs.sweep import AXES, error_in_words

SPIRAL = example("spiral", asset("examples"))


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("learning_rate=0.003, 1e-2", "training.learning_rate", (0.003, 0.01)),
        ("learning_rate=0.01,found", "training.learning_rate", (0.01, "found")),
        ("dense_1.units=4,8", "dense_1.units", (4, 8)),
        ("Wide.activation=relu,tanh", "dense_2.activation", ("relu", "tanh")),
        ("seed=3,7", "training.seed", (3, 7)),
        ("data.seed=3", "data.seed", (3,)),
        ("noise=0,10.5", "data.noise", (0.0, 10.5)),
        ("optimizer=SGD,Adam", "optimizer", ("SGD", "Adam")),
        ("beta_1=0.8", "optimizer.beta_1", (0.8,)),
        ("features=x1+x2,x1+sin_x1", "data.features", (("x1", "x2"), ("x1", "sin_x1"))),
        ("amsgrad=true,false", "optimizer.amsgrad", (True, False)),
        ("boundary=maximum(x, 1),2*x", "data.boundary", ("maximum(x, 1)", "2*x")),
        ("output.loss=mean_squared_error,hinge", "output.loss", ("mean_squared_error", "hinge")),
    ],
)
def test_settings_are_read_as_typed(text: str, name: str, values: tuple[object, ...]) -> None:
    document = edits.set_training(SPIRAL, replace(SPIRAL.training, optimizer=Adam()))
    axis = parse_axis(edits.rename(document, "dense_2", "Wide"), text)
    assert (axis.name, axis.values) == (name, values)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("learning_rat=1", "nearest: learning_rate"),
        ("dense_1.unit=4", "nearest: dense_1.units"),
        ("dens_1.units=4", "nearest: dense_1.units"),
        ("optimizer=adm", "nearest: Adam"),
        ("dense_1.activation=rely", "nearest: relu"),
        ("dense_1.units=0", "expected 1 to 4096, got 0"),
        ("dense_1.units=4.5", "expected 1 to 4096, got 4.5"),
        ("learning_rate=nan", "got nan"),
        ("learning_rate=fond", "-1000 to 1000, or found"),
        ("learning_rate=", "expected SETTING=VALUE"),
        ("learning_rate", "expected SETTING=VALUE"),
        ("dense_1.units=4,4", "4 stands there twice"),
        ("zzz=1", "there is no setting “zzz”"),
    ],
)
def test_what_there_is_not_is_refused_with_the_nearest(text: str, told: str) -> None:
    with pytest.raises(AxisError) as refused:
        parse_axis(SPIRAL, text)
    assert refused.value.words.sentence in AXES
    assert told in error_in_words(refused.value)


def test_every_setting_can_be_set_to_what_it_is() -> None:
    for name, limit in settings_of(SPIRAL).items():
        part, _, setting = name.rpartition(".")
        if part in SPIRAL.graph.by_id and part not in ("data", "training"):
            assert limit.accepts(getattr(SPIRAL.graph.by_id[part].layer, setting))


def test_a_grid_holds_every_combination_and_all_else_stays() -> None:
    axes = [parse_axis(SPIRAL, "learning_rate=0.1,0.2"), parse_axis(SPIRAL, "dense_1.units=4,5"), seeds_axis(3)]
    trials = grid(SPIRAL, axes, 7)
    found = [
        (t.document.training.learning_rate, t.document.graph.by_id["dense_1"].layer.units, t.document.training.seed)
        for t in trials
    ]
    assert found == list(product((0.1, 0.2), (4, 5), (1, 2, 3)))
    assert {(t.epochs, t.document.training.epochs) for t in trials} == {(7, 7)}
    assert len({t.key for t in trials}) == 12
    assert all(t.document.data == SPIRAL.data for t in trials)


def test_settings_of_another_optimizer_are_refused_and_data_come_with_their_size() -> None:
    adam = edits.set_training(SPIRAL, replace(SPIRAL.training, optimizer=Adam()))
    with pytest.raises(AxisError, match=r"optimizer\.beta_1"):
        grid(adam, [parse_axis(adam, "beta_1=0.8"), parse_axis(adam, "optimizer=SGD")])
    (trial,) = grid(SPIRAL, [parse_axis(SPIRAL, "data=reg-plane")])
    assert (trial.document.data.name, trial.document.data.points) == ("reg-plane", 1200)


def test_chance_takes_some_of_the_grid_each_once_with_every_seed() -> None:
    rates = ",".join(f"{rate / 1000}" for rate in range(1, 101))
    axes = [parse_axis(SPIRAL, f"learning_rate={rates}"), parse_axis(SPIRAL, "dense_1.units=4,8"), seeds_axis(2)]
    trials = by_chance(SPIRAL, axes, 9, seed=3)
    assert trials == by_chance(SPIRAL, axes, 9, seed=3) != by_chance(SPIRAL, axes, 9, seed=4)
    keys = {trial.key for trial in trials}
    assert len(trials) == len(keys) == 18
    assert keys <= {trial.key for trial in grid(SPIRAL, axes)}


def test_what_does_not_change_a_run_does_not_make_it_another() -> None:
    (one,), (other,) = (
        grid(document, [seeds_axis(1)]) for document in (SPIRAL, edits.move(SPIRAL, {"dense_1": (5.0, 5.0)}))
    )
    assert one.key == other.key
