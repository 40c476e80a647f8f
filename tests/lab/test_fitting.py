"""How shapes go together, against numpy's broadcasting and joining."""

import itertools

import numpy as np
import pytest

from playground.lab.fitting import broadcast_fits, joined_fits, product_fits

SHAPES = [(), (1,), (3,), (2, 1), (2, 3), (3, 1), (4, 1, 3), (2, 5, 4), (8, 1, 6, 1), (7, 1, 5)]


@pytest.mark.parametrize(("a", "b"), list(itertools.combinations_with_replacement(SHAPES, 2)), ids=str)
def test_axes_clash_where_numpy_cannot_broadcast_and_tell_its_lengths_where_it_can(a, b):
    fits = broadcast_fits([("a", a), ("b", b)])
    try:
        shape = np.broadcast_shapes(a, b)
    except ValueError:
        assert any(fit.kind == "clash" for fit in fits)
        return
    assert {fit.axis: fit.first for fit in fits} == dict(enumerate(shape))
    repeated = {(fit.name, fit.axis) for fit in fits if fit.kind in ("repeated", "missing")}
    for name, own in (("a", a), ("b", b)):
        padded = (0,) * (len(shape) - len(own)) + own
        assert {axis for axis, length in enumerate(padded) if length != shape[axis]} == {
            axis for one, axis in repeated if one == name
        }


@pytest.mark.parametrize(("a", "b", "along"), [((4, 35, 8), (6, 35, 8), 0), ((2, 3), (2, 5), 1), ((2, 3), (4, 5), 0)])
def test_joined_lengths_add_up_along_one_axis(a, b, along):
    fits = {fit.axis: fit for fit in joined_fits([("a", a), ("b", b)], along)}
    try:
        shape = np.concatenate([np.zeros(a), np.zeros(b)], along).shape
    except ValueError:
        assert [fit.axis for fit in fits.values() if fit.kind == "clash"] == [1]
        return
    assert {axis: fit.first for axis, fit in fits.items()} == dict(enumerate(shape))


def test_inner_lengths_of_a_product_are_those_after_turning():
    assert product_fits([("a", (2, 3)), ("b", (2, 3))], (False, True)) == ((2, 3), (3, 2), True)
    assert product_fits([("a", (2, 3)), ("b", (2, 3))], (False, False)) == ((2, 3), (2, 3), False)
    assert product_fits([("a", (3,)), ("b", (3, 2))], (False, False)) is None
