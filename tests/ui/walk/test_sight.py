"""Where a walk's network stands in rooms of any width, on a walk made by numpy."""

import numpy as np
import pytest

from playground.document.examples import example
from playground.frames.walk import Stop, Walk, WalkQuestion
from playground.ui.assets import asset
from playground.ui.theme import LIGHT
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.sight import Shown
from playground.ui.walk.view import WalkView


def shown(name):
    """A network of dense layers, with tanh throughout; what the numbers are does not matter."""
    document, random = example(name, asset("examples")), np.random.default_rng(0)
    graph = document.graph
    stops = [Stop("data", (), np.array([0.5, -1.0]), np.zeros(2), 0.0)]
    for node in [one.id for one in graph.nodes if one.layer.kind == "Dense"]:
        before, units = stops[-1], graph.by_id[node].layer.units
        kernel = random.normal(size=(before.value.size, units))
        z = before.value @ kernel
        a = np.tanh(z)
        stops.append(Stop(node, (before.node,), a, a, 1.0, z, 1 - a**2, a, (kernel, 0 * z), (kernel, z)))
    last = stops[-1]
    stops.append(Stop("output", (last.node,), last.value, last.gradient, 1.0))
    walk = Walk(WalkQuestion((0.5, -1.0), (1.0,)), tuple(stops), np.ones(1), 0.1, 0.0, {}, 0.1)
    return Shown(walk, ByHand(walk, graph), document, {}, None)


@pytest.mark.parametrize(("name", "wide", "scrolls"), [
    ("circle", 900, False), ("circle", 640, False), ("circle", 360, True), ("spiral", 1000, False),
    ("spiral", 600, True),
])  # fmt: skip
def test_all_of_a_network_is_seen_at_once_or_by_scrolling_and_stays_readable(qtbot, name, wide, scrolls):
    from PySide6.QtWidgets import QWidget

    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(wide, 480)
    view = WalkView(ground, LIGHT)
    view.begin()
    view.show_walk(shown(name))

    def seen(node):
        where = view.sight.scene.cards[node].where
        left, right = (x * view.sight.scale + view.sight.shift.x() for x in (where.left(), where.right()))
        return 0 <= left < right <= wide

    assert view.sight.scale >= 0.6
    assert view.along.isHidden() != scrolls
    assert seen("data")
    view.along.setValue(view.along.maximum())
    assert seen("output")
    view.go_to(0)
    assert seen("data")
