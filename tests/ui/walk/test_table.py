"""The table of a walk's gradients: what it tells its view as the numbers change."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.frames.walk import Stop, Walk, WalkQuestion
from playground.ui.assets import asset
from playground.ui.theme import LIGHT
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.table import Gradients
from tests.ui.walk.test_sight import shown


def without_weights():
    """The walk of a network whose output takes the inputs as they are."""
    document = example("circle", asset("examples"))
    for node in document.graph.nodes:
        if node.layer.kind == "Dense":
            document = edits.remove_nodes(document, (node.id,))
    ends = np.array([0.5])
    stops = (Stop(DATA, (), ends, ends, 0.0), Stop(OUTPUT, (DATA,), ends, ends, 1.0))
    walk = Walk(WalkQuestion((0.5,), (1.0,)), stops, np.ones(1), 0.1, 0.0, {}, 0.1)
    return ByHand(walk, document.graph), document


@pytest.mark.parametrize("has_weights", [True, False])
def test_new_numbers_of_the_same_weights_are_told_of_rows_that_are_there(qtbot: QtBot, has_weights: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    one = shown("circle")
    walk = (one.hand, one.document) if has_weights else without_weights()
    model = Gradients(LIGHT, parent)
    model.show_walk(*walk)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.isValid(), last.row())))
    model.show_walk(*walk)
    assert told == ([(True, model.rowCount() - 1)] if has_weights else [])
