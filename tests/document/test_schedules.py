"""Schedules give what Keras's of the same name give, epoch by epoch."""

from math import cos, pi

import pytest

from playground.document.schedules import SCHEDULES, Constant, CosineDecay, ExponentialDecay, OnPlateau, StepDecay
from playground.document.stopping import Stopping


def test_a_constant_schedule_never_changes_the_rate():
    assert {Constant().share(epoch) for epoch in range(1_000)} == {1.0}


def test_steps_halve_the_rate_after_every_fifty_epochs():
    shares = [StepDecay(50, 0.5).share(epoch) for epoch in (0, 49, 50, 99, 100)]
    assert shares == [1.0, 1.0, 0.5, 0.5, 0.25]


def test_an_exponential_decay_has_the_factor_after_so_many_epochs():
    assert ExponentialDecay(50, 0.5).share(25) == pytest.approx(0.5**0.5)
    assert ExponentialDecay(50, 0.5).share(100) == pytest.approx(0.25)


def test_a_cosine_goes_down_half_a_wave_and_stays():
    schedule = CosineDecay(200, 0.1)
    assert schedule.share(0) == 1.0
    assert schedule.share(100) == pytest.approx(0.55)
    assert schedule.share(50) == pytest.approx(0.1 + 0.9 * (1 + cos(pi / 4)) / 2)
    assert schedule.share(200) == schedule.share(9_999) == pytest.approx(0.1)


def test_on_plateau_losses_decide():
    assert {OnPlateau().share(epoch) for epoch in range(1_000)} == {1.0}


@pytest.mark.parametrize("kind", SCHEDULES.values(), ids=SCHEDULES)
def test_no_schedule_leaves_what_a_rate_can_be(kind):
    assert all(0 <= kind().share(epoch) <= 1 for epoch in (0, 1, 199, 200, 1_000, 1_000_000))


@pytest.mark.parametrize("rule", ["until_epochs", "until_loss", "until_accuracy", "patience"])
def test_each_rule_is_off_until_it_is_set(rule):
    assert not Stopping().acts
    assert Stopping(**{rule: 3}).acts
