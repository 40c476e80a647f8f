"""The formula of one weight's gradient: its factors along the way to the loss, with this network's numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from playground.document.graph import OUTPUT
from playground.frames.walk import HALF
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.losses import loss_of

# How many ways of a sum are written out.
MOST_WAYS = 64
LARGEST_WAYS = 5
Name = Literal["error", "output", "slope", "way", "input", "sum", "delta", "one", "share"]


@dataclass(frozen=True, slots=True)
class Factor:
    """One number of the product; `tex` is its symbol, `node` and `unit` where on the canvas it stands.

    ways: of a sum over several ways, each with its node, unit, weight and delta; with the `more` that are left out
    their products add to `value`.
    """

    name: Name
    tex: str
    value: float
    node: str = ""
    unit: int = 0
    ways: tuple[tuple[str, int, float, float], ...] = ()
    more: int = 0


Weight = tuple[str, int, tuple[int, ...]]
"""A node's id, which of its arrays, and the place in it."""


def factors_of(hand: ByHand, weight: Weight) -> tuple[Factor, ...]:
    """From the loss to the weight; () where its layer is a box."""
    node, array, place = weight
    stop = hand.walk.stop(node)
    if stop is None or node not in hand.deltas or not stop.arrays:
        return ()
    unit = place[-1]
    if hand.layer(node).kind != "Dense":
        return (*_before(hand, node, unit), Factor("input", "z", float(np.minimum(stop.z[unit], 0)), node, unit))  # type: ignore[index]
    if array == 1:
        last = Factor("one", "1", 1.0, node, unit)
    else:
        source = hand.walk.stop(stop.sources[0])
        assert source is not None
        symbol = f"x_{{{place[0] + 1}}}" if source.node == "data" else f"a_{{{place[0] + 1}}}"
        last = Factor("input", symbol, float(source.value[place[0]]), source.node, place[0])
    return (*_through(hand, node, unit), last)


def product(factors: tuple[Factor, ...]) -> float:
    return float(np.prod([factor.value for factor in factors]))


def _through(hand: ByHand, node: str, unit: int) -> tuple[Factor, ...]:
    """The factors of dL/dz of this unit."""
    stop, applies = hand.walk.stop(node), hand.layer(node).applies
    assert stop is not None
    if stop.slope is None:
        return (
            Factor("delta", rf"\partial L / \partial z_{{{unit + 1}}}", float(hand.deltas[node][unit]), node, unit),
        )
    before = _before(hand, node, unit)
    if applies == "linear":
        return before
    gradient, delta = float(hand.gradients[node][unit]), float(hand.deltas[node][unit])
    slope = delta / gradient if gradient else float(stop.slope[unit])
    last = set(hand.behind[node]) == {OUTPUT}
    symbol = ("o", "o(1-o)") if last else ("a", f"a_{{{unit + 1}}}(1-a_{{{unit + 1}}})")
    tex = symbol[1] if applies == "sigmoid" else rf"{symbol[0]}'(z_{{{unit + 1}}})"
    return (*before, Factor("slope", tex, slope, node, unit))


def _before(hand: ByHand, node: str, unit: int) -> tuple[Factor, ...]:
    """The factors of dL/da of this unit."""
    behind = hand.behind[node]
    value = float(hand.gradients[node].ravel()[unit])
    if behind == (OUTPUT,):
        return _of_loss(hand, unit, value)
    if len(behind) == 1 and hand.layer(behind[0]).kind == "Dense" and behind[0] in hand.deltas:
        after = hand.walk.stop(behind[0])
        if after is not None and after.arrays and after.value.size == 1:
            way = Factor("way", f"w_{{{unit + 1}}}", float(after.arrays[0][unit, 0]), behind[0], unit)
            return (*_through(hand, behind[0], 0), way)
    ways, more = _ways(hand, node, unit)
    return (Factor("sum", r"\sum w\,\delta", value, node, unit, ways, more),)


def _of_loss(hand: ByHand, unit: int, value: float) -> tuple[Factor, ...]:
    loss, outputs = loss_of(hand.graph), hand.walk.stops[-1].value.size
    index = f"_{{{unit + 1}}}" if outputs > 1 else ""
    difference = float(hand.walk.stops[-1].value[unit]) - float(hand.walk.target[min(unit, hand.walk.target.size - 1)])
    if hand.walk.question.loss == HALF or loss.keras == "MeanSquaredError":
        error = Factor("error", f"o{index} - t{index}", difference, OUTPUT, unit)
        share = 1.0 if hand.walk.question.loss == HALF else 2 * loss.weight / outputs
        tex = "2" if outputs == 1 else rf"\frac{{{2 * loss.weight:g}}}{{{outputs}}}"
        return (error,) if share == 1 else (Factor("share", tex, share, OUTPUT, unit), error)
    return (Factor("output", rf"\partial L / \partial o{index}", value, OUTPUT, unit),)


def _ways(hand: ByHand, node: str, unit: int) -> tuple[tuple[tuple[str, int, float, float], ...], int]:
    """Each way from this unit to a neuron of the layers behind: that one's node and unit, the weight, its delta."""
    found = []
    for other in dict.fromkeys(hand.behind[node]):
        stop = hand.walk.stop(other)
        if stop is not None and hand.layer(other).kind == "Dense" and stop.arrays and other in hand.deltas:
            kernel, deltas = stop.arrays[0], hand.deltas[other]
            found += [(other, at, float(kernel[unit, at]), float(deltas[at])) for at in range(deltas.size)]
        else:
            part = dict(hand.parts(node)).get(other)
            if part is not None:
                found.append((other, unit, 1.0, float(part.ravel()[unit])))
    if len(found) <= MOST_WAYS:
        return tuple(found), 0
    largest = sorted(found, key=lambda way: -abs(way[2] * way[3]))[:LARGEST_WAYS]
    return tuple(largest), len(found) - LARGEST_WAYS
