"""Numbers on the lines of a small network: where they stand, and how a hand turns them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.settings import DataSettings
from playground.ui.canvas.items.single_weight import BIAS, KERNEL, Weight
from playground.ui.canvas.items.weight_chips import number_on_chip
from tests.ui.canvas.conftest import learned_by, steps

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def chain(*units: int, data: str = "circle") -> Document:
    names = [f"dense_{number}" for number in range(1, len(units) + 1)]
    layers = [Node(name, Dense(count, "linear")) for name, count in zip(names, units, strict=True)]
    way = [DATA, *names, OUTPUT]
    edges = tuple(Edge(*pair) for pair in pairwise(way))
    return Document(Graph((Node(DATA, Data()), Node(OUTPUT, Output()), *layers), edges), data=DataSettings(data))


@pytest.fixture
def show(view, editor):
    """A network as it is opened, with weights; 1.0 for each but the chosen ones."""

    def show(document: Document, **numbers: np.ndarray):
        editor.open(document)
        view.settle()
        frame = learned_by(editor.document)
        inputs = len(document.data.input_names)
        weights = {name: list(arrays) for name, arrays in frame.weights.items()}
        weights["dense_1"][0] = np.resize(weights["dense_1"][0], (inputs, weights["dense_1"][0].shape[1]))
        for name, kernel in numbers.items():
            weights[name][0] = np.array(kernel, np.float32)
        view.show_frame(replace(frame, weights={name: tuple(arrays) for name, arrays in weights.items()}))
        return view.canvas.neurons.chips

    return show


def places(chips, document) -> dict[Edge, tuple]:
    items = {edge: chips.item_of(edge) for edge in document.graph.edges}
    return {edge: item.places for edge, item in items.items() if item is not None}


@pytest.mark.parametrize("units", [(1, 1), (2, 1), (3, 1), (2, 3, 1)])
def test_every_line_of_a_tiny_network_has_its_number_and_nothing_covers_anything(view, show, editor, units):
    chips = show(chain(*units))
    found = places(chips, editor.document)
    counts = [len(found[edge]) for edge in editor.document.graph.edges[:-1]]
    assert counts == [before * count for before, count in zip((2, *units), units, strict=False)]
    rects = [rect for rects in found.values() for rect in rects] + [item.body for item in view.canvas.nodes.values()]
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))


@pytest.mark.parametrize("units", [(4, 2, 1), (8, 8, 1)])
def test_where_there_is_no_room_lines_stay_bare(show, editor, units):
    assert places(show(chain(*units)), editor.document) == {}


def test_chips_are_called_as_in_formulas_and_numbers_have_two_digits(show):
    chips = show(chain(1, 1, data="sine"), dense_1=[[2.0]], dense_2=[[-0.456]])
    texts = [chips.item_of(Edge(*pair)).texts for pair in ((DATA, "dense_1"), ("dense_1", "dense_2"))]
    assert texts == [(("w₁", "2.00"),), (("w₂", "−0.46"),)]
    crossed = show(chain(2, 1), dense_1=[[1, 2], [3, 4]]).item_of(Edge(DATA, "dense_1"))
    assert crossed.texts == (("w₁₁", "1.00"), ("w₁₂", "2.00"), ("w₂₁", "3.00"), ("w₂₂", "4.00"))


@pytest.mark.parametrize(("value", "text"), [(1234.5, "1234"), (float("nan"), "NaN"), (3e7, "3e7"), (-0.001, "−0.00")])
def test_a_number_fits_its_chip(value, text):
    assert number_on_chip(value) == text


@pytest.fixture
def turning(view, show, hand):
    """w₁ = 2 of a chain of two neurons: its chip's middle, and all that is told while it is turned."""
    chips, told = show(chain(1, 1, data="sine"), dense_1=[[2.0]]), []
    turn = view.weight_edit.turn
    turn.turned.connect(lambda weight, value: told.append((weight, value)))
    turn.kept.connect(lambda: told.append("kept"))
    turn.given_back.connect(lambda: told.append("given back"))
    return chips.item_of(Edge(DATA, "dense_1")).places[0].center(), told


def up(view, pixels: int) -> QPointF:
    return QPointF(0, -pixels / view.zoom)


def test_a_drag_up_turns_it_by_a_hundredth_a_pixel_and_it_is_seen_at_once(view, hand, turning):
    at, told = turning
    hand.press(at)
    hand.move(at + up(view, 6))
    chip = view.canvas.neurons.chips.item_of(Edge(DATA, "dense_1"))
    assert told[-1] == (Weight("dense_1", KERNEL, (0, 0)), 2.06)
    assert chip.texts == (("w₁", "2.06"),)
    assert view.canvas.edges[Edge(DATA, "dense_1")].weights[0, 0] == np.float32(2.06)
    hand.move(at + up(view, 16), SHIFT)
    hand.release()
    assert told[-2:] == [(Weight("dense_1", KERNEL, (0, 0)), 2.07), "kept"]


def test_esc_gives_the_old_number_back(view, hand, turning):
    at, told = turning
    hand.press(at)
    hand.move(at + up(view, -40))
    hand.key(Qt.Key.Key_Escape)
    assert told[-1] == "given back"
    assert view.canvas.neurons.chips.item_of(Edge(DATA, "dense_1")).texts == (("w₁", "2.00"),)
    hand.release()
    assert told[-1] == "given back"


def test_a_click_on_a_chip_opens_the_field_and_keys_turn_it_there(view, hand, turning):
    at, told = turning
    hand.click(at)
    assert view.weight_edit.weight == Weight("dense_1", KERNEL, (0, 0))
    assert told == []
    for keys in (CONTROL, CONTROL, CONTROL | SHIFT):
        QTest.keyClick(view.weight_edit.field, Qt.Key.Key_Down, keys)
    assert view.weight_edit.field.text() == "1.979"
    QTest.keyClick(view.weight_edit.field, Qt.Key.Key_Return)
    assert [value for _, value in told[:-1]] == [1.99, 1.98, 1.979]
    assert told[-1] == "kept"


def test_a_bias_is_turned_where_it_is_written(view, hand, turning):
    _, told = turning
    item = view.canvas.nodes["dense_1"]
    bias, at = float(view.canvas.frame.weights["dense_1"][1][0]), item.pos() + item.card.bias_numbers[0].center()
    hand.press(at)
    hand.move(at + up(view, 30))
    hand.release()
    weight, value = told[-2]
    assert weight == Weight("dense_1", BIAS, (0,))
    assert value == pytest.approx(bias + 0.3, abs=1e-6)


def test_far_away_chips_are_not_in_the_way_of_the_hand(view, hand, turning, editor):
    at, told = turning
    view.zoom_to(0.5)
    hand.press(at)
    hand.move(at + QPointF(0, -60))
    hand.release()
    assert told == []
    assert steps(editor) == []


def test_a_layer_of_many_lines_loses_its_chips_and_numbers(view, show, editor):
    chips = show(chain(1, 1, data="sine"))
    editor.apply("", edits.set_layer(editor.document, "dense_1", Dense(16)))
    assert places(chips, editor.document) == {}
    assert not view.canvas.nodes["dense_1"].card.values
