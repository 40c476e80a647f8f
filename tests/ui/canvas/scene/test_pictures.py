"""Nodes that have no plane: their cards have a map for each channel, shown for its form."""

import numpy as np
import pytest

from playground.document.checks.shapes import flow, shown_units
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA
from playground.document.layers.pictures import Conv2D
from playground.document.layers.sequences import LSTM
from playground.document.layers.shaping import Reshape
from playground.document.settings import DataSettings
from playground.frames.frame import Frame
from playground.ui.assets import asset
from playground.ui.canvas.items.card import content_of
from playground.ui.canvas.items.maps import map_pictures, scaled
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import LIGHT, POSITIVE, ZERO


@pytest.mark.parametrize(("shape", "units"), [((8,), 8), ((8, 8, 3), 3), ((32, 5), 5), ((2, 2, 2, 2), 16)])
def test_a_map_stands_for_a_channel_a_feature_or_a_value(shape, units):
    assert shown_units(shape) == units


def test_cards_have_a_map_for_each_filter_and_each_trace():
    digits = Document(data=DataSettings("digits"))
    for layer, expected in ((Conv2D(6, padding="same"), 6), (LSTM(5, return_sequences=True), 5)):
        shape = (8, 8, 1) if isinstance(layer, Conv2D) else (64, 1)
        changed, reshape = edits.add_node(digits, Reshape(shape), 0, 0, after=DATA)
        changed, node = edits.add_node(changed, layer, 0, 0, after=reshape)
        assert content_of(changed.graph.by_id[node], changed, flow(changed)).units == expected
        assert content_of(changed.graph.by_id[reshape], changed, flow(changed)).units == 1


def test_feature_maps_reach_the_full_colour():
    maps = np.full((2, 3, 4), 0.001) * np.array([[[1]], [[50_000]]])
    dim, bright = map_pictures(scaled(maps, together=False), 16)
    assert dim.size().toTuple() == (4, 3)
    assert dim.pixelColor(0, 0) == bright.pixelColor(0, 0)
    faint, full = map_pictures(scaled(maps, together=True), 16)
    assert full.pixelColor(0, 0) == bright.pixelColor(0, 0) != faint.pixelColor(0, 0)


def test_an_input_held_near_its_mean_is_grey_beside_those_that_vary(qtbot) -> None:
    document = example("iris", asset("examples"))
    view = CanvasView(Editor(document), LIGHT)
    qtbot.addWidget(view)
    view.resize(1_600, 900)
    view.show()
    ramp = np.tile(np.linspace(-2, 2, 4), (4, 1))
    maps = np.stack([np.full((4, 4), -0.01), np.full((4, 4), 0.02), ramp, ramp.T])
    view.show_frame(Frame(document.graph, data=document.data, maps={DATA: maps}))
    held, other, across, _ = view.canvas.nodes[DATA].pictures
    assert np.abs(np.array(held.pixelColor(1, 1).getRgb()[:3]) - ZERO).max() < 4
    assert np.abs(np.array(other.pixelColor(1, 1).getRgb()[:3]) - ZERO).max() < 4
    assert across.pixelColor(3, 0).getRgb()[:3] == POSITIVE
